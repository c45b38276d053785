import type { Body } from "../session/values";
import { at, request } from "./api";
import type { Sweep } from "./sweeps";

/** Free places are alike; the others differ, and are looked at one by one. */
export const PLACES = ["free", "entity", "type", "inside", "same"] as const;
export type PlaceKind = (typeof PLACES)[number];

/** What can be said at several places. */
export type Said = Extract<Body, { is: "identification" } | { is: "tag" }>;

export interface Occurrence {
  start: number;
  kind: PlaceKind;
  /** What is said there instead, or the word that it is part of. */
  other: string;
  before: string;
  after: string;
}

/** A document in which a form stands. */
export interface Within {
  document: string;
  title: string;
  revision: number;
  places: Occurrence[];
}

export interface Found {
  documents: Within[];
  /** Whether there are no more than can be annotated at once. */
  complete: boolean;
}

export interface Chosen {
  document: string;
  revision: number;
  starts: number[];
}

/** All occurrences of a form: section 1 of docs/protocol.md. */
export const occurrences = {
  find: (project: string, surface: string, body: Said, document?: string) =>
    request<Found>("POST", at`/api/projects/${project}/occurrences`, { surface, body, document }),
  annotate: (project: string, surface: string, body: Said, places: Chosen[]) =>
    request<Sweep>("POST", at`/api/projects/${project}/occurrences/annotate`, { surface, body, places }),
};
