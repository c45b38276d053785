import { describe, expect, it } from "vitest";
import { decisionsFor, deed, placeNow } from "../src/collation/deciding";
import { rowsOf, step } from "../src/collation/rows";
import type { TextDifference } from "../src/http/collation";

function difference(kind: TextDifference["kind"], start: number, end: number, otherStart: number, otherEnd: number): TextDifference {
  return { kind, start, end, otherStart, otherEnd, lost: false };
}

const TEXT = "天于地\n玄黄";
const OTHER = "天於地，玄大黄";
const DIFFERENCES = [
  difference("variant", 1, 2, 1, 2),
  difference("mark", 3, 4, 3, 4),
  difference("only-b", 5, 5, 5, 6),
];

describe("rows side by side", () => {
  it("hold both texts whole, and end where a line of either ends", () => {
    const rows = rowsOf(TEXT, { text: OTHER, differences: DIFFERENCES });
    const pieces = rows.flat();
    expect(rows).toHaveLength(2);
    expect(pieces.map(({ own }) => own).join("")).toBe(TEXT);
    expect(pieces.map(({ other }) => other).join("")).toBe(OTHER);
    expect(pieces.filter((piece) => piece.difference !== null).map(({ own, other }) => [own, other])).toEqual([
      ["于", "於"],
      ["\n", "，"],
      ["", "大"],
    ]);
  });

  it("begin anew at each line end within a difference, and go on behind it", () => {
    const own = "天地\n玄黃。宇宙";
    const others = "天下\n洪荒\n大地宇宙";
    const rows = rowsOf(own, { text: others, differences: [difference("wording", 1, 6, 1, 8)] });
    expect(rows.map((row) => row.map(({ own: mine, other }) => `${mine}|${other}`.replaceAll("\n", "⏎")))).toEqual([
      ["天|天", "地⏎|下⏎"],
      ["玄黃。|洪荒⏎"],
      ["|大地", "宇宙|宇宙"],
    ]);
  });

  it("are gone through by differences of characters, or by all", () => {
    expect(step(DIFFERENCES, -1, 1, false)).toBe(0);
    expect(step(DIFFERENCES, 0, 1, false)).toBe(2);
    expect(step(DIFFERENCES, 0, 1, true)).toBe(1);
    expect(step(DIFFERENCES, 2, 1, true)).toBe(2);
  });
});

describe("what is made of a difference", () => {
  it("is another form of the words where both texts have some", () => {
    const variant = DIFFERENCES[0]!;
    expect(decisionsFor(variant)).toEqual(["variant", "reading", "correction"]);
    const forms = (["variant", "reading", "correction"] as const).map((one) => deed(one, variant, "清史稿", "於", "無"));
    expect(forms).toEqual(
      ["variant", "reading: 清史稿", "misprint"].map((relation) => ({
        is: "annotate",
        start: 1,
        end: 2,
        body: { is: "regularization", form: "於", relation },
      })),
    );
  });

  it("is a note or a proposal where one of them has nothing", () => {
    const missing = DIFFERENCES[2]!;
    expect(decisionsFor(missing)).toEqual(["reading", "correction"]);
    expect(deed("reading", missing, "清史稿", "大", "無")).toEqual({
      is: "annotate",
      start: 5,
      end: 5,
      body: { is: "note", text: "清史稿: 大" },
    });
    expect(deed("correction", missing, "清史稿", "大", "無")).toEqual({ is: "propose", start: 5, end: 5, text: "大" });
    const more = difference("only-a", 1, 2, 1, 1);
    expect(deed("reading", more, "清史稿", "", "無")).toMatchObject({ body: { text: "清史稿: 無" } });
    expect(deed("correction", DIFFERENCES[1]!, "清史稿", "，", "無")).toEqual({ is: "propose", start: 3, end: 4, text: "，" });
  });

  it("goes where the words stand now, and nowhere when they changed", () => {
    const now = (text: string) => placeNow(TEXT, (from, to) => text.slice(from, to), text.length, DIFFERENCES[0]!);
    expect(now(TEXT)).toBe(1);
    expect(now("一二" + TEXT)).toBe(3);
    expect(now("天於地\n玄黄")).toBeNull();
    expect(now("")).toBeNull();
  });
});
