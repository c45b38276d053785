import { invertedEffects } from "@codemirror/commands";
import { type EditorState, type Extension, type StateEffect, StateField } from "@codemirror/state";
import { Anchored } from "../session/anchored";
import { type Displayed, isSame } from "../session/displayed";
import { edited } from "../session/shared";
import type { Annotation, EditEffect } from "../session/values";
import { marks, showMarks } from "./marks";
import { revivals, revived, reviving } from "./reviving";

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
    case "revise-proposal":
    case "withdraw-proposal":
      return null;
  }
}

/** Lets undo take back annotations like text. */
export function annotating(): Extension {
  return [
    known,
    reviving(known),
    invertedEffects.of((transaction) => {
      const before = transaction.startState.field(known);
      const inverted: StateEffect<unknown>[] = revivals(before, transaction);
      const revivedHere = new Set<EditEffect>(transaction.effects.flatMap((effect) => (effect.is(revived) ? [effect.value.move] : [])));
      for (const effect of transaction.effects) {
        if (!effect.is(edited) || revivedHere.has(effect.value)) continue;
        const back = inverse(effect.value, before.get(effect.value.id));
        if (back !== null) inverted.push(edited.of(back));
      }
      return inverted;
    }),
  ];
}

/** Whether the editor shows these marks already, having moved the ones before with the text. */
export function isShown(state: EditorState, displayed: Displayed): boolean {
  return isSame(state.field(marks).shown, displayed) && state.field(known).isSame(displayed.annotations);
}

/** The annotations at a place of the shown text, the smallest first. */
export function annotationsAt(state: EditorState, place: number): Annotation[] {
  return state
    .field(marks)
    .shown.annotations.in(place, place)
    .filter(({ orphaned }) => !orphaned)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}
