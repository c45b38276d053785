/** The frames of docs/protocol.md, version 1. */
import type {
  Action,
  Annotation,
  Approval,
  ChangeJson,
  CommentThread,
  EditEffect,
  Effect,
  Outcome,
  People,
  Presence,
  Role,
  Suggestion,
  TalkEffect,
} from "./values";

export const PROTOCOL = 1;

export interface Account {
  id: string;
  name: string;
  colour: string;
  administrator: boolean;
}

export interface UpdateJson {
  changes: ChangeJson;
  effects: EditEffect[];
}

export interface Submit {
  type: "submit";
  document: string;
  client: string;
  sequence: number;
  base: number;
  updates: UpdateJson[];
}

/** A whole line as it is displayed. */
export interface SeenPassage {
  start: number;
  end: number;
  hash: string;
}

/** Requests outside the text's own numbering; the document, client and number are put in on sending. */
export type Ask =
  | {
      type: "decide";
      suggestions: string[];
      outcome: Outcome;
      candidate?: number;
      correction?: Action;
      /** It only names some of them; the others come with the same number. */
      more?: boolean;
    }
  | { type: "approve" | "ready"; passages: SeenPassage[] }
  | { type: "unready"; ready: string }
  | { type: "talk"; revision: number; talk: TalkEffect }
  | { type: "withdraw"; approval: string }
  | { type: "revert"; revision: number }
  | { type: "restore"; revision: number; start?: number; end?: number }
  | { type: "undo"; account?: string; plugin?: string; version?: string; from: number; to: number }
  | {
      type: "unmark";
      imported?: boolean;
      account?: string;
      plugin?: string;
      version?: string;
      revision?: number;
      start?: number;
      end?: number;
    }
  | { type: "remark"; revision: number };

export type ClientFrame =
  | { type: "hello"; protocol: number; ticket: string }
  | { type: "open"; document: string; client: string; since?: number; epoch?: number }
  | Submit
  | { type: "pull"; document: string; from: number }
  | { type: "annotations"; document: string; revision: number; start: number; end: number; orphans?: boolean; ids?: string[] }
  | { type: "here"; document: string; revision: number; anchor: number; head: number }
  | { type: "analyze"; document: string; plugin: string; start?: number; end?: number }
  | { type: "dismiss"; document: string; plugin: string }
  | (Ask & { document: string; client: string; sequence: number })
  | { type: "diverged"; document: string; revision: number; checksum: string }
  | { type: "close"; document: string };

export interface Change {
  client: string;
  sequence: number;
  author: string;
  at: string;
  changes: ChangeJson;
  effects: Effect[];
}

export interface Opened {
  type: "opened";
  document: string;
  title: string;
  project: string;
  role: Role;
  timeline: string;
  epoch: number;
  revision: number;
  text: string;
  /** How many there are; they are asked for by window. */
  annotations: number;
  orphaned: number;
  threads: CommentThread[];
  analyses: string[];
  sequence: number;
  people: People;
  approvalsNeeded: number;
  present: Presence[];
}

export interface Resumed {
  type: "resumed";
  document: string;
  role: Role;
  timeline: string;
  epoch: number;
  revision: number;
  analyses: string[];
  sequence: number;
  people: People;
  approvalsNeeded: number;
  present: Presence[];
}

/** What is said about a range, in the places of a revision. */
export interface AnnotationsRead {
  type: "annotations";
  document: string;
  revision: number;
  start: number;
  end: number;
  annotations: Annotation[];
  approvals: Approval[];
  ready: Approval[];
  total: number;
  orphaned: number;
  orphans: Annotation[];
  missing: string[];
}

export interface Changes {
  type: "changes";
  document: string;
  epoch: number;
  first: number;
  changes: Change[];
  /** The newest revision, in answer to a pull: there may be more to pull. */
  head?: number;
}

export interface Done {
  type: "done";
  document: string;
  client: string;
  sequence: number;
  revision: number;
  decided?: number;
  skipped?: { suggestion: string; reason: string }[];
}

/** How far the document is; without a checksum it stands for changes that were left out. */
export interface Head {
  type: "head";
  document: string;
  epoch: number;
  revision: number;
  checksum?: string;
}

export interface Refused {
  type: "refused";
  document: string;
  client: string;
  sequence: number;
  code: string;
  message: string;
}

export interface SuggestionsChanged {
  type: "suggestions";
  document: string;
  revision: number;
  plugin: string;
  removed: string[];
  added: Suggestion[];
}

export interface AnalysisProgress {
  type: "analysis";
  document: string;
  plugin: string;
  state: "running" | "done" | "failed" | "stopped";
  done: number;
  total: number;
  message: string;
}

/** An instance of a plugin changed or is gone. */
export interface PluginTold {
  type: "plugin";
  plugin: string;
  state: string;
  reason: string;
}

export interface Welcome {
  type: "welcome";
  protocol: number;
  session: string;
  account: Account;
  limits: { "frame-bytes": number; "message-bytes": number; "insert-units": number };
}

/** What the server says about one document. */
export type DocumentFrame =
  | Opened
  | Resumed
  | AnnotationsRead
  | Changes
  | Done
  | Refused
  | SuggestionsChanged
  | AnalysisProgress
  | (Presence & { type: "presence"; document: string })
  | { type: "left"; document: string; session: string }
  | { type: "members"; document: string; role: Role; people: People; approvalsNeeded: number }
  | { type: "work"; document: string }
  | Head
  | { type: "storage-full"; document: string; message: string }
  | { type: "closed"; document: string; code: string; message: string }
  | { type: "failed"; document?: string; code: string; message: string };

export type ServerFrame = Welcome | PluginTold | DocumentFrame;
