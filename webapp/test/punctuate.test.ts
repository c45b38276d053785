import { history } from "@codemirror/commands";
import { EditorState, Text, type TransactionSpec } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { gapAt, type Mark, MARKS, markOf, type Marking, put, takeOut } from "../src/punctuate/gaps";
import { byKey, type Keys, punctuating } from "../src/punctuate/mode";
import { isOfMarks, sameOn, suggestedAt, verdict } from "../src/punctuate/suggested";
import { Certainty, decidedBefore, depthOf } from "../src/punctuate/sure";
import { Anchored } from "../src/session/anchored";
import { isMark } from "../src/markings/marks";
import type { Maker, Suggestion } from "../src/session/values";
import { generator } from "./simulation";

const key = (key: string, code = "", shiftKey = false) => markOf({ key, code, shiftKey });
const point = (at: number) => ({ from: at, to: at });

function after(text: string, marking: Marking | null): string | null {
  if (marking === null) return null;
  const state = EditorState.create({ doc: text });
  const next = state.update({ changes: [...marking.edits], selection: { anchor: marking.cursor } }).state;
  const { head } = next.selection.main;
  return `${next.sliceDoc(0, head)}|${next.sliceDoc(head)}`;
}

/** What a mark does to a text in which | is the cursor. */
function putting(written: string, mark: Mark): string | null {
  const at = written.indexOf("|");
  const text = written.replace("|", "");
  return after(text, put(Text.of(text.split("\n")), point(at), mark));
}

const [comma, stop, , , , , , quotes, title] = MARKS as [Mark, Mark, Mark, Mark, Mark, Mark, Mark, Mark, Mark];

describe("a key", () => {
  it("of a digit is a mark, also where Shift writes another sign", () => {
    expect(key("1", "Digit1")).toEqual({ pause: "，" });
    expect(key("&", "Digit7")).toEqual({ pause: "！" });
    expect(key("8", "Numpad8")).toEqual({ open: "「", close: "」" });
    expect(key("*", "Digit8", true)).toEqual({ open: "『", close: "』" });
    expect(key("?", "Digit1", true)).toEqual({ pause: "？" });
  });

  it("of a sign is the mark that it stands for, and a letter is none", () => {
    expect(key(".", "Period")).toEqual({ pause: "。" });
    expect(key("；", "Semicolon")).toEqual({ pause: "；" });
    for (const other of ["a", "0", " ", "Enter", "天", "F1"]) expect(key(other)).toBe(null);
  });
});

