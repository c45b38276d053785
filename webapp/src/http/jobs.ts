import { at, request } from "./api";

export type JobState = "running" | "paused" | "cancelled" | "done";

/** Plugins look at all documents of a project. */
export interface Job {
  id: string;
  task: "look" | "compare";
  state: JobState;
  name: string;
  created: string;
  ended?: string;
  plugins: string[];
  documents: number;
  /** Of all texts, for each plugin. */
  units: number;
  done: number;
  unitsPerSecond: number;
  /** Not there when it is not known yet, or nothing is left. */
  secondsLeft?: number;
  faults: { document: string; title: string; plugin: string; message: string }[];
}

/** Jobs: section 1 of docs/protocol.md. */
export const jobs = {
  list: (project: string) => request<Job[]>("GET", at`/api/projects/${project}/jobs`),
  start: (project: string, plugins: string[]) => request<Job>("POST", at`/api/projects/${project}/jobs`, { plugins }),
  step: (project: string, job: string, state: JobState) =>
    request<Job>("PUT", at`/api/projects/${project}/jobs/${job}`, { state }),
};
