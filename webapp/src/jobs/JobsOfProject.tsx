import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Tick } from "../app/Tick";
import { GiveCommand } from "../commands/GiveCommand";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api, type Project } from "../http/api";
import { jobs } from "../http/jobs";
import { words } from "../strings";
import "../styles/jobs.css";
import { JobLine } from "./JobLine";

const OFTEN = 1_000;
const SELDOM = 10_000;

/** Has plugins look at all documents of a project, and shows how far they are. */
export function JobsOfProject({ project }: { project: Project }) {
  const may = project.role === "reviewer" || project.role === "manager";
  const list = useLoaded(() => jobs.list(project.id), project.id);
  const { value, reload } = list;
  const running = value?.some(({ state }) => state === "running") ?? false;
  useEffect(() => {
    const timer = setInterval(reload, running ? OFTEN : SELDOM);
    return () => clearInterval(timer);
  });
  if (value === undefined) return <Failure of={list.failure} />;
  if (project.documents.length === 0 || (!may && value.length === 0)) return null;
  return (
    <section aria-labelledby="jobs">
      <h2 id="jobs">{words.jobs.title}</h2>
      {may && <StartJob project={project.id} started={reload} />}
      {may && <GiveCommand project={project.id} given={reload} />}
      {value.length === 0 && <p>{words.jobs.none}</p>}
      <ul className="lines jobs">
        {value.map((job) => (
          <JobLine key={job.id} job={job} project={project.id} may={may} changed={reload} />
        ))}
      </ul>
    </section>
  );
}

function StartJob({ project, started }: { project: string; started(): void }) {
  const plugins = useLoaded(api.plugins);
  const { busy, failure, run } = useAction();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const able = plugins.value?.filter(({ state }) => state === "started") ?? [];
  if (plugins.value !== undefined && able.length === 0) return <p>{words.jobs.nothingRuns}</p>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => {
          await jobs.start(project, [...chosen]);
          setChosen([]);
          started();
        });
      }}
    >
      <div className="job-plugins" role="group" aria-label={words.jobs.which}>
        {able.map(({ id, name }) => (
          <Tick
            key={id}
            on={chosen.includes(id)}
            set={(on) => setChosen(on ? [...chosen, id] : chosen.filter((other) => other !== id))}
          >
            {name}
          </Tick>
        ))}
        <Button type="submit" isDisabled={busy || chosen.length === 0}>
          {words.jobs.start}
        </Button>
      </div>
      <Failure of={failure} />
    </form>
  );
}
