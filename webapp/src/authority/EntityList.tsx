import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice, Field } from "../app/Field";
import { Link } from "../app/Link";
import { navigate, to } from "../app/route";
import { Tick } from "../app/Tick";
import { useLoaded } from "../app/useLoaded";
import { type Asked, authority, type EntityLine, type Listed, TYPES } from "../http/authority";
import { words } from "../strings";
import type { File } from "./AuthorityPage";
import { summary } from "./telling";

const PAGE = 50;

/** The entities of a file: all of them page by page, or those whose labels fit what is typed. */
export function EntityList({ file, asked }: { file: File; asked: URLSearchParams }) {
  const query: Asked = {
    q: asked.get("q") ?? "",
    type: asked.get("type") ?? "",
    own: asked.get("own") !== null,
    from: Number(asked.get("from") ?? "0"),
  };
  const { project } = file;
  const found = useLoaded(() => authority(project).list(query, PAGE), project, asked.toString());
  const go = (next: Asked) => navigate(to.authority(project, parameters(next)));
  return (
    <>
      <p>{project === "" ? words.authority.whatServer : words.authority.what}</p>
      <Form project={project} query={query} go={go} />
      {file.proposes && (
        <p>
          <Link to={to.authority(project, { part: "new", label: query.q, type: query.type })}>{words.authority.add}</Link>
        </p>
      )}
      <Failure of={found.failure} />
      {found.value === undefined && !found.failure && <p role="status">{words.authority.loading}</p>}
      {found.value !== undefined && <Page project={project} query={query} found={found.value} go={go} />}
    </>
  );
}

function parameters({ q, type, own, from }: Asked): Record<string, string> {
  return {
    ...(q === "" ? {} : { q }),
    ...(type === "" ? {} : { type }),
    ...(own ? { own: "yes" } : {}),
    ...(from === 0 ? {} : { from: String(from) }),
  };
}

function Form({ project, query, go }: { project: string; query: Asked; go(next: Asked): void }) {
  const [next, set] = useState(query);
  function submit(event: FormEvent) {
    event.preventDefault();
    go({ ...next, q: next.q.trim(), from: 0 });
  }
  return (
    <form role="search" className="authority-search" onSubmit={submit}>
      <Field label={words.authority.search} value={next.q} onChange={(q) => set({ ...next, q })} lang="lzh" />
      <Choice
        label={words.authority.type}
        value={next.type}
        onChange={(type) => set({ ...next, type })}
        options={[["", words.authority.anyType], ...TYPES.map((type) => [type, words.authority.types[type]] as const)]}
      />
      {project !== "" && (
        <Tick on={next.own} set={(own) => set({ ...next, own })}>
          {words.authority.own}
        </Tick>
      )}
      <Button type="submit" className="primary">
        {words.authority.go}
      </Button>
    </form>
  );
}

interface PageProps {
  project: string;
  query: Asked;
  found: Listed;
  go(next: Asked): void;
}

function Page({ project, query, found, go }: PageProps) {
  if (found.entities.length === 0) return <p role="status">{words.authority.none}</p>;
  const { from } = query;
  const end = from + found.entities.length;
  return (
    <>
      <p role="status">
        {end - from < found.total ? words.authority.range(from + 1, end, found.total) : words.authority.found(found.total)}
      </p>
      <ul className="lines">
        {found.entities.map((line) => (
          <Line key={line.id} project={project} line={line} />
        ))}
      </ul>
      <div className="actions">
        {from > 0 && <Button onPress={() => go({ ...query, from: Math.max(0, from - PAGE) })}>{words.authority.earlier}</Button>}
        {query.q === "" && end < found.total && (
          <Button onPress={() => go({ ...query, from: end })}>{words.authority.later}</Button>
        )}
      </div>
    </>
  );
}

function Line({ project, line }: { project: string; line: EntityLine }) {
  return (
    <li>
      <Link to={to.entity(project, line.id)} className="line-title">
        <span lang="lzh">{line.label}</span>
      </Link>
      <span className="line-facts">
        {summary(line)}
        {project !== "" && line.own && ` · ${words.authority.ownMark}`}
      </span>
    </li>
  );
}
