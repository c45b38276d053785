import { at, request } from "./api";
import type { Job } from "./jobs";
import type { Value } from "./plugins";

/** One side: an instance, or what is tried in its place. */
export interface Side {
  instance: string;
  version: string;
  trial?: { plugin: string; version: string; sha256: string; settings: Record<string, Value> };
}

/** How often a side agreed with what people decided. */
export interface Score {
  right: number;
  wrong: number;
}

/** A place at which the sides differ. */
export interface Difference {
  start: number;
  end: number;
  category: string;
  left: string;
  surface: string;
  right: string;
  /** Labels of the first candidates; empty when this side has none. */
  before: string[];
  after: string[];
}

/** What another version, other settings or another instance would suggest in a project. */
export interface Comparison {
  job: Job;
  order: { before: Side; after: Side; stamp: string };
  counts: { same: number; changed: number; gone: number; fresh: number };
  decided: number;
  /** Decisions in which the person put something there. */
  put: number;
  before: Score;
  after: Score;
  places: { document: string; title: string; difference: Difference }[];
}

/** Another instance, or a version and settings for this one. */
export type Wanted =
  | { instance: string; other: string }
  | { instance: string; version: string; settings: Record<string, Value> };

/** Comparisons, for administrators: section 1 of docs/protocol.md. */
export const comparisons = {
  start: (project: string, wanted: Wanted) => request<Job>("POST", at`/api/projects/${project}/comparisons`, wanted),
  see: (project: string, job: string) => request<Comparison>("GET", at`/api/projects/${project}/comparisons/${job}`),
};
