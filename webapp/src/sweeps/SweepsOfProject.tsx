import { Failure } from "../app/Failure";
import type { Project } from "../http/api";
import { words } from "../strings";
import "../styles/jobs.css";
import { SweepLine } from "./SweepLine";
import { useSweeps } from "./useSweep";

/** The changes that went over several documents of a project, and their undo. */
export function SweepsOfProject({ project }: { project: Project }) {
  const { value, failure, reload } = useSweeps(project.id);
  if (value === undefined) return <Failure of={failure} />;
  if (value.length === 0) return null;
  return (
    <section aria-labelledby="sweeps">
      <h2 id="sweeps">{words.sweeps.title}</h2>
      <ul className="lines jobs">
        {value.map((sweep) => (
          <SweepLine key={sweep.id} sweep={sweep} all={value} project={project} changed={reload} />
        ))}
      </ul>
    </section>
  );
}
