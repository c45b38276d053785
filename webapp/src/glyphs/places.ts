import type { Text } from "@codemirror/state";

/** A note on a glyph, as the plugin of variants reads it: ■〈口佛〉, 【口佛】, ⿰口佛, &CB00166;, ■, □. */
const NOTE = /■〈[^〈〉■\s]{1,16}〉|【[^【】\s]{2,16}】|&[#A-Za-z][\w+-]{1,24};|[⿰-⿿㇯][⿰-⿿㇯\p{Unified_Ideograph}\p{Radical}]{1,15}|[■□\p{Co}]/gu;
const FARTHEST = 40;

/** What the palette is about: the selection, else the note around the cursor or before it, else the place of the cursor. */
export function glyphAt(text: Text, from: number, to: number): { from: number; to: number } {
  if (from < to) return { from, to };
  const line = text.lineAt(from);
  const start = Math.max(line.from, from - FARTHEST);
  const around = text.sliceString(start, Math.min(line.to, from + FARTHEST));
  let touched: { from: number; to: number } | null = null;
  for (const { index, 0: note } of around.matchAll(NOTE)) {
    const place = { from: start + index, to: start + index + whole(note).length };
    const holds = place.from <= from && from <= place.to;
    if (holds && (touched === null || place.from === from)) touched = place;
  }
  return touched ?? { from, to };
}

/** The description that a run of ideographs begins with, and not what follows it. */
function whole(note: string): string {
  if (!/^[⿰-⿿㇯]/.test(note)) return note;
  let wanted = 1;
  let length = 0;
  for (const sign of note) {
    if (wanted === 0) break;
    wanted += /[⿰-⿿㇯]/.test(sign) ? (/[⿲⿳]/.test(sign) ? 2 : /[⿾⿿]/.test(sign) ? 0 : 1) : -1;
    length += sign.length;
  }
  return note.slice(0, length);
}

/** What a note says of the glyph, without its signs: components, a description, a name. */
export function saidOf(note: string): string {
  const [, described] = /^(?:■〈(.+)〉|【(.+)】|&(.+);)$/u.exec(note)?.filter((part) => part !== undefined) ?? [];
  return described ?? (/^[■□]+$/u.test(note) ? "" : note);
}

/** The description of a character that the plugin found: the fragment of its address. */
export function builtAs(entity: string): string {
  const [, fragment = ""] = entity.split("#");
  return decodeURIComponent(fragment);
}

/** What an annotation of it is called when nothing better is known: what the note says, else the components that were looked for. */
export function describes(note: string, query: string): string {
  return saidOf(note) || query || note;
}
