import type { Text } from "@codemirror/state";
import { isMark } from "../session/seen";

interface Pair {
  readonly open: string;
  readonly close: string;
}

/** A mark that stands by itself, or a pair that something stands in. */
export type Mark = { readonly pause: string } | Pair;

export const PAUSES = ["，", "。", "、", "；", "：", "？", "！"] as const;
const pauses = new Set<string>(PAUSES);

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
  return pauses.has(sign) ? { pause: sign } : null;
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

/** The marks between two characters, around a place: from the first to behind the last of them. */
export function gapAt(text: Text, at: number): Range {
  const line = text.lineAt(at);
  let from = at - line.from;
  let to = from;
  while (from > 0 && stands(line.text, from - 1)) from--;
  while (to < line.length && stands(line.text, to)) to++;
  return { from: line.from + from, to: line.from + to };
}

/** Whether a mark stands at a place of a line; what describes a glyph, as in ■〈口佛〉, is none. */
function stands(line: string, place: number): boolean {
  if (!isMark(line[place]!)) return false;
  const glyph = line.lastIndexOf("■〈", place);
  return glyph < 0 || line.indexOf("〉", glyph) < place;
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
  const marks = text.sliceString(gap.from, gap.to);
  const there = [...marks].findIndex((one) => pauses.has(one));
  if (there < 0) return { edits: [{ from: at, to: at, insert: pause }], cursor: at + 1 };
  if (marks[there] === pause) return null;
  const from = gap.from + there;
  return { edits: [{ from, to: from + 1, insert: pause }], cursor: from + 1 };
}

/** Whether a pair is open at a place, as far as its line tells. */
function isOpen(text: Text, at: number, { open, close }: Pair): boolean {
  const line = text.lineAt(at);
  let depth = 0;
  for (let place = 0; place < at - line.from; place++) {
    const unit = line.text[place];
    if ((unit !== open && unit !== close) || !stands(line.text, place)) continue;
    depth = unit === open ? depth + 1 : Math.max(0, depth - 1);
  }
  return depth > 0;
}

/** Takes out the mark beside the cursor, or all marks of what is selected. Null when there is none. */
export function takeOut(text: Text, { from, to }: Range, side: "before" | "behind"): Marking | null {
  if (from < to) {
    const edits: Edit[] = [];
    for (let place = from; place < to; place++) if (isMarkAt(text, place)) edits.push({ from: place, to: place + 1, insert: "" });
    return edits.length === 0 ? null : { edits, cursor: to - edits.length };
  }
  const place = side === "before" ? to - 1 : to;
  return isMarkAt(text, place) ? { edits: [{ from: place, to: place + 1, insert: "" }], cursor: place } : null;
}

function isMarkAt(text: Text, place: number): boolean {
  if (place < 0 || place >= text.length) return false;
  const line = text.lineAt(place);
  return place < line.to && stands(line.text, place - line.from);
}
