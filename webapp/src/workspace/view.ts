import { Text } from "@codemirror/state";
import type { Offered } from "../annotate/kinds";
import type { Offered as OfferedCommand } from "../commands/offered";
import type { DocumentReview } from "../http/api";
import type { Order } from "../http/commands";
import type { Look } from "../markings/views";
import { EVERYTHING, type Filter } from "../review/filter";
import { type Displayed, NOTHING } from "../session/displayed";
import type { Notice } from "../session/documentSession";
import { type Ink, NO_INK } from "../session/ink";
import type { Range } from "../session/loaded";
import type { Snapshot } from "../session/snapshot";
import type { Presence, Suggestion } from "../session/values";

/** From this width on panels stand beside the text. */
export const WIDE = "(min-width: 900px)";
const SURE = 0.9;

export type Panel = "review" | "passages" | "work" | "talk" | "annotations" | "marks" | "history" | "legend" | "drafts";

/** A small window that stands at a place of the text. */
export type Floating =
  | { is: "form"; kind: Offered | "suggest" | "glyph"; from: number; to: number }
  | { is: "edit"; annotation: string }
  | { is: "annotations"; at: number; focused: boolean };

/** What the React part of the workspace draws; a new object for each change. */
export interface View {
  readonly session: Snapshot;
  readonly marks: Displayed;
  /** The text that the marks stand in; what the editor shows may be newer. */
  readonly text: Text;
  /** What is proposed by typing in this tab; its letters stand in the text. */
  readonly ink: Ink;
  /** What the editor shows of the text, and a little more. */
  readonly sight: Range;
  readonly present: readonly Presence[];
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly notices: readonly (Notice & { key: number })[];
  readonly panel: Panel;
  readonly panelOpen: boolean;
  readonly chosen: string | null;
  readonly floating: Floating | null;
  /** A command of a plugin that is about to be given, on what was selected then. */
  readonly command: { command: OfferedCommand; selection: Order["selection"] } | null;
  /** Counts up when the review list is to take the keyboard. */
  readonly reviewFocus: number;
  readonly said: string;
  readonly filter: Filter;
  /** How the review of the document stands, as the server last said. */
  readonly standing: DocumentReview | null;
  /** Starts of the lines to which nothing was done since they were brought in, as far as is known. */
  readonly untouched: ReadonlySet<number>;
  /** Whether what is typed is proposed. */
  readonly suggesting: boolean;
  /** How this person sees the text. */
  readonly look: Look;
  /** What there is to say of that: which text was copied, say. */
  readonly told: string;
  /** Whether the keys are for marks. */
  readonly punctuating: boolean;
  /** A mark that is suggested with less confidence is unsure. */
  readonly bound: number;
  /** Where the cursor is, in words, and the mark that is suggested there, while one punctuates. */
  readonly gap: { readonly told: string; readonly suggestion: Suggestion | null };
  /** Revisions of the decisions made in this tab, the last one at the end; what one undo takes back. */
  readonly decisions: readonly number[];
}

/** Before anything has come from the server. */
export function firstView(session: Snapshot, look: Look): View {
  return {
    session,
    marks: NOTHING,
    text: Text.empty,
    ink: NO_INK,
    sight: { start: 0, end: 0 },
    present: [],
    from: 0,
    to: 0,
    head: 0,
    notices: [],
    panel: "review",
    panelOpen: matchMedia(WIDE).matches,
    chosen: null,
    floating: null,
    command: null,
    reviewFocus: 0,
    said: "",
    filter: EVERYTHING,
    standing: null,
    untouched: new Set(),
    suggesting: false,
    look,
    told: "",
    punctuating: false,
    bound: SURE,
    gap: { told: "", suggestion: null },
    decisions: [],
  };
}
