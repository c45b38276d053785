import { Annotation, EditorState, type Extension, Prec, type Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { words } from "../strings";
import { type Mark, markOf } from "./gaps";

/** On an edit that a key of this mode makes. */
export const byKey = Annotation.define<true>();

/** What the keys do. */
export interface Keys {
  put(mark: Mark): void;
  accept(): void;
  remove(side: "before" | "behind"): void;
  seek(direction: 1 | -1): void;
  leap(direction: 1 | -1): void;
  acceptAll(): void;
  undo(): void;
  leave(): void;
}

/**
 * The keyboard is for marks: nothing is typed, pasted or dropped into the text. The text is not editable for the
 * browser, so that no input method begins there.
 */
export function punctuating(keys: Keys): Extension {
  return [
    EditorView.editable.of(false),
    EditorView.editorAttributes.of({ class: "punctuating" }),
    EditorView.contentAttributes.of({ "aria-description": words.punctuate.described }),
    EditorState.changeFilter.of(isAllowed),
    Prec.highest(EditorView.domEventHandlers({ keydown: (event) => pressed(event, keys) })),
  ];
}

const TYPED = ["input.type", "input.paste", "input.drop", "input.indent", "input.complete", "delete", "move"];

function isAllowed(edit: Transaction): boolean {
  return edit.annotation(byKey) === true || !TYPED.some((event) => edit.isUserEvent(event));
}

/** Whether the key was for this mode. Those that move the cursor, and those with Alt or Ctrl, are not. */
function pressed(event: KeyboardEvent, keys: Keys): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) {
    const undoes = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === "KeyZ";
    if (undoes) keys.undo();
    return undoes;
  }
  const act = actOf(event, keys);
  act?.();
  return act !== null || writes(event.key);
}

function actOf(event: KeyboardEvent, keys: Keys): (() => void) | null {
  const mark = markOf(event);
  if (mark !== null) return () => keys.put(mark);
  switch (event.key) {
    case " ":
      return () => keys.accept();
    case "Backspace":
      return () => keys.remove("before");
    case "Delete":
      return () => keys.remove("behind");
    case "n":
      return () => keys.seek(1);
    case "N":
      return () => keys.seek(-1);
    case "j":
      return () => keys.leap(1);
    case "k":
      return () => keys.leap(-1);
    case "A":
      return () => keys.acceptAll();
    case "u":
      return () => keys.undo();
    case "Escape":
      return () => keys.leave();
    default:
      return null;
  }
}

/** Whether a key would write something where one types. */
function writes(key: string): boolean {
  return [...key].length === 1 || key === "Enter" || key === "Process" || key === "Dead";
}
