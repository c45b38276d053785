import { invertedEffects } from "@codemirror/commands";
import { type ChangeSet, type EditorState, type Extension, type StateEffect, StateField } from "@codemirror/state";
import { mapAnchor } from "../session/anchors";
import { edited } from "../session/shared";
import type { Annotation, EditEffect } from "../session/values";
import { marks, showMarks } from "./marks";

/** The annotations as this tab last knew them, for turning an edit of one round on undo. */
const known = StateField.define<ReadonlyMap<string, Annotation>>({
  create: () => new Map(),
  update(before, transaction) {
    let after = transaction.docChanged ? moved(before, transaction.changes) : before;
    const change = (work: (copy: Map<string, Annotation>) => void) => {
      const copy = new Map(after);
      work(copy);
      after = copy;
    };
    for (const effect of transaction.effects) {
      if (effect.is(showMarks)) {
        after = new Map(effect.value.annotations.map((annotation) => [annotation.id, annotation]));
      } else if (effect.is(edited)) {
        change((copy) => apply(copy, effect.value));
      }
    }
    return after;
  },
});

function moved(annotations: ReadonlyMap<string, Annotation>, changes: ChangeSet) {
  const after = new Map(annotations);
  for (const annotation of annotations.values()) {
    const there = mapAnchor(annotation, changes);
    if (there !== annotation) after.set(annotation.id, there);
  }
  return after;
}

function apply(annotations: Map<string, Annotation>, effect: EditEffect): void {
  const before = annotations.get("id" in effect ? effect.id : "");
  if (effect.is === "add-annotation") {
    const { id, start, end, body } = effect;
    annotations.set(id, { id, start, end, body, orphaned: false, author: "" });
  } else if (effect.is === "remove-annotation") {
    annotations.delete(effect.id);
  } else if (before && effect.is === "edit-annotation") {
    annotations.set(effect.id, { ...before, body: effect.body });
  } else if (before && effect.is === "move-annotation") {
    annotations.set(effect.id, { ...before, start: effect.start, end: effect.end, orphaned: false });
  }
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
function revival(before: ReadonlyMap<string, Annotation>, changes: ChangeSet): EditEffect[] {
  if (changes.empty || changes.newLength > changes.length) return [];
  return [...before.values()]
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
    .shown.annotations.filter(({ start, end, orphaned }) => !orphaned && start <= place && place <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}
