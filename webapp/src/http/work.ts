import { at, request } from "./api";

export const TASKS = ["transcribe", "punctuate", "annotate", "review"] as const;
export type Task = (typeof TASKS)[number];
export type Step = "given" | "changed" | "reopened" | "done" | "taken_back";

/** Given lines: their number when they were given, and where they are now. */
export interface Passages {
  first: number;
  count: number;
  words: string;
  start: number;
  end: number;
  gone: boolean;
}

/** Work that somebody was given. */
export interface Assignment {
  id: string;
  project: string;
  document: string;
  title: string;
  /** At which the place of the passages counts. */
  revision: number;
  /** Not there when it is the whole document. */
  passages?: Passages;
  account: string;
  name: string;
  standing: "able" | "unable" | "left";
  task: Task;
  due?: string;
  overdue: boolean;
  note: string;
  giver: string;
  giverName: string;
  at: string;
  step: Step;
  by: string;
  byName: string;
  changedAt: string;
  version: number;
}

export interface Order {
  task: Task;
  due?: string;
  note: string;
}

export interface NewAssignment extends Order {
  account: string;
  passages?: { revision: number; start: number; end: number };
}

export interface Extent {
  passages: number;
  characters: number;
}

export type Level = "untouched" | "work" | "ready" | "partly" | "approved";
export type Share = Record<Level, Extent>;

export const DEEDS = [
  "written",
  "deleted",
  "annotated",
  "proposed",
  "accepted",
  "corrected",
  "rejected",
  "skipped",
  "ready",
  "approved",
] as const;
export type Deed = (typeof DEEDS)[number];

/** What became of what a plugin suggested with about the same confidence; the ends are those of an interval of 95 %. */
export interface Band {
  plugin: string;
  version: string;
  from: number;
  to: number;
  decided: number;
  accepted: number;
  other: number;
  corrected: number;
  rejected: number;
  share: number;
  low: number;
  high: number;
}

/** How a project comes on. */
export interface Progress {
  needed: number;
  /** So many documents were not counted up to now yet. */
  behind: number;
  days: { day: string; share: Share }[];
  documents: { id: string; title: string; share: Share }[];
  people: { account: string; name: string; colour: string; times: Record<Deed, number> }[];
  throughput: { day: string; account: string; decisions: number; approvals: number }[];
  calibration: Band[];
}

export type Table = "days" | "documents" | "people" | "throughput" | "calibration";

/** Assignments and progress: section 1 of docs/protocol.md. */
export const work = {
  mine: () => request<Assignment[]>("GET", "/api/assignments"),
  ofProject: (project: string) => request<Assignment[]>("GET", at`/api/projects/${project}/assignments`),
  table: (project: string) => at`/api/projects/${project}/assignments.csv`,
  ofDocument: (document: string) => request<Assignment[]>("GET", at`/api/documents/${document}/assignments`),
  give: (document: string, assignment: NewAssignment) =>
    request<Assignment>("POST", at`/api/documents/${document}/assignments`, assignment),
  change: ({ document, id, version }: Assignment, order: Order) =>
    request<Assignment>("PUT", at`/api/documents/${document}/assignments/${id}`, { version, ...order }),
  takeBack: ({ document, id, version }: Assignment) =>
    request<Assignment>("DELETE", at`/api/documents/${document}/assignments/${id}?version=${version}`),
  finish: ({ document, id, version }: Assignment, done: boolean) =>
    request<Assignment>("PUT", at`/api/documents/${document}/assignments/${id}/done`, { version, done }),
  progress: (project: string) => request<Progress>("GET", at`/api/projects/${project}/progress`),
  progressTable: (project: string, table: Table) => at`/api/projects/${project}/progress/${table}.csv`,
};
