import { ChangeSet, type Text } from "@codemirror/state";
import { mapAnchor } from "./anchors";
import { type Confirmed, mapApprovals, proposal } from "./confirmed";
import { type Pending, steps } from "./shared";
import type { Annotation, Approval, EditEffect, Suggestion } from "./values";

/** The marks as they are shown: the confirmed ones, moved over what is not confirmed yet. */
export interface Displayed {
  readonly annotations: readonly Annotation[];
  readonly suggestions: readonly Suggestion[];
  readonly approvals: readonly Approval[];
}

interface Marks {
  annotations: Map<string, Annotation>;
  suggestions: Map<string, Suggestion>;
  approvals: ReadonlyMap<string, Approval>;
}

/** Lays the pending edits of this account over the confirmed marks; `shown` is the text they give. */
export function displayed(
  confirmed: Confirmed,
  pending: readonly Pending[],
  shown: Text,
  account: string,
): Displayed {
  const marks: Marks = {
    annotations: new Map(confirmed.annotations),
    suggestions: new Map(confirmed.suggestions),
    approvals: confirmed.approvals,
  };
  for (const step of steps(pending)) {
    move(marks, step.changes);
    for (const effect of step.effects) happen(marks, effect, account, shown);
  }
  return {
    annotations: inPlace(marks.annotations.values()),
    suggestions: inPlace(marks.suggestions.values()),
    approvals: inPlace(marks.approvals.values()),
  };
}

function move(marks: Marks, changes: ChangeSet): void {
  if (changes.empty) return;
  for (const mark of marks.annotations.values()) {
    marks.annotations.set(mark.id, mapAnchor(mark, changes));
  }
  for (const mark of marks.suggestions.values()) {
    marks.suggestions.set(mark.id, mapAnchor(mark, changes));
  }
  marks.approvals = mapApprovals(marks.approvals, changes);
}

function happen(marks: Marks, effect: EditEffect, account: string, shown: Text): void {
  switch (effect.is) {
    case "add-annotation": {
      const { id, start, end, body } = effect;
      marks.annotations.set(id, { id, start, end, body, orphaned: false, author: account });
      return;
    }
    case "edit-annotation":
    case "move-annotation": {
      const known = marks.annotations.get(effect.id);
      if (known === undefined) return;
      const change =
        effect.is === "edit-annotation"
          ? { body: effect.body }
          : { start: effect.start, end: effect.end, orphaned: false };
      marks.annotations.set(effect.id, { ...known, ...change });
      return;
    }
    case "remove-annotation":
      marks.annotations.delete(effect.id);
      return;
    case "propose":
      marks.suggestions.set(effect.id, proposal(effect, account, shown));
      return;
    case "withdraw-proposal":
      marks.suggestions.delete(effect.id);
      return;
  }
}

function inPlace<M extends { start: number; end: number }>(marks: Iterable<M>): M[] {
  return [...marks].sort((a, b) => a.start - b.start || a.end - b.end);
}
