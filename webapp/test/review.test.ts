import { describe, expect, it } from "vitest";
import { Text } from "@codemirror/state";
import { EVERYTHING, filtered, labelOf, makerOf, stateOf, values } from "../src/review/filter";
import { reveal, visible } from "../src/review/windowing";
import { actionWords } from "../src/review/words";
import type { Maker, Suggestion } from "../src/session/values";

function suggestion(id: string, start: number, maker: Maker, label: string, confidence: number): Suggestion {
  const candidates = [{ action: { is: "replace" as const, text: label }, confidence, label }];
  const category = "plugin" in maker ? "mark" : "proposal";
  return { id, start, end: start, orphaned: false, maker, category, surface: "", candidates, explanation: "", evidence: [], fingerprint: "" };
}

const punctuation = { plugin: "punctuation", version: "1" };
const all = [
  suggestion("a", 1, punctuation, "，", 0.9),
  suggestion("b", 4, punctuation, "。", 0.6),
  suggestion("c", 6, { account: "li" }, "；", 1),
  { ...suggestion("d", 8, punctuation, "，", 0.7), orphaned: true },
  suggestion("e", 9, punctuation, "，", 0.3),
];
const ranges = { passage: { from: 0, to: 5 }, selection: { from: 5, to: 10 } };
const state = (one: Suggestion) => stateOf(one, "li", Text.of(["天津條約無標點本"]));
const ids = (part: object, of = all) => filtered(of, { ...EVERYTHING, ...part }, ranges, state).map(({ id }) => id).join("");

describe("the filter of the review list", () => {
  it("shows everything that still has its text", () => expect(ids({})).toBe("abce"));
  it("chooses by maker", () => expect(ids({ maker: makerOf(all[2]!) })).toBe("c"));
  it("chooses by category", () => expect(ids({ category: "mark" })).toBe("abe"));
  it("chooses by mark", () => expect(ids({ label: "，" })).toBe("ae"));
  it("takes those of the confidence asked for, too", () => expect(ids({ confidence: 0.6 })).toBe("abc"));
  it("keeps to the passage", () => expect(ids({ where: "passage" })).toBe("ab"));
  it("keeps to the selection", () => expect(ids({ where: "selection" })).toBe("ce"));
  it("puts the most certain first", () => expect(ids({ sort: "certain" })).toBe("cabe"));
  it("puts the least certain first", () => expect(ids({ sort: "doubtful" })).toBe("ebac"));
  it("shows what a person proposed for a text that has changed or is gone", () => {
    const other = { account: "wang" };
    const changed = { ...suggestion("f", 0, other, "大沽", 1), end: 2, surface: "北京" };
    const gone = { ...suggestion("g", 3, other, "大沽", 1), orphaned: true, surface: "北京" };
    const same = { ...changed, id: "h", surface: "天津" };
    expect(ids({ state: "conflict" }, [...all, changed, gone, same])).toBe("fg");
    expect(ids({ state: "own" }, [...all, changed, gone, same])).toBe("c");
    expect(ids({ state: "open" }, [...all, changed, gone, same])).toBe("abeh");
  });
  it("combines what is asked", () => expect(ids({ label: "，", confidence: 0.5 })).toBe("a"));

  it("offers values with the most frequent first", () => {
    expect(values(all, labelOf)).toEqual(["，", "。", "；"]);
  });
});

describe("the window of the review list", () => {
  it("holds the rows in sight and a few more", () => {
    expect(visible(4400, 440, 44, 3000)).toEqual({ first: 92, end: 118 });
    expect(visible(0, 440, 44, 3)).toEqual({ first: 0, end: 3 });
  });

  it("stays sound when the list became shorter than the place scrolled to", () => {
    const { first, end } = visible(44_000, 440, 44, 5);
    expect(first).toBeLessThanOrEqual(end);
    expect(end).toBe(5);
  });

  it("scrolls no further than needed", () => {
    expect(reveal(0, 100, 440, 44)).toBe(0);
    expect(reveal(5, 100, 440, 44)).toBe(100);
    expect(reveal(20, 100, 440, 44)).toBe(21 * 44 - 440);
  });
});

describe("actions in words", () => {
  it("name a deletion and leave out what only repeats the text", () => {
    expect(actionWords({ is: "replace", text: "" })).toBe("delete");
    const body = { is: "identification", entity: "local:1", label: "京師", type: "place" } as const;
    expect(actionWords({ is: "annotate", body })).toBe("Place: 京師");
    expect(actionWords({ is: "annotate", body }, "京師")).toBe("Place");
  });
});