describe("a mark", () => {
  it("stands where the cursor is, and another pause of the same gap gives way to it", () => {
    expect(putting("天津|條約", comma)).toBe("天津，|條約");
    expect(putting("天津，|條約", stop)).toBe("天津。|條約");
    expect(putting("天津|，條約", stop)).toBe("天津。|條約");
    expect(putting("也|。」王曰", comma)).toBe("也，|」王曰");
    expect(putting("也|。」王曰", stop)).toBe(null);
  });

  it("of a pair opens, and closes where it is open on the same line", () => {
    expect(putting("王曰|善", quotes)).toBe("王曰「|善");
    expect(putting("王曰「善|", quotes)).toBe("王曰「善」|");
    expect(putting("王曰「善」\n臣曰|諾", quotes)).toBe("王曰「善」\n臣曰「|諾");
    expect(putting("讀《史記|", title)).toBe("讀《史記》|");
    expect(putting("■〈口佛〉曰|", MARKS[8]!)).toBe("■〈口佛〉曰《|");
  });

  it("of a pair stands around what is selected, inside of its like as the inner one", () => {
    const around = (text: string, from: number, to: number) => after(text, put(Text.of([text]), { from, to }, quotes));
    expect(around("王曰善哉", 2, 4)).toBe("王曰「善哉」|");
    expect(around("「王曰善哉", 3, 5)).toBe("「王曰『善哉』|");
  });

  it("is taken out beside the cursor, and nothing else ever is", () => {
    const out = (text: string, at: number, side: "before" | "behind") => after(text, takeOut(Text.of([text]), point(at), side));
    expect(out("天，地", 2, "before")).toBe("天|地");
    expect(out("天，地", 1, "behind")).toBe("天|地");
    expect(out("天，地", 1, "before")).toBe(null);
    expect(out("天，地", 0, "before")).toBe(null);
    expect(out("■〈口佛〉曰", 5, "before")).toBe(null);
    expect(after("天，地。■〈口，佛〉」", takeOut(Text.of(["天，地。■〈口，佛〉」"]), { from: 0, to: 11 }, "before"))).toBe("天地■〈口，佛〉|");
  });

  it("never changes a character, wherever it is put or taken out", () => {
    const random = generator(6);
    const below = (n: number) => Math.floor(random() * n);
    const bare = (text: string) => [...text].filter((unit) => !isMark(unit)).join("");
    const letters = ["天", "𠀀", "，", "。", "「", "」", "《", "》", "\n", "□", "曰", "　"];
    for (let round = 0; round < 3_000; round++) {
      const text = Array.from({ length: below(14) }, () => letters[below(letters.length)]!).join("");
      const doc = Text.of(text.split("\n"));
      const places = [...text].reduce<number[]>((all, unit) => [...all, all.at(-1)! + unit.length], [0]);
      const [from, to] = [places[below(places.length)]!, places[below(places.length)]!].sort((a, b) => a - b) as [number, number];
      const marking = random() < 0.5 ? put(doc, { from, to }, MARKS[below(9)]!) : takeOut(doc, { from, to }, "before");
      const now = after(text, marking);
      if (now !== null) expect(bare(now.replace("|", "")), JSON.stringify([text, from, to])).toBe(bare(text));
    }
  });

  it("belongs to the gap that all marks between two characters make", () => {
    const text = Text.of(["也。」王"]);
    for (const at of [1, 2, 3]) expect(gapAt(text, at)).toEqual({ from: 1, to: 3 });
    expect(gapAt(text, 0)).toEqual({ from: 0, to: 0 });
  });
});

const plugin = { plugin: "punctuation", version: "1" };

function suggestion(id: string, start: number, marks: readonly [string, number][], maker: Maker = plugin, surface = ""): Suggestion {
  const candidates = marks.map(([text, confidence]) => ({ action: { is: "replace" as const, text }, confidence, label: text }));
  return { id, start, end: start + surface.length, orphaned: false, maker, category: "mark", surface, candidates, explanation: "", evidence: [], fingerprint: id };
}

describe("a suggestion", () => {
  const text = Text.of(["天津條約無標點本"]);
  const offered = suggestion("a", 4, [["，", 0.6], ["。", 0.3]]);

  it("is of marks when it changes nothing else", () => {
    expect(isOfMarks(offered)).toBe(true);
    expect(isOfMarks(suggestion("b", 1, [["。", 0.9]], plugin, "，"))).toBe(true);
    expect(isOfMarks(suggestion("c", 1, [["「", 0.9]], plugin, " "))).toBe(true);
    expect(isOfMarks(suggestion("d", 1, [["。", 0.9]], plugin, "津"))).toBe(false);
    expect(isOfMarks(suggestion("e", 1, [["天。", 0.9]]))).toBe(false);
  });

  it("is taken, or corrected, by the key of a mark", () => {
    expect(verdict(offered, text, stop)).toEqual({ outcome: "accepted", candidate: 1 });
    expect(verdict(offered, text, { pause: "？" })).toEqual({ outcome: "corrected", correction: { is: "replace", text: "？" } });
  });

  it("keeps its pause beside a quotation mark or the mark of a title", () => {
    const corrected = (text: string) => ({ outcome: "corrected", correction: { is: "replace", text } });
    expect(verdict(offered, text, quotes)).toEqual(corrected("，「"));
    expect(verdict(offered, Text.of(["「天津條約"]), quotes)).toEqual(corrected("，」"));
    expect(verdict(offered, Text.of(["《天津條約"]), title)).toEqual(corrected("》，"));
  });

  it("is found in the whole gap, unless it is being decided", () => {
    const all = Anchored.of([offered]);
    const marked = Text.of(["天津條約」無標"]);
    expect(suggestedAt(all, marked, 5, () => true)?.id).toBe("a");
    expect(suggestedAt(all, marked, 5, () => false)).toBe(null);
    expect(suggestedAt(all, marked, 3, () => true)).toBe(null);
  });

  it("that was made anew is decided on when it offers the same", () => {
    const anew = suggestion("b", 4, [["。", 0.5], ["，", 0.4]]);
    expect(sameOn(anew, offered, { outcome: "accepted", candidate: 0 })).toEqual({ outcome: "accepted", candidate: 1 });
    expect(sameOn(anew, offered, { outcome: "rejected" })).toBe(null);
    expect(sameOn(suggestion("c", 4, [["！", 0.5]]), offered, { outcome: "accepted", candidate: 0 })).toBe(null);
  });
});

