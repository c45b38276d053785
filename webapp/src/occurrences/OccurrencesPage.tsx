import { useState } from "react";
import { Button } from "react-aria-components";
import { kindName } from "../annotate/kinds";
import { Failure } from "../app/Failure";
import { Choice } from "../app/Field";
import { Link } from "../app/Link";
import { navigate, to } from "../app/route";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api, type Project } from "../http/api";
import { type Found, occurrences, PLACES, type Said } from "../http/occurrences";
import { Shell } from "../pages/Shell";
import { words } from "../strings";
import "../styles/occurrences.css";
import { SweepHere } from "../sweeps/SweepHere";
import { alike, type Asked, ofKind, places, readAsked, toggled } from "./choosing";
import { PlaceGroup } from "./PlaceGroup";

const EVERY = "";

/** Everywhere that a form stands which was annotated once: what is alike, and what differs. */
export function OccurrencesPage({ id, asked: query }: { id: string; asked: string }) {
  const project = useLoaded(() => api.project(id), id);
  const asked = readAsked(query);
  return (
    <Shell title={`${words.occurrences.title}: ${asked.surface}`}>
      <p>
        <Link to={to.project(id)}>{project.value?.name ?? words.home}</Link>
      </p>
      <Failure of={project.failure} />
      {asked.surface === "" || asked.type === "" ? (
        <p>{words.occurrences.nothingAsked}</p>
      ) : (
        project.value !== undefined && <Looking key={query} project={project.value} asked={asked} />
      )}
    </Shell>
  );
}

function said({ entity, label, type }: Asked): Said {
  return entity === "" ? { is: "tag", name: type } : { is: "identification", entity, label, type };
}

function Looking({ project, asked }: { project: Project; asked: Asked }) {
  const [begun, setBegun] = useState<string | null>(null);
  const { failure, busy, run } = useAction();
  const { surface, document } = asked;
  const body = said(asked);
  const found = useLoaded(
    () => occurrences.find(project.id, surface, body, document === EVERY ? undefined : document),
    project.id,
    document,
  );
  return (
    <>
      <p>
        <span className="occurrence-said">
          <span lang="lzh">{surface}</span> = {kindName(asked.type)}
          {asked.entity !== "" && (
            <>
              {" "}
              <span lang="lzh">{asked.label}</span> <span className="aside">{asked.entity}</span>
            </>
          )}
        </span>
      </p>
      <p>{words.occurrences.what(surface, kindName(asked.type))}</p>
      <Choice
        label={words.occurrences.where}
        value={document}
        onChange={(only) => navigate(to.occurrences(project.id, { ...asked, document: only }), true)}
        options={[
          [EVERY, words.variants.allDocuments(project.documents.length)],
          ...project.documents.map(({ id, title }) => [id, title] as const),
        ]}
      />
      <Failure of={found.failure ?? failure} />
      {found.value === undefined && !found.failure && <p role="status">{words.occurrences.loading}</p>}
      {begun !== null && <SweepHere key={begun} project={project} id={begun} done={found.reload} />}
      {found.value !== undefined && (
        <Choosing
          key={turn(found.value)}
          found={found.value}
          surface={surface}
          may={project.role !== "viewer" && project.role !== "annotator" && !busy}
          annotate={(chosen) =>
            void run(async () => {
              const sweep = await occurrences.annotate(project.id, surface, body, places(found.value!, chosen));
              setBegun(sweep.id);
            })
          }
        />
      )}
    </>
  );
}

/** Another answer begins with a choice of its own. */
function turn({ documents }: Found): string {
  return documents.map(({ document, revision }) => `${document} ${revision}`).join(" ");
}

interface ChoosingProps {
  found: Found;
  surface: string;
  may: boolean;
  annotate(chosen: ReadonlySet<string>): void;
}

function Choosing({ found, surface, may, annotate }: ChoosingProps) {
  const [chosen, setChosen] = useState(() => alike(found));
  const total = found.documents.reduce((sum, { places: all }) => sum + all.length, 0);
  if (total === 0) return <p role="status">{words.occurrences.nothing}</p>;
  return (
    <>
      {!found.complete && <p>{words.occurrences.incomplete}</p>}
      <p>
        <Button className="primary" isDisabled={!may || chosen.size === 0} onPress={() => annotate(chosen)}>
          {words.occurrences.doIt(chosen.size)}
        </Button>
      </p>
      {PLACES.map((kind) => (
        <PlaceGroup
          key={kind}
          kind={kind}
          surface={surface}
          listed={ofKind(found, kind)}
          chosen={chosen}
          choose={(keys, on) => setChosen(toggled(chosen, keys, on))}
        />
      ))}
    </>
  );
}
