import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice, Field } from "../app/Field";
import { Link } from "../app/Link";
import { navigate, to } from "../app/route";
import { Tick } from "../app/Tick";
import { useLoaded } from "../app/useLoaded";
import { api, type Project } from "../http/api";
import { FOLDS, PASSED, type Query, search, STATES } from "../http/search";
import { Shell } from "../pages/Shell";
import { words } from "../strings";
import { asks, read, ticked, USUAL } from "./asked";
import { FoundList } from "./FoundList";

const HITS = 50;

/** Search in the texts and annotations of a project. What is asked stands in the address. */
export function SearchPage({ id, asked }: { id: string; asked: string }) {
  const project = useLoaded(() => api.project(id), id);
  const query = read(asked);
  const found = useLoaded(() => (asks(query) ? search.of(id, query, HITS) : Promise.resolve(undefined)), id, asked);
  return (
    <Shell title={project.value === undefined ? words.search.title : words.search.titleOf(project.value.name)}>
      <p>
        <Link to={to.project(id)}>{project.value?.name ?? words.home}</Link>
      </p>
      {project.value !== undefined && <Form key={asked} project={project.value} asked={query} again={found.reload} />}
      <Failure of={project.failure ?? found.failure} />
      {found.value !== undefined && (
        <FoundList
          found={found.value}
          limit={HITS}
          again={found.reload}
          page={(from) => navigate(to.search(id, { ...query, from }))}
        />
      )}
    </Shell>
  );
}

function Form({ project, asked, again }: { project: Project; asked: Query; again(): void }) {
  const [query, set] = useState(asked);
  const change = (part: Partial<Query>) => set({ ...query, ...part });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!asks(query)) return;
    const address = to.search(project.id, { ...query, from: 0 });
    if (address === to.search(project.id, asked)) again();
    else navigate(address);
  }
  const any = ["", words.search.any] as const;
  const filtered = query.kind + query.entity + query.person + query.state + query.document !== "";
  return (
    <form className="search-form" role="search" onSubmit={submit}>
      <div className="search-words">
        <Field
          label={words.search.words}
          value={query.q}
          onChange={(q) => change({ q })}
          lang="lzh"
          autoFocus={!asks(asked)}
          required={false}
        />
        <Button type="submit" className="primary">
          {words.search.go}
        </Button>
      </div>
      <p className="aside">{words.search.help}</p>
      <fieldset className="search-switches">
        <legend>{words.search.same}</legend>
        {FOLDS.map((fold) => (
          <Tick key={fold} on={query.fold.includes(fold)} set={(on) => change({ fold: ticked(query.fold, fold, on) })}>
            {words.search.folds[fold]}
          </Tick>
        ))}
      </fieldset>
      <fieldset className="search-switches">
        <legend>{words.search.passOver}</legend>
        {PASSED.map((passed) => (
          <Tick
            key={passed}
            on={query.ignore.includes(passed)}
            set={(on) => change({ ignore: ticked(query.ignore, passed, on) })}
          >
            {words.search.passing[passed]}
          </Tick>
        ))}
      </fieldset>
      <details open={filtered}>
        <summary>{words.search.more}</summary>
        <div className="search-filters">
          <Choice
            label={words.search.document}
            value={query.document}
            onChange={(document) => change({ document })}
            options={[["", words.search.allDocuments], ...project.documents.map(({ id, title }) => [id, title] as const)]}
          />
          <Field label={words.search.kind} value={query.kind} onChange={(kind) => change({ kind })} />
          <Field label={words.search.entity} value={query.entity} onChange={(entity) => change({ entity })} />
          <Choice
            label={words.search.person}
            value={query.person}
            onChange={(person) => change({ person })}
            options={[any, ...project.members.map(({ account, name }) => [account, name] as const)]}
          />
          <Choice<Query["state"]>
            label={words.search.state}
            value={query.state}
            onChange={(state) => change({ state })}
            options={[any, ...STATES.map((state) => [state, words.search.states[state]] as const)]}
          />
        </div>
      </details>
      {asks(asked) && (
        <Button onPress={() => navigate(to.search(project.id, USUAL))}>{words.search.clear}</Button>
      )}
    </form>
  );
}