describe("the next suggestion", () => {
  it("is the nearest behind or before a place, as in a list of all", () => {
    const random = generator(7);
    const starts = Array.from({ length: 900 }, () => Math.floor(random() * 5_000));
    const list = starts.map((start, index) => suggestion(String(index), start, [["，", 0.5]]));
    let all = Anchored.none<Suggestion>();
    for (let at = 0; at < list.length; at += 90) all = all.with(list.slice(at, at + 90));
    const even = ({ id }: Suggestion) => Number(id) % 2 === 0;
    for (let place = -1; place <= 5_001; place += 37) {
      const behind = list.filter((one) => even(one) && one.start > place).map(({ start }) => start);
      const before = list.filter((one) => even(one) && one.start < place).map(({ start }) => start);
      expect(all.behind(place, even)?.start).toBe(behind.length === 0 ? undefined : Math.min(...behind));
      expect(all.before(place, even)?.start).toBe(before.length === 0 ? undefined : Math.max(...before));
    }
  });
});

describe("what is sure", () => {
  const shares = [0.95, 0.4, 0.9, 0.62, 0.99];
  const certainty = Certainty.of([
    ...shares.map((share, index) => suggestion(String(index), 9 - index, [["，", share]])),
    suggestion("person", 20, [["。", 1]], { account: "li" }),
    suggestion("name", 21, [["字", 1]]),
  ]);

  it("is counted from a bound on, with the precision to be expected", () => {
    expect(certainty.size).toBe(5);
    expect(certainty.count(0.9)).toBe(3);
    expect(certainty.expected(0.9)).toBeCloseTo((0.95 + 0.9 + 0.99) / 3);
    expect(certainty.atLeast(0.9).map(({ id }) => id)).toEqual(["4", "2", "0"]);
    expect(certainty.count(1)).toBe(0);
    expect(certainty.expected(1)).toBe(0);
  });

  it("is drawn in four depths", () => expect([1, 0.9, 0.89, 0.7, 0.5, 0.49].map(depthOf)).toEqual([0, 0, 1, 1, 2, 3]));

  it("is compared with what was decided before, when that was enough", () => {
    const band = (name: string, from: number, decided: number, accepted: number) => ({ plugin: name, version: "1", from, to: from + 0.1, decided, accepted, other: 0, corrected: 0, rejected: 0, share: 0, low: 0, high: 0 });
    const bands = [band("punctuation", 0.9, 40, 38), band("punctuation", 0.8, 30, 20), band("names", 0.9, 500, 1)];
    expect(decidedBefore(bands, new Set(["punctuation"]), 0.93)).toBe(null);
    expect(decidedBefore(bands, new Set(["punctuation"]), 0.85)).toEqual({ from: 0.8, decided: 70, accepted: 58 });
  });
});

describe("while one punctuates", () => {
  const keys: Keys = { put() {}, accept() {}, remove() {}, seek() {}, leap() {}, acceptAll() {}, undo() {}, leave() {} };
  const state = EditorState.create({ doc: "天津條約", extensions: [history(), punctuating(keys)] });
  const typed = (spec: TransactionSpec) => state.update({ changes: { from: 2, insert: "，" }, ...spec }).state.doc.toString();

  it("nothing is typed, written by an input method, pasted, dropped or deleted", () => {
    for (const userEvent of ["input.type", "input.type.compose", "input.paste", "input.drop", "delete.backward", "delete.cut", "move.line"]) {
      expect(typed({ userEvent }), userEvent).toBe("天津條約");
    }
  });

  it("keys put marks, and what others do comes in", () => {
    expect(typed({ userEvent: "input.type", annotations: byKey.of(true) })).toBe("天津，條約");
    expect(typed({})).toBe("天津，條約");
  });
});
