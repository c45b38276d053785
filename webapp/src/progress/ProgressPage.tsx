import { useCallback, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice } from "../app/Field";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import { type Deed, DEEDS, type Extent, type Level, type Progress, work } from "../http/work";
import { Shell } from "../pages/Shell";
import { day, digits, words } from "../strings";
import "../styles/progress.css";
import { Calibration } from "./Calibration";
import { Chart } from "./Chart";
import { byDocument, byPerson, COUNTED, decisions, LEVELS, MOST_DAYS, MOST_DOCUMENTS, overTime, type Unit } from "./drawings";
import { Numbers } from "./Numbers";
import type { Palette } from "./palette";

const UNITS = Object.entries(words.progress.units) as [Unit, string][];
const WRITING: readonly Deed[] = ["written", "deleted"];
const ORDER: readonly Level[] = [...LEVELS].reverse();

/** How a project comes on, drawn and in numbers. Its own part of the program: the charts are loaded with it. */
export default function ProgressPage({ id }: { id: string }) {
  const project = useLoaded(() => api.project(id), id);
  const progress = useLoaded(() => work.progress(id), id);
  return (
    <Shell title={project.value === undefined ? words.progress.title : `${words.progress.title}: ${project.value.name}`}>
      <p>
        <Link to={to.project(id)}>{project.value?.name ?? words.home}</Link>
      </p>
      <Failure of={progress.failure} />
      {progress.value === undefined && progress.failure === undefined && <p role="status">{words.progress.loading}</p>}
      {progress.value !== undefined && <Shown id={id} progress={progress.value} again={progress.reload} />}
    </Shell>
  );
}

function Shown({ id, progress, again }: { id: string; progress: Progress; again(): void }) {
  const [unit, setUnit] = useState<Unit>("characters");
  return (
    <div className="board">
      {progress.behind > 0 && (
        <p role="status">
          {words.progress.behind(progress.behind)} <Button onPress={again}>{words.progress.again}</Button>
        </p>
      )}
      <Choice<Unit> label={words.progress.unit} value={unit} onChange={setUnit} options={UNITS} />
      <Days id={id} progress={progress} unit={unit} />
      <Documents id={id} progress={progress} unit={unit} />
      <People id={id} progress={progress} />
      <Throughput id={id} progress={progress} />
      <Calibration id={id} progress={progress} />
      <p className="aside">{words.progress.utc}</p>
    </div>
  );
}

const cells = (share: Record<Level, Extent>, unit: Unit) => ORDER.map((level) => digits(share[level][unit]));
const levels = ORDER.map((level) => words.progress.levels[level]);

function Days({ id, progress, unit }: { id: string; progress: Progress; unit: Unit }) {
  const { days } = progress;
  const draw = useCallback((palette: Palette) => overTime(days, unit, palette), [days, unit]);
  const label = words.progress.daysSaid(words.progress.units[unit]);
  return (
    <section aria-labelledby="days">
      <h2 id="days">{words.progress.days}</h2>
      {days.length === 0 ? <p className="empty">{words.progress.empty}</p> : <Chart label={label} draw={draw} />}
      <Numbers
        caption={label}
        heading={[words.progress.day, ...levels]}
        rows={days.map((one) => [day(one.day), ...cells(one.share, unit)]).reverse()}
        file={work.progressTable(id, "days")}
      />
    </section>
  );
}

function Documents({ id, progress, unit }: { id: string; progress: Progress; unit: Unit }) {
  const { documents } = progress;
  const draw = useCallback((palette: Palette) => byDocument(documents, unit, palette), [documents, unit]);
  const label = words.progress.documentsSaid(words.progress.units[unit]);
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{words.progress.documents}</h2>
      {documents.length > MOST_DOCUMENTS && <p className="aside">{words.progress.first(MOST_DOCUMENTS)}</p>}
      {documents.length > 0 && <Chart label={label} draw={draw} height={documents.length > 6 ? "high" : "low"} />}
      <Numbers
        caption={label}
        heading={[words.work.document, ...levels]}
        rows={documents.map(({ title, share }) => [title, ...cells(share, unit)])}
        file={work.progressTable(id, "documents")}
        titles
      />
    </section>
  );
}

function People({ id, progress }: { id: string; progress: Progress }) {
  const { people } = progress;
  const drawDeeds = useCallback((palette: Palette) => byPerson(people, COUNTED, palette), [people]);
  const drawWriting = useCallback((palette: Palette) => byPerson(people, WRITING, palette), [people]);
  const any = (deeds: readonly Deed[]) => people.some(({ times }) => deeds.some((deed) => times[deed] > 0));
  return (
    <section aria-labelledby="people">
      <h2 id="people">{words.progress.people}</h2>
      {people.length === 0 && <p className="empty">{words.progress.empty}</p>}
      {any(WRITING) && <Chart label={words.progress.writingSaid} draw={drawWriting} />}
      {any(COUNTED) && <Chart label={words.progress.deedsSaid} draw={drawDeeds} />}
      <Numbers
        caption={words.progress.people}
        heading={[words.progress.person, ...DEEDS.map((deed) => words.progress.deeds[deed])]}
        rows={people.map(({ name, times }) => [name, ...DEEDS.map((deed) => digits(times[deed]))])}
        file={work.progressTable(id, "people")}
        open
      />
    </section>
  );
}

function Throughput({ id, progress }: { id: string; progress: Progress }) {
  const draw = useCallback((palette: Palette) => decisions(progress, palette), [progress]);
  const names = new Map(progress.people.map(({ account, name }) => [account, name]));
  const decided = progress.throughput.some((one) => one.decisions > 0);
  return (
    <section aria-labelledby="throughput">
      <h2 id="throughput">{words.progress.throughput}</h2>
      {decided ? <Chart label={words.progress.throughputSaid} draw={draw} /> : <p className="empty">{words.progress.empty}</p>}
      {decided && <p className="aside">{words.progress.lastDays(MOST_DAYS)}</p>}
      <Numbers
        caption={words.progress.throughputSaid}
        heading={[words.progress.day, words.progress.person, words.progress.decisions, words.progress.approvals]}
        rows={progress.throughput
          .map((one) => [day(one.day), names.get(one.account) ?? one.account, digits(one.decisions), digits(one.approvals)])
          .reverse()}
        file={work.progressTable(id, "throughput")}
      />
    </section>
  );
}
