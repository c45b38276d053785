import { isolateHistory } from "@codemirror/commands";
import { type ChangeDesc, EditorState, type Extension, MapMode, StateEffect, type StateField, Transaction } from "@codemirror/state";
import type { Anchored } from "../session/anchored";
import { mapAnchor } from "../session/anchors";
import { mapEffect } from "../session/effects";
import { edited } from "../session/shared";
import type { Anchor, Annotation, EditEffect } from "../session/values";

type Move = Extract<EditEffect, { is: "move-annotation" }>;

/** Puts an annotation back on text that an undoing brings back. */
interface Revival {
  /** Counts in the text after the undoing. */
  readonly move: Move;
  /** Where the deletion left it. */
  readonly left: Anchor;
  /** What the undoing does to the text; null when that is not known. */
  readonly undoing: ChangeDesc | null;
}

/**
 * Waits in the undo history. The history maps effects over changes of the text as it is, but these count in
 * the text as it will be after the undoing: so each brings along what it needs to get there.
 */
export const revived = StateEffect.define<Revival>({
  map({ move, left, undoing }, changes) {
    if (undoing === null || undoing.length !== changes.length) {
      return { move: mapEffect(move, changes), left, undoing: null };
    }
    return {
      move: mapEffect(move, changes.mapDesc(undoing, true)),
      left: mapAnchor(left, changes),
      undoing: undoing.mapDesc(changes),
    };
  },
});

/** What has to be waiting so that an undoing brings annotations back that a transaction takes text from. */
export function revivals(before: Anchored<Annotation>, transaction: Transaction): StateEffect<Revival>[] {
  // What an input method does is joined to the step before whatever is said; such a step does not know its changes.
  const undoing = transaction.isUserEvent("input.type.compose") ? null : transaction.changes.invertedDesc;
  return shortened(before, transaction.changes).map((annotation) => {
    const { id, start, end } = annotation;
    const left = mapAnchor<Anchor>(annotation, transaction.changes);
    return revived.of({ move: { is: "move-annotation", id, start, end }, left, undoing });
  });
}

/** Annotations that would not find back by themselves: those whose first or last unit is deleted. */
function shortened(annotations: Anchored<Annotation>, changes: ChangeDesc): Annotation[] {
  const near = new Set<Annotation>();
  changes.iterChangedRanges((from, to) => {
    if (to > from) for (const annotation of annotations.in(from, to)) near.add(annotation);
  });
  return [...near].filter(({ start, end, orphaned }) => {
    if (orphaned) return false;
    const lost = changes.mapPos(end, -1, MapMode.TrackBefore) === null;
    return lost || (start < end && changes.mapPos(start, 1, MapMode.TrackAfter) === null);
  });
}

/**
 * Lets annotations come back with their text. A deletion that takes an edge of one is a step of its own to be
 * undone: of one that is joined to another it would not be known what undoing it does.
 *
 * @param known the annotations, as they were before a transaction
 */
export function reviving(known: StateField<Anchored<Annotation>>): Extension {
  return EditorState.transactionExtender.of((transaction) => {
    const annotations = transaction.startState.field(known);
    const effects = transaction.effects.flatMap((effect) => {
      if (!effect.is(revived) || isElsewhere(annotations.get(effect.value.move.id), effect.value)) return [];
      return [edited.of(effect.value.move)];
    });
    const own = transaction.annotation(Transaction.addToHistory) !== false;
    const apart = own && shortened(annotations, transaction.changes).length > 0;
    if (effects.length === 0 && !apart) return null;
    return apart ? { effects, annotations: isolateHistory.of("full") } : { effects };
  });
}

/** Whether somebody put an annotation elsewhere meanwhile that still had text. */
function isElsewhere(now: Annotation | undefined, { left, undoing }: Revival): boolean {
  if (now === undefined || undoing === null || isEmpty(now) || isEmpty(left)) return false;
  return now.end <= left.start || left.end <= now.start;
}

function isEmpty({ start, end }: Anchor): boolean {
  return start === end;
}
