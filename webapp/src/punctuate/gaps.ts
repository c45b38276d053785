import type { Text } from "@codemirror/state";
import { isPause, marksIn, type Stretch } from "../markings/marks";

interface Pair {
  readonly open: string;
  readonly close: string;
}

/** A mark that stands by itself, or a pair that something stands in. */
export type Mark = { readonly pause: string } | Pair;

export const PAUSES = ["，", "。", "、", "；", "：", "？", "！"] as const;

const QUOTES: Pair = { open: "「", close: "」" };
const INNER_QUOTES: Pair = { open: "『", close: "』" };
const TITLE: Pair = { open: "《", close: "》" };
const INNER_TITLE: Pair = { open: "〈", close: "〉" };

/** What the keys 1 to 9 put. */
export const MARKS: readonly Mark[] = [...PAUSES.map((pause) => ({ pause })), QUOTES, TITLE];
/** What 8 and 9 put inside of their like, or with Shift. */
const inner = new Map<Mark, Pair>([
  [QUOTES, INNER_QUOTES],
  [TITLE, INNER_TITLE],
]);

const BY_SIGN: Readonly<Record<string, string>> = { ",": "，", ".": "。", "\\": "、", ";": "；", ":": "：", "?": "？", "!": "！" };

/** The mark of a key that was pressed, by the digit on it or by its sign; null when it has none. */
export function markOf({ key, code, shiftKey }: Pick<KeyboardEvent, "key" | "code" | "shiftKey">): Mark | null {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? /^[1-9]$/.exec(key)?.[0];
  if (digit !== undefined) {
    const mark = MARKS[Number(digit) - 1]!;
    if (!shiftKey) return mark;
    const within = inner.get(mark);
    if (within !== undefined) return within;
  }
  const sign = BY_SIGN[key] ?? key;
  return isPause(sign) ? { pause: sign } : null;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Edit extends Range {
  readonly insert: string;
}

/** Edits of marks only, and where the cursor is afterwards. */
export interface Marking {
  readonly edits: readonly Edit[];
  readonly cursor: number;
}

/** A note on a glyph that begins farther before a place is not seen from it; they have a few characters. */
const LONGEST_NOTE = 200;

/** The marks of a line from a place to another, and those around. */
function marksNear(text: Text, from: number, to: number): Stretch[] {
  const line = text.lineAt(from);
  const start = Math.max(line.from, from - LONGEST_NOTE);
  const near = text.sliceString(start, Math.min(text.lineAt(to).to, to + LONGEST_NOTE));
  return marksIn(near).map((mark) => ({ from: start + mark.from, to: start + mark.to }));
}

/** The marks between two characters, around a place: from the first to behind the last of them. */
export function gapAt(text: Text, at: number): Range {
  const marks = marksNear(text, at, at);
  let from = at;
  let to = at;
  for (const mark of marks.toReversed()) if (mark.to === from) from = mark.from;
  for (const mark of marks) if (mark.from === to) to = mark.to;
  return { from, to };
}

/**
 * Puts a mark where the cursor is, or around what is selected. A gap has one pause at most: another one takes its
 * place. Of a pair, the closing one comes where one is open on the line. Null when it stands there already.
 */
export function put(text: Text, { from, to }: Range, mark: Mark): Marking | null {
  if ("pause" in mark) return putPause(text, to, mark.pause);
  if (from < to) {
    const pair = isOpen(text, from, mark) ? (inner.get(mark) ?? mark) : mark;
    const edits = [
      { from, to: from, insert: pair.open },
      { from: to, to, insert: pair.close },
    ];
    return { edits, cursor: to + 2 };
  }
  return { edits: [{ from: to, to, insert: sideOf(text, to, mark) }], cursor: to + 1 };
}

/** The half of a mark that belongs at a place. */
export function sideOf(text: Text, at: number, mark: Mark): string {
  if ("pause" in mark) return mark.pause;
  return isOpen(text, at, mark) ? mark.close : mark.open;
}

function putPause(text: Text, at: number, pause: string): Marking | null {
  const gap = gapAt(text, at);
  const there = marksNear(text, at, at).find(({ from, to }) => from >= gap.from && to <= gap.to && isPause(text.sliceString(from, from + 1)));
  if (there === undefined) return { edits: [{ from: at, to: at, insert: pause }], cursor: at + 1 };
  if (text.sliceString(there.from, there.to) === pause) return null;
  return { edits: [{ ...there, insert: pause }], cursor: there.from + 1 };
}

/** Whether a pair is open at a place, as far as its line tells. */
function isOpen(text: Text, at: number, { open, close }: Pair): boolean {
  const line = text.lineAt(at);
  let depth = 0;
  for (const { from } of marksIn(line.text)) {
    const unit = line.text[from];
    if (line.from + from >= at || (unit !== open && unit !== close)) continue;
    depth = unit === open ? depth + 1 : Math.max(0, depth - 1);
  }
  return depth > 0;
}

/** Takes out the mark beside the cursor, or all marks of what is selected. Null when there is none. */
export function takeOut(text: Text, { from, to }: Range, side: "before" | "behind"): Marking | null {
  const concerned =
    from < to
      ? marksNear(text, from, to).filter((mark) => mark.from >= from && mark.to <= to)
      : marksNear(text, to, to).filter((mark) => (side === "before" ? mark.to === to : mark.from === to));
  if (concerned.length === 0) return null;
  const gone = concerned.reduce((sum, mark) => sum + mark.to - mark.from, 0);
  return { edits: concerned.map((mark) => ({ ...mark, insert: "" })), cursor: from < to ? to - gone : concerned[0]!.from };
}
