import type { EditorState, Extension } from "@codemirror/state";
import { type EditorView, hoverTooltip } from "@codemirror/view";
import { words } from "../strings";
import { marksIn, type Stretch } from "./marks";
import { shownAs } from "./viewing";
import { isFull } from "./views";

/** Around a mark that is not shown, that much of the text is told, in units. */
const AROUND = 6;
/** The note on a glyph that a place may lie in begins at most so far before it. */
const BEFORE = 200;

/** The marks that one points at: those at a place, and those beside it that a view does not show. */
export function marksAt(state: EditorState, place: number, side: -1 | 1 = 1): Stretch[] {
  const line = state.doc.lineAt(place);
  const start = Math.max(line.from, place - BEFORE);
  const marks = marksIn(state.sliceDoc(start, Math.min(line.to, place + BEFORE))).map(({ from, to }) => ({
    from: start + from,
    to: start + to,
  }));
  if (!isFull(state.field(shownAs))) return together(marks, place);
  const at = side < 0 ? place - 1 : place;
  return marks.filter(({ from, to }) => from <= at && at < to);
}

/** The marks in a row that touch a place. */
function together(marks: readonly Stretch[], place: number): Stretch[] {
  let row: Stretch[] = [];
  for (const mark of marks) {
    if (row.at(-1)?.to === mark.from) row.push(mark);
    else if (row.length > 0 && row.at(-1)!.to >= place) break;
    else row = [mark];
  }
  return row.length > 0 && row[0]!.from <= place && place <= row.at(-1)!.to ? row : [];
}

/** Pointing at a mark tells who or what made it; where it is not shown, also the text as it is. */
export function askingAtMarks(tell: (mark: Stretch) => Promise<string>): Extension {
  return hoverTooltip(
    async (view: EditorView, place: number, side: -1 | 1) => {
      const { state } = view;
      const marks = marksAt(state, place, side);
      if (marks.length === 0) return null;
      const told = await Promise.all(marks.map(tell));
      if (view.state.doc !== state.doc) return null;
      const pos = marks[0]!.from;
      const lines = isFull(state.field(shownAs)) ? told : [original(state, marks), ...told];
      return { pos, end: marks.at(-1)!.to, above: true, create: () => ({ dom: window(lines) }) };
    },
    { hoverTime: 400 },
  );
}

function original({ doc }: EditorState, marks: readonly Stretch[]): string {
  const line = doc.lineAt(marks[0]!.from);
  const from = Math.max(line.from, marks[0]!.from - AROUND);
  return words.marks.original(doc.sliceString(from, Math.min(line.to, marks.at(-1)!.to + AROUND)));
}

function window(lines: readonly string[]): HTMLElement {
  const element = document.createElement("div");
  element.className = "about-mark";
  element.setAttribute("role", "tooltip");
  for (const line of lines) element.appendChild(document.createElement("p")).textContent = line;
  return element;
}
