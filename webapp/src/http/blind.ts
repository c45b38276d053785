import type { Body } from "../session/values";
import { at, request } from "./api";

export type Task = "punctuate" | "annotate" | "transcribe";

/** Somebody who works blind; `document` is there for whoever may see the copy. */
export interface Worker {
  account: string;
  name: string;
  colour: string;
  document?: string;
  done: boolean;
}

export interface Round {
  id: string;
  document: string;
  title: string;
  revision: number;
  start: number;
  end: number;
  task: Task;
  state: "working" | "merging" | "closed" | "abandoned";
  createdAt: string;
  adjudicator?: string;
  merged?: number;
  /** Nobody, for a worker before it is over. */
  workers: Worker[];
  mine?: Worker;
  /** Whether one may compare the copies. */
  open: boolean;
  /** Whether one may decide. */
  decides: boolean;
  /** Whether one may give it up. */
  abandons: boolean;
}

export interface Figures {
  mark: string;
  one: number;
  other: number;
  both: number;
  f1: number;
  kappa?: number;
}

export interface Pair {
  one: string;
  other: string;
  things: Figures;
  kappa?: number;
  marks: Figures[];
}

export interface Agreement {
  pairs: Pair[];
  alpha?: number;
  entities?: number;
}

export interface Reading {
  text: string;
  names: { start: number; end: number; body: Body }[];
}

export type Ruling = { choice: "reading"; worker: string } | { choice: "neither" } | { choice: "own"; own: string };

export interface Difference {
  id: string;
  start: number;
  end: number;
  base: string;
  before: string;
  after: string;
  agreed: boolean;
  /** One for each worker, in their order. */
  readings: Reading[];
  ruling?: Ruling;
  /** Why what was decided could not be put into the text. */
  left?: string;
}

/** Some differences and what was decided about all of them; nothing when they are open after all. */
export interface Decided {
  differences: string[];
  ruling?: Ruling;
}

export interface WholeRound {
  round: Round;
  /** To whom it can be handed over; nobody when one may not. */
  judges: { account: string; name: string }[];
  agreement?: Agreement;
  differences: Difference[];
}

export interface NewRound {
  task: Task;
  workers: string[];
  from?: number;
  to?: number;
}

/** Double work over HTTP: section 1 of docs/protocol.md. */
export const blind = {
  rounds: (project: string) => request<Round[]>("GET", at`/api/projects/${project}/blind`),
  start: (document: string, wanted: NewRound) => request<Round>("POST", at`/api/documents/${document}/blind`, wanted),
  round: (document: string, round: string) => request<WholeRound>("GET", at`/api/documents/${document}/blind/${round}`),
  table: (document: string, round: string) => at`/api/documents/${document}/blind/${round}/agreement.csv`,
  setDone: (document: string, round: string, done: boolean) =>
    request<void>("PUT", at`/api/documents/${document}/blind/${round}/done`, { done }),
  rule: (document: string, round: string, rulings: Decided[]) =>
    request<void>("PUT", at`/api/documents/${document}/blind/${round}/rulings`, { rulings }),
  handOver: (document: string, round: string, account: string) =>
    request<void>("PUT", at`/api/documents/${document}/blind/${round}/adjudicator`, { account }),
  close: (document: string, round: string) =>
    request<{ revision?: number; decided: number; left: Record<string, string> }>(
      "POST",
      at`/api/documents/${document}/blind/${round}/close`,
    ),
  abandon: (document: string, round: string) => request<void>("DELETE", at`/api/documents/${document}/blind/${round}`),
};
