import type { OtherText, TextDifference } from "../http/collation";

/** A piece of a row: the same in both texts, or a difference with its place in the list of all. */
export interface Piece {
  own: string;
  other: string;
  difference: number | null;
}

/** Pieces that are read side by side: up to a line end of either text. */
export type Row = readonly Piece[];

/** Both texts whole, as rows. */
export function rowsOf(text: string, { text: other, differences }: Pick<OtherText, "text" | "differences">): Row[] {
  const rows: Row[] = [];
  let row: Piece[] = [];
  function end() {
    if (row.length > 0) rows.push(row);
    row = [];
  }
  function same(piece: string) {
    const lines = piece.split("\n");
    lines.forEach((line, index) => {
      if (line !== "") row.push({ own: line, other: line, difference: null });
      if (index < lines.length - 1) end();
    });
  }
  let at = 0;
  differences.forEach((difference, index) => {
    same(text.slice(at, difference.start));
    const own = text.slice(difference.start, difference.end);
    const others = other.slice(difference.otherStart, difference.otherEnd);
    row.push({ own, other: others, difference: index });
    if (own.includes("\n") || others.includes("\n")) end();
    at = difference.end;
  });
  same(text.slice(at));
  end();
  return rows;
}

/** The next difference in a direction that is not one of marks only, unless these are shown, too. */
export function step(differences: readonly TextDifference[], from: number, way: 1 | -1, marks: boolean): number {
  for (let at = from + way; at >= 0 && at < differences.length; at += way) {
    if (marks || differences[at]!.kind !== "mark") return at;
  }
  return from;
}
