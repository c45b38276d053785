import type { Glyph } from "../http/glyphs";

/** The private use of plane 15, which no font and no list of others has its own meaning for. */
const FIRST = 0xf0000;
const LAST = 0xffffd;

/** U+20CBD and the like. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

export function isPrivateUse(character: string): boolean {
  return /^\p{Co}/u.test(character);
}

/** The first private-use character that no entry has. */
export function nextPrivateUse(list: readonly Pick<Glyph, "form">[]): string {
  const taken = new Set(list.map(({ form }) => form.codePointAt(0)));
  for (let code = FIRST; code <= LAST; code++) if (!taken.has(code)) return String.fromCodePoint(code);
  return "";
}
