import type { Hit } from "../http/search";
import { words } from "../strings";

/** A run of the text of a match: as it was asked for, or another form. */
export interface Piece {
  at: number;
  text: string;
  folded: boolean;
}

/** The text of a match, parted where another form stands. */
export function pieces({ start, text, folds }: Hit): Piece[] {
  const parts: Piece[] = [];
  let at = 0;
  const add = (to: number, folded: boolean) => {
    if (to > at) parts.push({ at, text: text.slice(at, to), folded });
    at = Math.max(at, to);
  };
  for (const fold of folds) {
    add(fold.start - start, false);
    add(fold.end - start, true);
  }
  add(text.length, false);
  return parts;
}

/** Why this is a match, in words; nothing when it is what was asked for. */
export function reasons(hit: Hit, people: Record<string, string>): string[] {
  const folded = hit.folds
    .filter(({ kind }) => kind !== "any")
    .map((fold) =>
      words.search.stands(
        hit.text.slice(fold.start - hit.start, fold.end - hit.start),
        fold.asked,
        fold.relation,
        fold.sources.map((one) => (one === "project" ? words.search.project : one)).join(", "),
      ),
    );
  const passed = hit.passed.map((one) => words.search.passed[one]);
  const { tag } = hit;
  const said = tag === undefined ? [] : [words.search.tag(tag, people[tag.person] ?? tag.person)];
  return [...new Set(folded), ...passed, ...said];
}
