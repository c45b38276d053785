import { EditorSelection, EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { marksAt } from "../src/markings/asking";
import { isPause, marksIn } from "../src/markings/marks";
import { markWords, origins, suggestedMarks } from "../src/markings/origins";
import { copiedText, showAs, shownAs, viewing } from "../src/markings/viewing";
import { next, textShown, VIEWS, viewOf } from "../src/markings/views";
import type { Suggestion } from "../src/session/values";

const TEXT = "「議將，從前」：■〈口，佛〉國；\n使臣！︀進京。";

function looking(id: string, doc = TEXT): EditorState {
  const state = EditorState.create({ doc, extensions: viewing(viewOf("full"), () => {}) });
  return state.update({ effects: showAs.of(viewOf(id)) }).state;
}

const shown = (id: string, doc = TEXT) => textShown(viewOf(id), looking(id, doc), 0, doc.length);

test("views show pauses as stops, or no mark, and leave every character", () => {
  expect(shown("full")).toBe(TEXT);
  expect(shown("breaks")).toBe("議將。從前。■〈口，佛〉國。\n使臣。進京。");
  expect(shown("bare")).toBe("議將從前■〈口，佛〉國\n使臣進京");
});

test("a view of any part is that part of the view of the whole", () => {
  const units = "「議，。■〈口佛〉\n︀！𠲽󠄀》";
  let seed = 7;
  const chance = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: chance(30) }, () => [...units][chance([...units].length)]).join("");
    for (const view of VIEWS) {
      const state = looking(view.id, text);
      const whole = view.shown(state, 0, text.length);
      const from = chance(text.length + 1);
      const to = from + chance(text.length + 1 - from);
      const inside = whole.filter((one) => one.from >= from && one.to <= to);
      expect(view.shown(state, from, to), `${view.id} of ${text} ${from}-${to}`).toEqual(inside);
    }
  }
});

test("marks are those that the server finds", () => {
  const found = marksIn("「天，」■〈口，佛〉，〈注〉！︀——");
  expect(found.map(({ from, to }) => "「天，」■〈口，佛〉，〈注〉！︀——".slice(from, to))).toEqual([
    "「", "，", "」", "，", "〈", "〉", "！︀", "—", "—",
  ]);
  expect(marksIn("■〈口\n佛〉")).toHaveLength(2);
  expect([..."，」"].map(isPause)).toEqual([true, false]);
});

test("what is copied is what is on the screen, and nothing can be typed there", () => {
  let state = looking("bare");
  expect(state.readOnly).toBe(true);
  state = state.update({ selection: EditorSelection.range(0, 7) }).state;
  expect(copiedText("「議將，從前」", state)).toBe("議將從前");
  state = state.update({ selection: EditorSelection.cursor(2) }).state;
  expect(copiedText("", state)).toBe("議將從前■〈口，佛〉國\n");
  const full = state.update({ effects: showAs.of(viewOf("full")) }).state;
  expect(full.readOnly).toBe(false);
  expect(copiedText("「議", full)).toBe("「議");
});

test("the key goes through all views and comes back", () => {
  expect(VIEWS.map((view) => next(view).id)).toEqual(["breaks", "bare", "full"]);
  expect(viewOf("none such").id).toBe("full");
});

test("one points at a mark, or at all that is not shown at a place", () => {
  const full = looking("full");
  expect(marksAt(full, 3)).toEqual([{ from: 3, to: 4 }]);
  expect(marksAt(full, 4)).toEqual([]);
  expect(marksAt(full, 4, -1)).toEqual([{ from: 3, to: 4 }]);
  const bare = looking("bare");
  expect(bare.field(shownAs).id).toBe("bare");
  expect(marksAt(bare, 6)).toEqual([{ from: 6, to: 7 }, { from: 7, to: 8 }]);
  expect(marksAt(bare, 8)).toEqual([{ from: 6, to: 7 }, { from: 7, to: 8 }]);
  expect(marksAt(bare, 2)).toEqual([]);
});

test("a mark tells who or what made it, how sure it was, who took it, and whether it is approved", () => {
  const people = { li: { name: "Li", colour: "#123456" } };
  const deed = { revision: 57, account: "li", at: "2026-11-22T12:00:00Z", imported: false, plugin: "punctuation", version: "0.2.0", confidence: 0.93 };
  const told = markWords("，", deed, true, people);
  expect(told).toMatch(/^，  Suggested by punctuation 0\.2\.0, 93 % sure, accepted by Li on .*, revision 57\. Its passage is approved\.$/);
});

test("marks are counted by origin, and suggested ones by what would come in", () => {
  const people = { li: { name: "Li", colour: "#123456" } };
  const found = origins(
    [
      { origin: { imported: true }, mark: "，", standing: 2, approved: 1 },
      { origin: { imported: false, account: "li" }, mark: "，", standing: 1, approved: 0 },
      { origin: { imported: true }, mark: "。", standing: 5, approved: 5 },
      { origin: { plugin: "punctuation", version: "0.2.0" }, mark: "。", standing: 3, approved: 0 },
    ],
    people,
  );
  expect(found.map(({ name, standing, approved }) => [name, standing, approved])).toEqual([
    ["Source (imported)", 7, 6],
    ["punctuation 0.2.0", 3, 0],
    ["Li", 1, 0],
  ]);
  expect(found[0]!.marks).toEqual([["。", 5], ["，", 2]]);
  expect(found[2]!.of).toEqual({ account: "li" });
  const suggestion = (surface: string, text: string) =>
    ({ surface, candidates: [{ action: { is: "replace", text } }] }) as unknown as Suggestion;
  expect(suggestedMarks([suggestion("", "。」"), suggestion("，", "。"), suggestion("天，", "天，")])).toEqual([["。", 2], ["」", 1]]);
});
