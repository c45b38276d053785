import { at, type Deed, request, type UndoPreview } from "./api";
import type { Pair } from "./blind";
import type { People } from "../session/values";

/** Whose marks are meant: the source's, a person's, a plugin's; everybody's when nothing is named. */
export interface MarksOf {
  imported?: boolean;
  account?: string;
  plugin?: string;
  version?: string;
}

/** The marks of a range: of each its place, its length, the number of its act, and 1 when its passage is approved. */
export interface Marks {
  revision: number;
  start: number;
  end: number;
  acts: Deed[];
  marks: [number, number, number, number][];
  people: People;
}

export interface MarkCount {
  origin: MarksOf;
  mark: string;
  standing: number;
  approved: number;
}

export interface MarkCounts {
  revision: number;
  counts: MarkCount[];
  people: People;
}

/** How far marks agree with those that a plugin would set: a pair for each who set marks. */
export interface PluginAgreement {
  revision: number;
  plugin: string;
  version: string;
  places: number;
  pairs: Pair[];
}

/** Marks as a layer of a document: section 1 of docs/protocol.md. */
export const marks = {
  of: (document: string, start: number, end: number) =>
    request<Marks>("GET", at`/api/documents/${document}/marks?start=${start}&end=${end}`),
  counts: (document: string) => request<MarkCounts>("GET", at`/api/documents/${document}/marks/counts`),
  agreement: (document: string, plugin: string, range?: { start: number; end: number }) =>
    request<PluginAgreement>(
      "GET",
      range === undefined
        ? at`/api/documents/${document}/marks/agreement?plugin=${plugin}`
        : at`/api/documents/${document}/marks/agreement?plugin=${plugin}&start=${range.start}&end=${range.end}`,
    ),
  agreementOfRound: (document: string, round: string, plugin: string) =>
    request<PluginAgreement>("GET", at`/api/documents/${document}/blind/${round}/plugin?plugin=${plugin}`),
  taking: (document: string, what: Record<string, string | number | boolean>) => {
    const query = new URLSearchParams(Object.entries(what).map(([key, value]) => [key, String(value)]));
    return request<UndoPreview>("GET", `${at`/api/documents/${document}/marks/taking`}?${query}`);
  },
};
