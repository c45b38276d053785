import { SearchQuery } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { type Form, type Hit, type Passed, written } from "../src/http/search";
import { read, USUAL } from "../src/search/asked";
import { matches } from "../src/search/finding";
import { pattern } from "../src/search/pattern";
import { pieces, reasons } from "../src/search/reasons";

const form = (form: string): Form => ({ form, kind: "simplified", relation: "simplified", sources: ["unihan"] });

function found(text: string, look: string, ignore: Passed[] = [], forms: Record<string, Form[]> = {}): string[] {
  const query = new SearchQuery({ search: pattern({ text: look, ignore, forms }), regexp: true, caseSensitive: true, literal: true });
  return matches(EditorState.create({ doc: text }), query, 100).map(({ from, to }) => text.slice(from, to));
}

describe("finding in a text", () => {
  it("counts another form only when it is told so", () => {
    expect(found("皇后之後", "後")).toEqual(["後"]);
    expect(found("皇后之後", "後", [], { 後: [form("后")] })).toEqual(["后", "後"]);
    expect(found("𠲽𠲽", "佛", [], { 佛: [form("𠲽")] })).toEqual(["𠲽", "𠲽"]);
  });

  it("passes over what is switched off, and nothing else", () => {
    const text = "議，將\n從■〈口佛〉前（某\u3000日）去";
    expect(found(text, "議將")).toEqual([]);
    expect(found(text, "議將", ["marks"])).toEqual(["議，將"]);
    expect(found(text, "將從", ["marks"])).toEqual([]);
    expect(found(text, "將從", ["lines"])).toEqual(["將\n從"]);
    expect(found(text, "■前", ["marks"])).toEqual([]);
    expect(found(text, "■前", ["notes"])).toEqual(["■〈口佛〉前"]);
    expect(found(text, "前去", ["marks", "lines"])).toEqual([]);
    expect(found(text, "前去", ["notes"])).toEqual(["前（某\u3000日）去"]);
    expect(found("葛\u{E0100}城", "葛城")).toEqual([]);
    expect(found("葛\u{E0100}城", "葛城", ["selectors"])).toEqual(["葛\u{E0100}城"]);
    expect(found("葛\u{E0100}城", "葛")).toEqual([]);
  });

  it("takes □ for any character, and for itself when it is quoted or alone", () => {
    expect(found("使臣使□使", "使□")).toEqual(["使臣", "使□"]);
    expect(found("使臣使□使", '"使□"')).toEqual(["使□"]);
    expect(found("何？者", "？")).toEqual(["？"]);
  });

  it("takes every other sign for itself", () => {
    expect(found("a.b*(c)[d]-^$|\\", "(c)[d]-^$|\\")).toEqual(["(c)[d]-^$|\\"]);
    expect(found("abc", "a.c")).toEqual([]);
    expect(found("\uF900", "\u8C48")).toEqual([]);
  });

  it("reads brackets in one way only, so that many of them take no time", () => {
    const began = performance.now();
    expect(found(`甲${"（）".repeat(3_000)}乙`, "甲丙", ["marks", "lines", "notes", "selectors"])).toEqual([]);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe("a search", () => {
  it("stands in the address and is read from there", () => {
    const query = { ...USUAL, q: "使 臣&", fold: ["variants" as const], ignore: [], person: "a", from: 50 };
    expect(read(written(query))).toEqual(query);
    expect(read("")).toEqual(USUAL);
    expect(read("q=x&fold=all&state=gone&from=-3")).toEqual({ ...USUAL, q: "x", ignore: [] });
  });

  it("shows which characters are not those that were asked for, and says why", () => {
    const hit: Hit = {
      document: "d",
      revision: 1,
      start: 10,
      end: 13,
      before: "",
      text: "皇后，",
      after: "",
      folds: [{ start: 11, end: 12, asked: "後", kind: "simplified", relation: "simplified", sources: ["unihan"] }],
      passed: ["marks"],
    };
    expect(pieces(hit).map(({ text, folded }) => [text, folded])).toEqual([
      ["皇", false],
      ["后", true],
      ["，", false],
    ]);
    expect(reasons(hit, {})).toEqual(["后 for 後 (simplified: unihan)", "over marks"]);
  });
});
