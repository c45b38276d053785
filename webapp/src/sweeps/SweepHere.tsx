import { useEffect } from "react";
import { Failure } from "../app/Failure";
import type { Project } from "../http/api";
import { words } from "../strings";
import "../styles/jobs.css";
import { SweepLine } from "./SweepLine";
import { isOpen, useSweeps } from "./useSweep";

interface Props {
  project: Project;
  id: string;
  /** Told once when it is done. */
  done?(): void;
}

/** The change that was just begun, and what takes it back. */
export function SweepHere({ project, id, done }: Props) {
  const { value, failure, reload } = useSweeps(project.id);
  const listed = value?.filter((sweep) => sweep.id === id || sweep.asked.undoes === id) ?? [];
  const ended = listed.length > 0 && !listed.some(isOpen);
  useEffect(() => {
    if (ended) done?.();
  }, [ended]);
  return (
    <>
      <Failure of={failure} />
      {listed.length === 0 && <p role="status">{words.sweeps.far(0, project.documents.length)}</p>}
      <ul className="lines jobs">
        {listed.map((sweep) => (
          <SweepLine key={sweep.id} sweep={sweep} all={listed} project={project} changed={reload} />
        ))}
      </ul>
    </>
  );
}
