/** The values that documents are made of, as they stand in the frames of docs/protocol.md. */

export type Role = "viewer" | "annotator" | "editor" | "reviewer" | "manager";

export type Body =
  | { is: "tag"; name: string }
  | { is: "identification"; entity: string; label: string; type: string }
  | { is: "regularization"; form: string; relation: string }
  | { is: "glyph"; description: string; form: string }
  | { is: "gap"; reason: string; quantity: number }
  | DateBody
  | { is: "note"; text: string };

/** When something was: the first and the last day, or a fault; the other is empty. */
export interface DateBody {
  is: "date";
  /** The whole date in words. */
  norm: string;
  /** As ISO 8601 writes it. */
  start: string;
  end: string;
  /** It lies outside what is being told. */
  reference: boolean;
  fault: string;
}

/** A half open range of UTF-16 units; an orphan's text is gone and it stands as a point. */
export interface Anchor {
  start: number;
  end: number;
  orphaned: boolean;
}

export interface Annotation extends Anchor {
  id: string;
  body: Body;
  author: string;
}

export type Action = { is: "replace"; text: string } | { is: "annotate"; body: Body };

export interface Candidate {
  action: Action;
  confidence: number;
  label: string;
}

export type Maker = { plugin: string; version: string } | { account: string };

export interface Suggestion extends Anchor {
  id: string;
  maker: Maker;
  category: string;
  surface: string;
  candidates: Candidate[];
  explanation: string;
  evidence: string[];
  /** Names a person's proposal as it is now; another one as soon as it is revised. */
  fingerprint: string;
}

/** What a decision names: nobody decides about what they did not see. */
export function reference({ id, maker, fingerprint }: Suggestion): string {
  return "account" in maker ? fingerprint : id;
}

/** Somebody's word about a whole passage; void as soon as the passage changes. */
export interface Approval {
  id: string;
  start: number;
  end: number;
  account: string;
  revision: number;
  /** It says that there is nothing to mark here. */
  unmarked?: boolean;
  /** It does not say that the passage is right, but that it is ready to be reviewed. */
  ready?: true;
}

export interface Comment {
  id: string;
  account: string;
  at: string;
  text: string;
  mentions: string[];
  edited: boolean;
  /** Its author took it back. */
  removed: boolean;
}

/** Comments on one place, or on a proposal. */
export interface CommentThread extends Anchor {
  id: string;
  proposal?: string;
  resolved: boolean;
  comments: readonly Comment[];
}

/** What somebody says to the others. */
export type TalkEffect =
  | {
      is: "start-thread";
      thread: string;
      start: number;
      end: number;
      orphaned: boolean;
      proposal?: string;
      id: string;
      text: string;
      mentions: string[];
    }
  | { is: "add-comment" | "edit-comment"; thread: string; id: string; text: string; mentions: string[] }
  | { is: "remove-comment"; thread: string; id: string }
  | { is: "resolve-thread" | "reopen-thread"; thread: string };

export interface Person {
  name: string;
  colour: string;
}

export type People = Record<string, Person>;

export interface Presence {
  session: string;
  account: string;
  name: string;
  colour: string;
  revision: number;
  anchor: number;
  head: number;
}

export type Outcome = "accepted" | "corrected" | "rejected" | "skipped";

/** What a person's edit does besides changing the text. Positions count in the text after it. */
export type EditEffect =
  | { is: "add-annotation"; id: string; start: number; end: number; body: Body }
  | { is: "edit-annotation"; id: string; body: Body }
  | { is: "move-annotation"; id: string; start: number; end: number }
  | { is: "remove-annotation"; id: string }
  | {
      is: "propose";
      id: string;
      start: number;
      end: number;
      category: string;
      candidates: Candidate[];
      explanation: string;
    }
  | {
      is: "revise-proposal";
      id: string;
      start: number;
      end: number;
      candidates: Candidate[];
      explanation: string;
    }
  | { is: "withdraw-proposal"; id: string };

/** What only the server writes into the log. */
export type ServerEffect =
  | TalkEffect
  | {
      is: "decide";
      outcome: Outcome;
      candidate: number;
      correction?: Action | null;
      suggestion: Suggestion;
    }
  | { is: "reopen"; suggestion: Suggestion }
  | { is: "approve"; id: string; start: number; end: number; unmarked?: boolean }
  | { is: "open-sample"; approvals: Approval[] }
  | { is: "mark-ready"; id: string; start: number; end: number }
  | { is: "withdraw-ready"; id: string }
  | { is: "withdraw-approval"; id: string }
  | { is: "revert"; revision: number }
  | {
      is: "undo-work";
      deeds: { account?: string; plugin?: string; version?: string; from: number; to: number };
    }
  | {
      is: "take-marks";
      whose: { imported?: boolean; account?: string; plugin?: string; version?: string };
      passage?: { start: number; end: number };
    }
  | { is: "restore"; revision: number; passage?: { start: number; end: number } }
  | {
      is: "restore-annotation";
      id: string;
      start: number;
      end: number;
      orphaned: boolean;
      body: Body;
      author: string;
    }
  | { is: "import"; title: string; reader?: { plugin: string; version: string } };

export type Effect = (EditEffect & { orphaned?: boolean }) | ServerEffect;

/** The JSON form of a change set, as `ChangeSet.toJSON` writes it. */
export type ChangeJson = (number | [number, ...string[]])[];
