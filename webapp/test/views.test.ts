import { EditorSelection, EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { marks, showMarks } from "../src/editor/marks";
import { marksAt, shownAt } from "../src/markings/asking";
import { haveOrthography } from "../src/markings/characters";
import { copiedText, count, showAs, shownAs, viewing } from "../src/markings/viewing";
import { ALL_CHARACTERS, ALL_MARKS, isPlain, type Look, lookOf, nameOf, next, PLAIN, shown, textShown } from "../src/markings/views";
import { Anchored } from "../src/session/anchored";
import { NOTHING } from "../src/session/displayed";
import type { Annotation, Body } from "../src/session/values";

const TEXT = "「議將，從前」：■〈口，佛〉國；\n使臣！︀進京。";
const TABLE = {
  simplified: new Map([["國", "国"], ["議", "议"], ["將", "将"], ["從", "从"], ["進", "进"], ["後", "后"]]),
  traditional: new Map([["国", ["國"]], ["里", ["里", "裏", "裡"]], ["人", ["人"]]]),
};

const regular = (form: string): Body => ({ is: "regularization", form, relation: "variant" });

function decided(id: string, start: number, end: number, body: Body, orphaned = false): Annotation {
  return { id, start, end, body, orphaned, author: "lin" };
}

function looking(look: Look, doc = TEXT, annotations: Annotation[] = []): EditorState {
  const state = EditorState.create({ doc, extensions: [marks, viewing(PLAIN, () => {})] });
  const known = { ...NOTHING, annotations: Anchored.of(annotations) };
  return state.update({ effects: [showAs.of(look), haveOrthography.of(TABLE), showMarks.of(known)] }).state;
}

const withMarks = (marks: Look["marks"]): Look => ({ ...PLAIN, marks });
const withCharacters = (characters: Look["characters"], marks: Look["marks"] = "full"): Look => ({ characters, marks });
const whole = (look: Look, doc = TEXT, annotations: Annotation[] = []) =>
  textShown(look, looking(look, doc, annotations), 0, doc.length);

test("views show pauses as stops, as judou, or no mark, and leave every character", () => {
  expect(whole(PLAIN)).toBe(TEXT);
  expect(whole(withMarks("breaks"))).toBe("議將。從前。■〈口，佛〉國。\n使臣。進京。");
  expect(whole(withMarks("judou"))).toBe("議將、從前、■〈口，佛〉國。\n使臣。進京。");
  expect(whole(withMarks("bare"))).toBe("議將從前■〈口，佛〉國\n使臣進京");
});

test("characters are shown in the other orthography one by one, not those in a note on a glyph", () => {
  expect(whole(withCharacters("simplified"), "國󠄀■〈口國〉議，國")).toBe("国■〈口國〉议，国");
  expect(whole(withCharacters("simplified", "bare"), "國，國。")).toBe("国国");
  const traditional = looking(withCharacters("traditional"), "国里人");
  expect(textShown(withCharacters("traditional"), traditional, 0, 3)).toBe("國里人");
  expect(shown(withCharacters("traditional"), traditional, 0, 3)).toEqual([
    { from: 0, to: 1, text: "國" },
    { from: 1, to: 2, text: "里", choices: ["里", "裏", "裡"] },
  ]);
});

test("without the table characters are shown as they are", () => {
  const state = EditorState.create({ doc: "國", extensions: viewing(withCharacters("simplified"), () => {}) });
  expect(textShown(withCharacters("simplified"), state, 0, 1)).toBe("國");
});

test("what people decided is shown as its regular form, the longer decision before the shorter", () => {
  const text = "罗俄斯，于大■〈口佛〉國\n于是";
  const annotations = [
    decided("a", 0, 4, regular("俄羅斯，")),
    decided("b", 1, 2, regular("娥")),
    decided("c", 4, 5, regular("於")),
    decided("d", 6, 11, { is: "glyph", description: "⿰口佛", form: "𠲽" }),
    decided("e", 11, 12, { is: "tag", name: "place" }),
    decided("f", 10, 14, regular("跨行")),
    decided("g", 13, 13, regular("無"), true),
    decided("h", 14, 15, { is: "glyph", description: "?", form: "" }),
  ];
  const look = withCharacters("regularised");
  expect(whole(look, text, annotations)).toBe("俄羅斯，於大𠲽國\n于是");
  expect(whole(withCharacters("regularised", "bare"), text, annotations)).toBe("俄羅斯於大𠲽國\n于是");
  expect(whole(withCharacters("regularised", "judou"), text, annotations)).toBe("俄羅斯、於大𠲽國\n于是");
  const state = looking(look, text, annotations);
  expect(shownAt(state, 4)).toMatchObject([{ from: 4, to: 5, text: "於", decided: { author: "lin" } }]);
  expect(shownAt(state, 12)).toEqual([]);
  const moved = state.update({ changes: { from: 0, insert: "注" } }).state;
  expect(textShown(look, moved, 0, moved.doc.length)).toBe("注俄羅斯，於大𠲽國\n于是");
});

test("a view of any part is that part of the view of the whole", () => {
  const units = "「議，。■〈口佛〉\n︀！𠲽󠄀》國里";
  let seed = 7;
  const chance = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: chance(30) }, () => [...units][chance([...units].length)]).join("");
    const annotations = Array.from({ length: chance(5) }, (_, id) => {
      const start = chance(text.length + 1);
      return decided(String(id), start, start + chance(Math.min(6, text.length + 1 - start)), regular("于，"));
    });
    for (const characters of ALL_CHARACTERS) {
      for (const mark of ALL_MARKS) {
        const look = { characters, marks: mark };
        const state = looking(look, text, annotations);
        const all = shown(look, state, 0, text.length);
        for (let at = 1; at < all.length; at++) expect(all[at]!.from).toBeGreaterThanOrEqual(all[at - 1]!.to);
        const from = chance(text.length + 1);
        const to = from + chance(text.length + 1 - from);
        const inside = all.filter((one) => one.from >= from && one.to <= to);
        expect(shown(look, state, from, to), `${nameOf(look)} of ${text} ${from}-${to}`).toEqual(inside);
      }
    }
  }
});

