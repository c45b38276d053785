import { describe, expect, it } from "vitest";
import { grouped, merged, withoutGap } from "../src/history/grouping";
import { edits, follow, placeOf } from "../src/history/reading";
import { inWords } from "../src/history/wording";
import type { HistoryEntry } from "../src/http/api";
import type { ChangeJson, Effect, Suggestion } from "../src/session/values";

const people = { li: { name: "Li", colour: "#000" }, wang: { name: "Wang", colour: "#000" } };

function entry(revision: number, changes: ChangeJson, effects: Effect[] = [], author = "li"): HistoryEntry {
  const at = `2026-11-21T10:0${Math.floor(revision / 10)}:00Z`;
  return { revision, author, client: "c", at, changes, effects, excerpt: "" };
}

function decided(maker: Suggestion["maker"], outcome: "accepted" | "rejected"): Effect {
  const suggestion = { id: "s", start: 3, end: 3, maker } as Suggestion;
  return { is: "decide", outcome, candidate: 0, suggestion };
}

const punctuation = { plugin: "punctuation", version: "1" };

describe("a change in its JSON form", () => {
  it("is read as replacements with their places after the change", () => {
    expect(edits([2, [1, "甲", "乙"], 3, [0, "丙"], [2]])).toEqual([
      { place: 2, deleted: 1, inserted: "甲\n乙" },
      { place: 8, deleted: 0, inserted: "丙" },
      { place: 9, deleted: 2, inserted: "" },
    ]);
  });

  it("tells its place, if not by its text then by its effects", () => {
    expect(placeOf(entry(1, [2, [0, "甲"], 3]))).toBe(2);
    expect(placeOf(entry(1, [5], [decided(punctuation, "rejected")]))).toBe(3);
    expect(placeOf(entry(1, [5], [{ is: "revert", revision: 3 }]))).toBeNull();
  });

  it("is found again through what came later", () => {
    const newestFirst = [entry(3, [[2], 6]), entry(2, [[0, "甲乙丙"], 5]), entry(1, [4, [0, "丁"]])];
    expect(follow(4, 1, newestFirst)).toBe(5);
  });
});

describe("history in words", () => {
  const said = (...oldestFirst: HistoryEntry[]) => inWords(oldestFirst.reverse(), people);

  it("joins what was typed in a row", () => {
    expect(said(entry(1, [2, [0, "甲"], 1]), entry(2, [3, [0, "乙"], 1]))).toEqual(["wrote “甲乙”"]);
  });

  it("keeps apart what was typed elsewhere", () => {
    const lines = said(entry(1, [2, [0, "甲"], 1]), entry(2, [[0, "乙"], 4]));
    expect(lines).toEqual(["wrote “甲”", "wrote “乙”"]);
  });

  it("adds up deletions and names replacements", () => {
    expect(said(entry(1, [2, [1], 1]), entry(2, [1, [1], 1]))).toEqual(["deleted 2 characters"]);
    expect(said(entry(1, [2, [1, "乙"], 1]))).toEqual(["replaced 1 character by “乙”"]);
  });

  it("counts decisions by plugin or person and does not tell their text twice", () => {
    const accepted = decided(punctuation, "accepted");
    const lines = said(
      entry(1, [2, [0, "，"], 1, [0, "。"]], [accepted, accepted]),
      entry(2, [5], [decided({ account: "wang" }, "rejected")]),
    );
    expect(lines).toEqual(["accepted 2 suggestions of punctuation", "rejected 1 suggestion of Wang"]);
  });

  it("tells annotations by kind", () => {
    const add = { is: "add-annotation", id: "a", start: 0, end: 1, body: { is: "tag", name: "place" } } as const;
    expect(said(entry(1, [5], [add]), entry(2, [5], [add]))).toEqual(["annotated 2 × place"]);
    expect(said(entry(1, [5], [add, { is: "remove-annotation", id: "b" }]))).toEqual([
      "annotated place",
      "removed 1 annotation",
    ]);
  });

  it("tells annotations that were made beside a decision, not those that it brought in", () => {
    const add = { is: "add-annotation", id: "a", start: 0, end: 1, body: { is: "tag", name: "place" } } as const;
    const lines = said(entry(1, [5], [decided(punctuation, "accepted"), add]), entry(2, [5], [{ ...add, id: "b" }]));
    expect(lines).toEqual(["accepted 1 suggestion of punctuation", "annotated place"]);
  });

  it("tells approvals, reverts and the import", () => {
    expect(said(entry(1, [5], [{ is: "approve", id: "p", start: 0, end: 5 }]))).toEqual(["approved 1 passage"]);
    expect(said(entry(1, [5, [1]], [{ is: "revert", revision: 7 }]))).toEqual(["reverted revision 7"]);
    expect(said(entry(1, [[0, "甲"]], [{ is: "import", title: "甲" }]))).toEqual(["imported “甲”"]);
  });
});

describe("the list of changes", () => {
  it("is grouped by person and minute", () => {
    const entries = [entry(12, [1]), entry(11, [1]), entry(9, [1]), entry(8, [1], [], "wang"), entry(7, [1])];
    const sizes = grouped(entries).map((group) => `${group.author} ${group.entries.length}`);
    expect(sizes).toEqual(["li 2", "li 1", "wang 1", "li 1"]);
  });

  it("takes each revision once and ends before a gap", () => {
    const list = merged([entry(3, [1]), entry(2, [1])], [entry(4, [1]), entry(3, [1])]);
    expect(list.map(({ revision }) => revision)).toEqual([4, 3, 2]);
    const gap = withoutGap(merged(list, [entry(7, [1]), entry(6, [1])]));
    expect(gap.map(({ revision }) => revision)).toEqual([7, 6]);
  });
});
