import type { EditorState } from "@codemirror/state";
import { isPause, marksIn, type Stretch } from "./marks";

/** What is shown in place of a stretch of the text; nothing when it is empty. */
export interface Shown extends Stretch {
  readonly text: string;
}

/** One way to look at a text. Nothing of it is stored. */
export interface TextView {
  readonly id: string;
  /** What is shown otherwise in a range, by place. It costs what the range is long. */
  shown(state: EditorState, from: number, to: number): Shown[];
}

/** A note on a glyph that begins farther before a range is not seen from it; they have a few characters. */
const LONGEST_NOTE = 200;
const STOP = "。";

const FULL: TextView = { id: "full", shown: () => [] };
const BREAKS: TextView = { id: "breaks", shown: (state, from, to) => marks(state, from, to, (mark) => (isPause(mark) ? STOP : "")) };
const BARE: TextView = { id: "bare", shown: (state, from, to) => marks(state, from, to, () => "") };

/** In the order in which the key goes through them; the first one shows the text as it is. */
export const VIEWS: readonly TextView[] = [FULL, BREAKS, BARE];

/** The view of a name; the text as it is when there is none. */
export function viewOf(id: string | null): TextView {
  return VIEWS.find((view) => view.id === id) ?? FULL;
}

export function isFull(view: TextView): boolean {
  return view === FULL;
}

export function next(view: TextView): TextView {
  return VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length]!;
}

function marks(state: EditorState, from: number, to: number, instead: (mark: string) => string): Shown[] {
  const line = state.doc.lineAt(from);
  const start = Math.max(line.from, from - LONGEST_NOTE);
  const end = Math.min(state.doc.lineAt(to).to, to + LONGEST_NOTE);
  const text = state.sliceDoc(start, end);
  const shown: Shown[] = [];
  for (const mark of marksIn(text)) {
    const place = start + mark.from;
    if (place < from || start + mark.to > to) continue;
    shown.push({ from: place, to: start + mark.to, text: instead(text[mark.from]!) });
  }
  return shown.filter((one) => state.sliceDoc(one.from, one.to) !== one.text);
}

/** A range of the text as a view shows it. */
export function textShown(view: TextView, state: EditorState, from: number, to: number): string {
  let text = "";
  let at = from;
  for (const shown of view.shown(state, from, to)) {
    text += state.sliceDoc(at, shown.from) + shown.text;
    at = shown.to;
  }
  return text + state.sliceDoc(at, to);
}
