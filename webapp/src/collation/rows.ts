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
  /** A line of one text stands beside the line of the other that is as far in the difference. */
  function apart(own: string, others: string, difference: number) {
    const [ownLines, otherLines] = [linesOf(own), linesOf(others)];
    const count = Math.max(ownLines.length, otherLines.length);
    for (let line = 0; line < count; line++) {
      const piece = { own: ownLines[line] ?? "", other: otherLines[line] ?? "", difference };
      if (line === 0 || piece.own + piece.other !== "") row.push(piece);
      if (line < count - 1) end();
    }
  }
  let at = 0;
  differences.forEach((difference, index) => {
    same(text.slice(at, difference.start));
    apart(text.slice(difference.start, difference.end), other.slice(difference.otherStart, difference.otherEnd), index);
    at = difference.end;
  });
  same(text.slice(at));
  end();
  return rows;
}

/** Lines with their ends; what stands behind the last end is one, too, also when it is empty. */
function linesOf(piece: string): string[] {
  return piece.split(/(?<=\n)/).concat(piece.endsWith("\n") ? [""] : []);
}

/** The next difference in a direction that is not one of marks only, unless these are shown, too. */
export function step(differences: readonly TextDifference[], from: number, way: 1 | -1, marks: boolean): number {
  for (let at = from + way; at >= 0 && at < differences.length; at += way) {
    if (marks || differences[at]!.kind !== "mark") return at;
  }
  return from;
}
