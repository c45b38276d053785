import type { AnalysisProgress } from "./frames";
import type { Draft } from "./kept";
import type { Loss } from "./socket";
import type { People, Role } from "./values";

/** What the workspace shows about a document besides its text; a new object for each change. */
export interface Snapshot {
  readonly connection: "connecting" | "online" | "offline";
  readonly why: Loss | "other-account" | null;
  readonly title: string;
  readonly project: string;
  readonly role: Role;
  /** Of how many people a passage needs the approval. */
  readonly approvalsNeeded: number;
  readonly revision: number;
  /** Edits that the log does not have yet, those left by tabs that ended included. */
  readonly pending: number;
  /** Whether the browser's storage takes them; otherwise they live as long as this tab. */
  readonly safe: boolean;
  /** As much waits here as may. */
  readonly full: boolean;
  /** The server has no room for more. */
  readonly storageFull: boolean;
  /** Edits that wait for the person. */
  readonly drafts: readonly Draft[];
  readonly account: string;
  readonly people: People;
  readonly analyses: readonly string[];
  readonly progress: Readonly<Record<string, AnalysisProgress>>;
  readonly opened: boolean;
  /** Rises when plugins may have changed: ask what there is. */
  readonly pluginsTold: number;
  /** Rises when something was done with work given out here, or may have been while nobody told. */
  readonly workTold: number;
}

/** Of a document that was not heard of yet. */
export const UNOPENED: Snapshot = {
  connection: "connecting",
  why: null,
  title: "",
  project: "",
  role: "viewer",
  approvalsNeeded: 1,
  revision: 0,
  pending: 0,
  safe: true,
  full: false,
  storageFull: false,
  drafts: [],
  account: "",
  people: {},
  analyses: [],
  progress: {},
  opened: false,
  pluginsTold: 0,
  workTold: 0,
};

/** Whether this role changes the text and its annotations itself; others propose, or read. */
export function isEditor(role: Role): boolean {
  return role !== "viewer" && role !== "annotator";
}

/** Whether one may type now, into the text or as a proposal; each reason why not has its words in the state line. */
export function mayWrite({ role, why, full, storageFull }: Snapshot): boolean {
  const ended = why === "other-account" || why === "forbidden" || why === "protocol";
  return role !== "viewer" && !ended && !full && !storageFull;
}
