/** A stretch of a text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The punctuation marks that the server knows. */
export const MARKS = "，。、；：？！「」『』《》〈〉“”‘’（）【】…—·";
const KNOWN = new Set(MARKS);
/** Those at which one pauses in reading. */
const PAUSES = new Set("，。、；：？！");
/** Those of them at which a sentence (句) is over; at the others it goes on (讀). */
const STOPS = new Set("。；？！");

export function isMark(unit: string): boolean {
  return KNOWN.has(unit);
}

export function isPause(unit: string): boolean {
  return PAUSES.has(unit);
}

export function isStop(unit: string): boolean {
  return STOPS.has(unit);
}

/** The marks of a text, each with its variation selectors, as the server finds them. */
export function marksIn(text: string): Stretch[] {
  return charactersIn(text, (at) => KNOWN.has(text[at]!));
}

/**
 * The characters of a text that begin at wanted places, each with its variation selectors. What stands in a note
 * that describes a glyph (■〈口佛〉) is none of them: it tells of a character, it is not text.
 */
export function charactersIn(text: string, wanted: (at: number) => boolean): Stretch[] {
  const found: Stretch[] = [];
  for (let at = 0; at < text.length; ) {
    const to = behindSelectors(text, at + (text.codePointAt(at)! > 0xffff ? 2 : 1));
    if (wanted(at)) found.push({ from: at, to });
    at = text[at] === "■" ? Math.max(to, endOfNote(text, at + 1)) : to;
  }
  return found;
}

/** Behind the note that begins at a place, or the place when none does. */
function endOfNote(text: string, start: number): number {
  if (text[start] !== "〈") return start;
  const end = text.indexOf("〉", start);
  const line = text.indexOf("\n", start);
  return end < 0 || (line >= 0 && line < end) ? start : end + 1;
}

function behindSelectors(text: string, start: number): number {
  let end = start;
  for (;;) {
    const point = text.codePointAt(end) ?? 0;
    if (point >= 0xfe00 && point <= 0xfe0f) end += 1;
    else if (point >= 0xe0100 && point <= 0xe01ef) end += 2;
    else return end;
  }
}
