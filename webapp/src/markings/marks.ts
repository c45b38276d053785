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

export function isMark(unit: string): boolean {
  return KNOWN.has(unit);
}

export function isPause(unit: string): boolean {
  return PAUSES.has(unit);
}

/**
 * The marks of a text, each with its variation selectors, as the server finds them: what stands in a note that
 * describes a glyph (■〈口佛〉) is no mark.
 */
export function marksIn(text: string): Stretch[] {
  const found: Stretch[] = [];
  let note = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === "■") note = Math.max(note, endOfNote(text, at + 1));
    if (at < note || !KNOWN.has(unit)) continue;
    const to = behindSelectors(text, at + 1);
    found.push({ from: at, to });
    at = to - 1;
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
