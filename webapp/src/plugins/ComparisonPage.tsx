import { useEffect, useRef } from "react";
import { Failure } from "../app/Failure";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { useLoaded } from "../app/useLoaded";
import { type Comparison, comparisons, type Score } from "../http/comparisons";
import type { Value } from "../http/plugins";
import { JobLine } from "../jobs/JobLine";
import { Shell } from "../pages/Shell";
import { digits, words } from "../strings";
import { share, sides } from "../strings/comparison";
import "../styles/comparison.css";
import "../styles/jobs.css";
import { Differences } from "./Differences";
import { Using } from "./Using";
import { valueWords } from "./Values";

const OFTEN = 1_000;

/** What two sides make of a project: how far it is, what it found, and what can be done with it. */
export function ComparisonPage({ project, id }: { project: string; id: string }) {
  const loaded = useLoaded(() => comparisons.see(project, id), project, id);
  const last = useRef(loaded.value);
  if (loaded.value !== undefined) last.current = loaded.value;
  const shown = last.current;
  const open = shown === undefined || shown.job.ended === undefined;
  useEffect(() => {
    if (!open) return;
    const timer = setInterval(loaded.reload, OFTEN);
    return () => clearInterval(timer);
  });
  const said = words.comparison;
  return (
    <Shell title={shown === undefined ? said.page : said.title(shown.order)}>
      <Failure of={loaded.failure} />
      {shown && <Shown of={shown} project={project} reload={loaded.reload} />}
      <p className="comparison-back">
        <Link to={shown === undefined ? to.plugins : to.plugin(shown.order.before.instance)}>{said.toPlugins}</Link>
      </p>
    </Shell>
  );
}

function Shown({ of, project, reload }: { of: Comparison; project: string; reload(): void }) {
  const said = words.comparison;
  const { job, order, counts, places, decided } = of;
  const different = counts.changed + counts.gone + counts.fresh;
  const looked = counts.same + different > 0 || decided > 0 || job.state === "done";
  return (
    <>
      <p className="lead">{said.intro(order)}</p>
      {order.after.trial && <p className="aside">{said.settings(settingWords(order.after.trial.settings))}</p>}
      <ul className="lines jobs" aria-label={said.progress}>
        <JobLine job={job} project={project} may here changed={reload} />
      </ul>
      {looked && (
        <p className="comparison-verdict" role="status">
          {said.verdict(of)}.
        </p>
      )}
      {looked && <Using of={of} />}
      {looked && <Counts of={of} />}
      {job.state === "done" && different === 0 && <p>{said.noDifferences}</p>}
      {places.length > 0 && <Differences places={places} all={different} sides={sides(order)} />}
    </>
  );
}

function settingWords(settings: Record<string, Value>): string {
  const said = Object.entries(settings).map(([name, value]) => `${name} ${valueWords(value)}`);
  return said.length === 0 ? words.comparison.defaults : said.join(", ");
}

function Counts({ of }: { of: Comparison }) {
  const said = words.comparison;
  const { counts, decided, put, before, after } = of;
  const [one, other] = sides(of.order);
  return (
    <div className="comparison-counts">
      <table>
        <caption>{said.counts}</caption>
        <tbody>
          {(["same", "changed", "gone", "fresh"] as const).map((kind) => (
            <tr key={kind}>
              <th scope="row">{said[kind]}</th>
              <td>{digits(counts[kind])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {decided > 0 && (
        <div>
          <table>
            <caption>{said.agreement}</caption>
            <thead>
              <tr>
                <td />
                {(["right", "wrong", "precision", "recall"] as const).map((column) => (
                  <th key={column} scope="col">
                    {said.columns[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Row name={one} score={before} put={put} />
              <Row name={other} score={after} put={put} />
            </tbody>
          </table>
          <p className="aside">{said.agreementText(decided, put)}</p>
        </div>
      )}
    </div>
  );
}

function Row({ name, score: { right, wrong }, put }: { name: string; score: Score; put: number }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{digits(right)}</td>
      <td>{digits(wrong)}</td>
      <td>{share(right, right + wrong)}</td>
      <td>{share(right, put)}</td>
    </tr>
  );
}
