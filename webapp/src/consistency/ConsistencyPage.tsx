import { useState } from "react";
import { Button } from "react-aria-components";
import { kindName } from "../annotate/kinds";
import { Failure } from "../app/Failure";
import { Choice } from "../app/Field";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { useLoaded } from "../app/useLoaded";
import { api, type Project } from "../http/api";
import { type Consistency, consistency, type Meant } from "../http/consistency";
import { Shell } from "../pages/Shell";
import { words } from "../strings";
import "../styles/occurrences.css";
import { PlaceLine } from "./PlaceLine";
import { Sort } from "./Sort";

const EVERY = "";

/** What does not go together in the names and dates of a project, for a person to look at. */
export function ConsistencyPage({ id }: { id: string }) {
  const project = useLoaded(() => api.project(id), id);
  return (
    <Shell title={project.value === undefined ? words.consistency.title : words.consistency.titleOf(project.value.name)}>
      <p>
        <Link to={to.project(id)}>{project.value?.name ?? words.home}</Link>
      </p>
      <p>{words.consistency.what}</p>
      <Failure of={project.failure} />
      {project.value !== undefined && <Looking project={project.value} />}
    </Shell>
  );
}

function Looking({ project }: { project: Project }) {
  const [document, setDocument] = useState(EVERY);
  const { value, failure, reload } = useLoaded(() => consistency.of(project.id, document), project.id, document);
  return (
    <>
      <Choice
        label={words.consistency.where}
        value={document}
        onChange={setDocument}
        options={[
          [EVERY, words.variants.allDocuments(project.documents.length)],
          ...project.documents.map(({ id, title }) => [id, title] as const),
        ]}
      />
      <p>
        <Button onPress={reload}>{words.consistency.again}</Button>
      </p>
      <Failure of={failure} />
      {value === undefined && !failure && <p role="status">{words.consistency.loading}</p>}
      {value !== undefined && <Found project={project.id} found={value} />}
    </>
  );
}

function Found({ project, found }: { project: string; found: Consistency }) {
  const { forms, times, unlinked, offers, order } = found.findings;
  const title = (document: string) => found.titles[document] ?? "";
  const nothing = forms.total + times.total + unlinked.total + offers.total + order.total === 0;
  return (
    <>
      {!found.complete && <p role="status">{words.consistency.incomplete}</p>}
      {nothing && <p role="status">{words.consistency.nothing}</p>}
      <Sort
        title={words.consistency.forms}
        some={forms}
        line={({ surface, meanings }) => (
          <li key={surface}>
            <span className="line-title" lang="lzh">
              {surface}
            </span>
            <ul className="lines occurrences">
              {meanings.map(({ meant, count, places }) => (
                <li key={meant.entity}>
                  <Named meant={meant} /> {words.consistency.meaning(count)} ·{" "}
                  <Everywhere project={project} surface={surface} meant={meant} />
                  <ul className="lines occurrences">
                    {places.map((place) => (
                      <PlaceLine key={`${place.document} ${place.start}`} place={place} title={title(place.document)} />
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </li>
        )}
      />
      <Sort
        title={words.consistency.times}
        some={times}
        line={({ place, meant, from, to: until, date, days: [first, last] }) => (
          <PlaceLine key={`${place.document} ${place.start}`} place={place} title={title(place.document)}>
            <Named meant={meant} /> {words.consistency.outside(from, until, date, first, last)}
          </PlaceLine>
        )}
      />
      <Sort
        title={words.consistency.unlinked}
        some={unlinked}
        line={({ surface, meant, linked, count, places }) => (
          <li key={surface}>
            <span className="line-title" lang="lzh">
              {surface}
            </span>
            <span className="line-facts">
              <Named meant={meant} /> {words.consistency.linked(linked, count)} ·{" "}
              <Everywhere project={project} surface={surface} meant={meant} />
            </span>
            <ul className="lines occurrences">
              {places.map((place) => (
                <PlaceLine key={`${place.document} ${place.start}`} place={place} title={title(place.document)} />
              ))}
            </ul>
          </li>
        )}
      />
      <Sort
        title={words.consistency.offers}
        some={offers}
        line={({ place, plugin, label, type, entity }) => (
          <PlaceLine key={`${place.document} ${place.start} ${plugin} ${type}`} place={place} title={title(place.document)}>
            <span lang="lzh">{words.consistency.offered(label, kindName(type), plugin)}</span>{" "}
            <span className="aside">{entity}</span>
          </PlaceLine>
        )}
      />
      <Sort
        title={words.consistency.order}
        some={order}
        line={({ place, date, day, earlierDate, earlierDay }) => (
          <PlaceLine key={`${place.document} ${place.start}`} place={place} title={title(place.document)}>
            <span lang="lzh">{words.consistency.backwards(date, day, earlierDate, earlierDay)}</span>
          </PlaceLine>
        )}
      />
    </>
  );
}

function Named({ meant }: { meant: Meant }) {
  return (
    <>
      <span lang="lzh">{meant.label}</span> ({kindName(meant.type)}) <span className="aside">{meant.entity}</span>
    </>
  );
}

/** From here the same is said at all places of the form. */
function Everywhere({ project, surface, meant }: { project: string; surface: string; meant: Meant }) {
  return (
    <Link to={to.occurrences(project, { surface, ...meant, document: "" })}>
      {words.occurrences.linkOf(surface, meant.label)}
    </Link>
  );
}
