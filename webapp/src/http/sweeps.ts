import { at, request } from "./api";
import type { JobState } from "./jobs";
import type { Decided } from "./variants";

/** What a change over several documents did in one of them. */
export interface SweptDocument {
  document: string;
  title: string;
  ended: boolean;
  /** Why it could not be done there; empty when it could. */
  fault: string;
  revisions: number[];
  places: number;
  /** Places whose text had changed. */
  left: number;
}

/** One change over several documents, which one undo takes back. */
export interface Sweep {
  id: string;
  asked: { rules?: { rules: number[]; replace: boolean }; surface?: string; undoes?: string };
  state: JobState;
  account: string;
  name: string;
  created: string;
  ended?: string;
  /** By which it was, or is being, taken back. */
  undone?: string;
  places: number;
  left: number;
  documents: SweptDocument[];
}

/** One decision, and where. */
export interface Decision {
  document: string;
  title: string;
  revision: number;
  decided: Decided;
}

/** Changes over several documents: section 1 of docs/protocol.md. */
export const sweeps = {
  of: (project: string) => request<Sweep[]>("GET", at`/api/projects/${project}/sweeps`),
  decisions: (project: string, sweep: string) =>
    request<Decision[]>("GET", at`/api/projects/${project}/sweeps/${sweep}/decisions`),
  file: (project: string, sweep: string) => at`/api/projects/${project}/sweeps/${sweep}/file`,
  undo: (project: string, sweep: string) => request<Sweep>("POST", at`/api/projects/${project}/sweeps/${sweep}/undo`, {}),
};
