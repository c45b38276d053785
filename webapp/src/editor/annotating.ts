import { invertedEffects } from "@codemirror/commands";
import { type ChangeSet, type EditorState, type Extension, type StateEffect, StateField } from "@codemirror/state";
import { Anchored } from "../session/anchored";
import { mapAnchor } from "../session/anchors";
import { edited } from "../session/shared";
import type { Annotation, EditEffect } from "../session/values";
import { marks, showMarks } from "./marks";

/** The annotations as this tab last knew them, for turning an edit of one round on undo. */
const known = StateField.define<Anchored<Annotation>>({
  create: () => Anchored.none(),
  update(before, transaction) {
    let after = before.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(showMarks)) after = effect.value.annotations;
      else if (effect.is(edited)) after = apply(after, effect.value);
    }
    return after;
  },
});

function apply(annotations: Anchored<Annotation>, effect: EditEffect): Anchored<Annotation> {
  if (effect.is === "add-annotation") {
    const { id, start, end, body } = effect;
    return annotations.with([{ id, start, end, body, orphaned: false, author: "" }]);
  }
  if (effect.is === "remove-annotation") return annotations.without([effect.id]);
  const before = annotations.get(effect.id);
  if (before && effect.is === "edit-annotation") return annotations.with([{ ...before, body: effect.body }]);
  if (before && effect.is === "move-annotation") {
    return annotations.with([{ ...before, start: effect.start, end: effect.end, orphaned: false }]);
  }
  return annotations;
}

/** What takes an effect back; positions count in the text before the transaction. */
function inverse(effect: EditEffect, before: Annotation | undefined): EditEffect | null {
  switch (effect.is) {
    case "add-annotation":
      return { is: "remove-annotation", id: effect.id };
    case "remove-annotation": {
      if (before === undefined || before.orphaned) return null;
      const { id, start, end, body } = before;
      return { is: "add-annotation", id, start, end, body };
    }
    case "edit-annotation":
      return before ? { is: "edit-annotation", id: effect.id, body: before.body } : null;
    case "move-annotation":
      if (before === undefined || before.orphaned) return null;
      return { is: "move-annotation", id: effect.id, start: before.start, end: before.end };
    case "propose":
      return { is: "withdraw-proposal", id: effect.id };
    case "withdraw-proposal":
      return null;
  }
}

/** Brings back to their text those annotations that a deletion orphans, for when it is undone. */
function revival(before: Anchored<Annotation>, changes: ChangeSet): EditEffect[] {
  const near: Annotation[] = [];
  changes.iterChangedRanges((from, to) => {
    if (to > from) near.push(...before.in(from, to));
  });
  return [...new Set(near)]
    .filter((annotation) => !annotation.orphaned && mapAnchor(annotation, changes).orphaned)
    .map(({ id, start, end }) => ({ is: "move-annotation", id, start, end }));
}

/** Lets undo take back annotations like text. */
export function annotating(): Extension {
  return [
    known,
    invertedEffects.of((transaction) => {
      const inverted: StateEffect<EditEffect>[] = [];
      const before = transaction.startState.field(known);
      inverted.push(...revival(before, transaction.changes).map((effect) => edited.of(effect)));
      for (const effect of transaction.effects) {
        if (!effect.is(edited)) continue;
        const back = inverse(effect.value, before.get(effect.value.id));
        if (back !== null) inverted.push(edited.of(back));
      }
      return inverted;
    }),
  ];
}

/** The annotations at a place of the shown text, the smallest first. */
export function annotationsAt(state: EditorState, place: number): Annotation[] {
  return state
    .field(marks)
    .shown.annotations.in(place, place)
    .filter(({ orphaned }) => !orphaned)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}
