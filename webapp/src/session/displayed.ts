import type { ChangeDesc, Text } from "@codemirror/state";
import { Anchored, byPlace } from "./anchored";
import { type Confirmed, mapApprovals, proposal, revised } from "./confirmed";
import { type Pending, steps } from "./shared";
import type { Annotation, Approval, CommentThread, EditEffect, Suggestion } from "./values";

/** The marks as they are shown: the confirmed ones, moved over what is not confirmed yet. */
export interface Displayed {
  readonly annotations: Anchored<Annotation>;
  readonly suggestions: Anchored<Suggestion>;
  readonly threads: Anchored<CommentThread>;
  /** The same list as long as they are the same. */
  readonly approvals: readonly Approval[];
  /** How many annotations the document has; those of `annotations` are some of them. */
  readonly total: number;
  /** How many of them have lost their text, as the server last said. */
  readonly orphaned: number;
}

/** Nothing is said about a text yet. */
export const NOTHING: Displayed = {
  annotations: Anchored.none(),
  suggestions: Anchored.none(),
  threads: Anchored.none(),
  approvals: [],
  total: 0,
  orphaned: 0,
};

/** Whether both show the same. */
export function isSame(one: Displayed, other: Displayed): boolean {
  const { approvals } = other;
  return (
    one.total === other.total &&
    one.orphaned === other.orphaned &&
    one.annotations.isSame(other.annotations) &&
    one.suggestions.isSame(other.suggestions) &&
    one.threads.isSame(other.threads) &&
    one.approvals.length === approvals.length &&
    one.approvals.every(({ id, start, end }, index) => {
      const at = approvals[index]!;
      return id === at.id && start === at.start && end === at.end;
    })
  );
}

interface Marks {
  annotations: Anchored<Annotation>;
  suggestions: Anchored<Suggestion>;
  threads: Anchored<CommentThread>;
  approvals: ReadonlyMap<string, Approval>;
  total: number;
}

/**
 * Lays the pending edits of this account over the confirmed marks; `text` is the text they give.
 *
 * @param over what then leads to the text on the screen
 */
export function displayed(
  confirmed: Confirmed,
  pending: readonly Pending[],
  text: Text,
  account: string,
  over: ChangeDesc | null = null,
): Displayed {
  const { annotations, suggestions, threads, total, orphaned } = confirmed;
  const marks: Marks = { annotations, suggestions, threads, approvals: confirmed.approvals, total };
  for (const step of steps(pending)) {
    marks.annotations = marks.annotations.map(step.changes);
    marks.threads = marks.threads.map(step.changes);
    marks.suggestions = marks.suggestions.map(step.changes);
    marks.approvals = mapApprovals(marks.approvals, step.changes);
    for (const effect of step.effects) happen(marks, effect, account, text);
  }
  if (over !== null) {
    marks.annotations = marks.annotations.map(over);
    marks.suggestions = marks.suggestions.map(over);
    marks.threads = marks.threads.map(over);
  }
  const approvals = inPlace(marks.approvals);
  return { ...marks, approvals: over === null ? approvals : shifted(approvals, over), orphaned };
}

function happen(marks: Marks, effect: EditEffect, account: string, shown: Text): void {
  switch (effect.is) {
    case "add-annotation": {
      const { id, start, end, body } = effect;
      marks.annotations = marks.annotations.with([{ id, start, end, body, orphaned: false, author: account }]);
      marks.total++;
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
      marks.annotations = marks.annotations.with([{ ...known, ...change }]);
      return;
    }
    case "remove-annotation":
      marks.annotations = marks.annotations.without([effect.id]);
      marks.total--;
      return;
    case "propose":
      marks.suggestions = marks.suggestions.with([proposal(effect, account, shown)]);
      return;
    case "revise-proposal": {
      const known = marks.suggestions.get(effect.id);
      if (known !== undefined) marks.suggestions = marks.suggestions.with([revised(known, effect, shown)]);
      return;
    }
    case "withdraw-proposal":
      marks.suggestions = marks.suggestions.without([effect.id]);
      return;
  }
}

const inOrder = new WeakMap<ReadonlyMap<string, Approval>, readonly Approval[]>();

function inPlace(approvals: ReadonlyMap<string, Approval>): readonly Approval[] {
  let list = inOrder.get(approvals);
  if (list === undefined) {
    list = [...approvals.values()].sort(byPlace);
    inOrder.set(approvals, list);
  }
  return list;
}

/** Approvals on the screen: what is only proposed voids none. */
function shifted(approvals: readonly Approval[], over: ChangeDesc): readonly Approval[] {
  return approvals.map((approval) => ({
    ...approval,
    start: over.mapPos(approval.start, -1),
    end: over.mapPos(approval.end, 1),
  }));
}
