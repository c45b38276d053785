import { at, request } from "./api";
import type { Order } from "./commands";
import type { Value } from "./plugins";

export type JobState = "running" | "paused" | "cancelled" | "done";

/** Plugins look at all documents of a project; or a command of one is run on them, or on one document. */
export interface Job {
  id: string;
  task: "look" | "command" | "compare";
  state: JobState;
  account: string;
  name: string;
  created: string;
  ended?: string;
  plugins: string[];
  /** Not there when plugins just look. */
  command?: { name: string; label: string; parameters: Record<string, Value>; selection: boolean };
  documents: number;
  /** Of all texts, for each plugin. */
  units: number;
  done: number;
  unitsPerSecond: number;
  /** Not there when it is not known yet, or nothing is left. */
  secondsLeft?: number;
  faults: { document: string; title: string; plugin: string; message: string }[];
  /** What a command came to on each document; no units when it said nothing. */
  reports: { part: number; document: string; title: string; units: number; proposals: number }[];
}

/** Jobs: section 1 of docs/protocol.md. */
export const jobs = {
  list: (project: string) => request<Job[]>("GET", at`/api/projects/${project}/jobs`),
  start: (project: string, plugins: string[]) => request<Job>("POST", at`/api/projects/${project}/jobs`, { plugins }),
  command: (project: string, command: Order) =>
    request<Job>("POST", at`/api/projects/${project}/jobs`, { command }),
  step: (project: string, job: string, state: JobState) =>
    request<Job>("PUT", at`/api/projects/${project}/jobs/${job}`, { state }),
};
