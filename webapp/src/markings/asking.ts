import type { EditorState, Extension } from "@codemirror/state";
import { type EditorView, hoverTooltip } from "@codemirror/view";
import { words } from "../strings";
import type { Shown } from "./characters";
import { isMark, marksIn, type Stretch } from "./marks";
import { showAs, shownAs } from "./viewing";
import { shown } from "./views";

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
  if (state.field(shownAs).marks !== "full") return together(marks, place);
  const at = side < 0 ? place - 1 : place;
  return marks.filter(({ from, to }) => from <= at && at < to);
}

/** What is shown otherwise behind a place, or else before it. */
export function shownAt(state: EditorState, place: number): Shown[] {
  const { from, to } = state.doc.lineAt(place);
  const near = shown(state.field(shownAs), state, Math.max(from, place - BEFORE), Math.min(to, place + BEFORE)).filter(
    (one) => one.choices !== undefined || one.text !== state.sliceDoc(one.from, one.to),
  );
  const behind = near.filter((one) => one.from <= place && place < one.to);
  return behind.length > 0 ? behind : near.filter((one) => one.to === place);
}

/** The characters that one points at, where they are shown otherwise. */
function charactersAt(state: EditorState, place: number, side: -1 | 1): Shown[] {
  const at = side < 0 ? place - 1 : place;
  return shownAt(state, Math.max(0, at)).filter(
    (one) => one.from <= at && at < one.to && (one.decided !== undefined || !isMark(state.sliceDoc(one.from, one.from + 1))),
  );
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

/** Who can say something about what one points at. */
export interface Asked {
  mark(mark: Stretch): Promise<string>;
  character(shown: Shown): string;
}

/**
 * Pointing at a mark tells who or what made it; at what is shown otherwise, or not at all, the text as it is.
 */
export function asking(asked: Asked): Extension {
  return hoverTooltip(
    async (view: EditorView, place: number, side: -1 | 1) => {
      const { state } = view;
      const characters = charactersAt(state, place, side);
      const marks = characters.length > 0 ? [] : marksAt(state, place, side);
      const found: readonly Stretch[] = characters.length > 0 ? characters : marks;
      if (found.length === 0) return null;
      const told = [...characters.map(asked.character), ...(await Promise.all(marks.map(asked.mark)))];
      if (view.state.doc !== state.doc) return null;
      const pos = found[0]!.from;
      const isShown = characters.length === 0 && state.field(shownAs).marks === "full";
      const lines = isShown ? told : [original(state, found), ...told];
      return {
        pos,
        end: found.at(-1)!.to,
        above: true,
        create: () => ({ dom: window(lines.filter((line) => line !== "")) }),
      };
    },
    { hoverTime: 400, hideOn: ({ effects }) => effects.some((effect) => effect.is(showAs)) },
  );
}

function original({ doc }: EditorState, found: readonly Stretch[]): string {
  const line = doc.lineAt(found[0]!.from);
  const from = Math.max(line.from, found[0]!.from - AROUND);
  return words.views.original(doc.sliceString(from, Math.min(line.to, found.at(-1)!.to + AROUND)));
}

function window(lines: readonly string[]): HTMLElement {
  const element = document.createElement("div");
  element.className = "about-mark";
  element.setAttribute("role", "tooltip");
  for (const line of lines) element.appendChild(document.createElement("p")).textContent = line;
  return element;
}