test("what is copied is what is on the screen, and nothing can be typed there", () => {
  let state = looking(withMarks("bare"));
  expect(state.readOnly).toBe(true);
  state = state.update({ selection: EditorSelection.range(0, 7) }).state;
  expect(copiedText("「議將，從前」", state)).toBe("議將從前");
  state = state.update({ selection: EditorSelection.cursor(2) }).state;
  expect(copiedText("", state)).toBe("議將從前■〈口，佛〉國\n");
  const plain = state.update({ effects: showAs.of(PLAIN) }).state;
  expect(plain.readOnly).toBe(false);
  expect(copiedText("「議", plain)).toBe("「議");
  const simplified = looking(withCharacters("simplified")).update({ selection: EditorSelection.range(0, 3) }).state;
  expect(simplified.readOnly).toBe(true);
  expect(copiedText("「議將", simplified)).toBe("「议将");
  expect(count("𠲽國\n人")).toBe(3);
});

test("the cursor is told what stands there where it is shown otherwise, and nothing elsewhere", () => {
  const judou = looking(withMarks("judou"));
  expect(shownAt(judou, 3)).toMatchObject([{ from: 3, to: 4, text: "、" }]);
  expect(shownAt(judou, 4)).toMatchObject([{ from: 3, to: 4 }]);
  expect(shownAt(judou, TEXT.length)).toEqual([]);
  expect(shownAt(looking(PLAIN), 3)).toEqual([]);
});

test("keys go through all ways to show characters and marks and come back; names are kept", () => {
  expect(ALL_CHARACTERS.map((one) => next(ALL_CHARACTERS, one))).toEqual(["regularised", "simplified", "traditional", "transcribed"]);
  expect(ALL_MARKS.map((one) => next(ALL_MARKS, one))).toEqual(["breaks", "judou", "bare", "full"]);
  for (const characters of ALL_CHARACTERS) {
    for (const marks of ALL_MARKS) expect(lookOf(nameOf({ characters, marks }))).toEqual({ characters, marks });
  }
  for (const name of [null, "", "bare", "none such", "simplified"]) {
    expect(isPlain(lookOf(name)), String(name)).toBe(name !== "simplified");
  }
});

test("one points at a mark, or at all that is not shown at a place", () => {
  const full = looking(PLAIN);
  expect(marksAt(full, 3)).toEqual([{ from: 3, to: 4 }]);
  expect(marksAt(full, 4)).toEqual([]);
  expect(marksAt(full, 4, -1)).toEqual([{ from: 3, to: 4 }]);
  const bare = looking(withMarks("bare"));
  expect(bare.field(shownAs)).toEqual(withMarks("bare"));
  expect(marksAt(bare, 6)).toEqual([{ from: 6, to: 7 }, { from: 7, to: 8 }]);
  expect(marksAt(bare, 8)).toEqual([{ from: 6, to: 7 }, { from: 7, to: 8 }]);
  expect(marksAt(bare, 2)).toEqual([]);
});
