import type { ChangeJson, EditEffect } from "./values";

/** So many edits may wait in one tab; then it is read only until some are saved. */
export const MOST_KEPT_EDITS = 1_000;
/** So many bytes may wait in one tab, in the form in which they are sent. */
export const MOST_KEPT_BYTES = 1024 * 1024;
/** Edits are moved over so many later changes at most; beyond, they become a draft. */
export const LONGEST_TAIL = 10_000;
/** And over so many units of them, as they stand in frames. */
export const LARGEST_TAIL = 4 * 1024 * 1024;

/** One piece of an edit in words that can be read and applied without the text it was made on. */
export type Piece = { before: string; after: string; applied: boolean } & (
  | { is: "text"; deleted: string; inserted: string }
  /** `surface` is what the annotation or proposal stands on; empty for a mere id. */
  | { is: "mark"; surface: string; effect: EditEffect }
);

/** A change that the log does not have yet, as it lies in the browser's storage. */
export interface KeptUpdate {
  changes: ChangeJson;
  effects: EditEffect[];
  count: number;
  pieces: Piece[];
}

/**
 * What one client name has not brought into the log, at one instant.
 *
 * The first `flight.last - sequence` updates are those of the submit on its way, as they stand after
 * revision `base`; they may be in the log or not. The others were never sent.
 */
export interface Kept {
  client: string;
  document: string;
  title: string;
  /** The tab that keeps it; when that is gone, any other tab of the account may take it over. */
  tab: string;
  timeline: string;
  base: number;
  /** Last number of the client that was in the log then. */
  sequence: number;
  flight: { bytes: string; last: number } | null;
  updates: KeptUpdate[];
  /** When it was written, in milliseconds since 1970. */
  at: number;
}

/** Why edits could not go into the text by themselves. */
export type DraftReason =
  | "too-long"
  | "other-history"
  | "refused"
  | "removed"
  | "forbidden"
  /** An input method was left open in a passage that others changed. */
  | "letters-left"
  /** Typed into a proposal that somebody decided at that moment. */
  | "decided"
  /** What was shown was not what the server had. */
  | "diverged";

/** Edits that wait for the person to apply or discard them. */
export interface Draft {
  id: string;
  document: string;
  title: string;
  reason: DraftReason;
  /** The server's words, when it said something. */
  message: string;
  at: number;
  pieces: Piece[];
}

/** Changes of a shelf that happen together or not at all. */
export interface Batch {
  put?: readonly Kept[];
  /** Client names. */
  remove?: readonly string[];
  drafts?: readonly Draft[];
  /** Ids. */
  removeDrafts?: readonly string[];
}

/** What waits in one document. */
export interface Waiting {
  document: string;
  title: string;
  edits: number;
  drafts: number;
}

/** The storage of one account in this browser. What was written survives the end of the browser. */
export interface Shelf {
  write(batch: Batch): Promise<void>;
  /** Marks a record as another tab's, if it still belongs to the first one; null when it does not. */
  claim(client: string, from: string, to: string): Promise<Kept | null>;
  kept(document: string): Promise<Kept[]>;
  drafts(document: string): Promise<Draft[]>;
  waiting(): Promise<Waiting[]>;
  /** Deletes everything. */
  clear(): Promise<void>;
}

/** Tells living tabs from dead ones. */
export interface Liveness {
  /** This tab lives from now on, until it ends or the answer is called. */
  hold(tab: string): () => void;
  isAlive(tab: string): Promise<boolean>;
}
