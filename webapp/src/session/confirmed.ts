import { ChangeSet, type Text } from "@codemirror/state";
import { mapAnchor, touches } from "./anchors";
import type { Change } from "./frames";
import type { Anchor, Annotation, Approval, Effect, Suggestion } from "./values";

type ById<T> = ReadonlyMap<string, T>;

/** What the server has confirmed, at one revision. A value: a new state is a new object. */
export interface Confirmed {
  readonly revision: number;
  readonly text: Text;
  readonly annotations: ById<Annotation>;
  readonly approvals: ById<Approval>;
  readonly suggestions: ById<Suggestion>;
}

/** A change of the log with its change set read. */
export interface LogEntry extends Omit<Change, "changes"> {
  readonly changes: ChangeSet;
}

export function logEntry(change: Change): LogEntry {
  return { ...change, changes: ChangeSet.fromJSON(change.changes) };
}

export function byId<T extends { id: string }>(values: readonly T[]): Map<string, T> {
  return new Map(values.map((value) => [value.id, value]));
}

/** The state after the next revision: anchors move through the change first, then its effects happen. */
export function advance(before: Confirmed, entry: LogEntry): Confirmed {
  const { changes, effects } = entry;
  const text = changes.apply(before.text);
  const annotations = mapAnchors(before.annotations, changes);
  let approvals = mapApprovals(before.approvals, changes);
  const suggestions = mapAnchors(before.suggestions, changes);
  const after: Draft = {
    revision: before.revision + 1,
    text,
    annotations,
    approvals: new Map(approvals),
    suggestions,
  };
  for (const effect of effects) happen(after, effect, entry);
  return after;
}

interface Draft extends Confirmed {
  annotations: Map<string, Annotation>;
  approvals: Map<string, Approval>;
  suggestions: Map<string, Suggestion>;
}

function happen(state: Draft, effect: Effect, entry: LogEntry): void {
  switch (effect.is) {
    case "add-annotation": {
      const { id, start, end, body, orphaned = false } = effect;
      state.annotations.set(id, { id, start, end, orphaned, body, author: entry.author });
      return voidApprovals(state, start, end);
    }
    case "restore-annotation": {
      const { id, start, end, body, orphaned, author } = effect;
      state.annotations.set(id, { id, start, end, orphaned, body, author });
      return voidApprovals(state, start, end);
    }
    case "edit-annotation": {
      const known = state.annotations.get(effect.id);
      if (!known) return;
      state.annotations.set(effect.id, { ...known, body: effect.body });
      return voidApprovals(state, known.start, known.end);
    }
    case "move-annotation": {
      const known = state.annotations.get(effect.id);
      if (!known) return;
      const { start, end, orphaned = false } = effect;
      state.annotations.set(effect.id, { ...known, start, end, orphaned });
      voidApprovals(state, known.start, known.end);
      return voidApprovals(state, start, end);
    }
    case "remove-annotation": {
      const known = state.annotations.get(effect.id);
      if (!known) return;
      state.annotations.delete(effect.id);
      return voidApprovals(state, known.start, known.end);
    }
    case "propose":
      state.suggestions.set(effect.id, proposal(effect, entry.author, state.text));
      return;
    case "withdraw-proposal":
      state.suggestions.delete(effect.id);
      return;
    case "decide":
      state.suggestions.delete(effect.suggestion.id);
      return;
    case "reopen":
      state.suggestions.set(effect.suggestion.id, effect.suggestion);
      return;
    case "approve": {
      const { id, start, end } = effect;
      const { revision } = state;
      state.approvals.set(id, { id, start, end, account: entry.author, revision });
      return;
    }
    case "withdraw-approval":
      state.approvals.delete(effect.id);
      return;
    case "revert":
    case "undo-work":
    case "restore":
    case "import":
      return;
  }
}

/** What a `propose` effect looks like in the list of suggestions. */
export function proposal(
  effect: Extract<Effect, { is: "propose" }>,
  account: string,
  text: Text,
): Suggestion {
  const { id, start, end, category, candidates, explanation, orphaned = false } = effect;
  const surface = text.sliceString(start, end);
  const maker = { account };
  return { id, start, end, orphaned, maker, category, surface, candidates, explanation, evidence: [] };
}

function voidApprovals(state: Draft, start: number, end: number): void {
  for (const approval of state.approvals.values()) {
    if (start <= approval.end && end >= approval.start) state.approvals.delete(approval.id);
  }
}

/** Approvals that the change leaves untouched, at their new places (rule 3). */
export function mapApprovals(approvals: ById<Approval>, changes: ChangeSet): ById<Approval> {
  if (changes.empty || approvals.size === 0) return approvals;
  const kept = new Map<string, Approval>();
  for (const approval of approvals.values()) {
    if (touches(changes, approval.start, approval.end)) continue;
    const start = changes.mapPos(approval.start, 1);
    const end = changes.mapPos(approval.end, -1);
    kept.set(approval.id, { ...approval, start, end: Math.max(start, end) });
  }
  return kept;
}

function mapAnchors<A extends Anchor & { id: string }>(
  marks: ById<A>,
  changes: ChangeSet,
): Map<string, A> {
  const mapped = new Map(marks);
  if (changes.empty) return mapped;
  for (const mark of marks.values()) {
    const moved = mapAnchor(mark, changes);
    if (moved !== mark) mapped.set(mark.id, moved);
  }
  return mapped;
}
