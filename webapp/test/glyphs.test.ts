import { Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { codeOf, isPrivateUse, nextPrivateUse } from "../src/glyphs/codes";
import { builtAs, describes, glyphAt, saidOf } from "../src/glyphs/places";

const note = (line: string, at: number) => {
  const text = Text.of(["前", line]);
  const { from, to } = glyphAt(text, 2 + at, 2 + at);
  return text.sliceString(from, to);
};

describe("the glyph that the palette is about", () => {
  it("is the note that the cursor touches", () => {
    for (let at = 1; at <= 6; at++) expect(note("大■〈口佛〉国", at)).toBe("■〈口佛〉");
    expect(note("大【口佛】国", 3)).toBe("【口佛】");
    expect(note("大⿰口⿰亻弗国", 2)).toBe("⿰口⿰亻弗");
    expect(note("大&CB00166;国", 4)).toBe("&CB00166;");
    expect(note("大□国", 2)).toBe("□");
    expect(note("大\u{f0001}国", 1)).toBe("\u{f0001}");
  });

  it("is nothing where no note is, and what is selected where something is", () => {
    expect(note("大■〈口佛〉国", 0)).toBe("");
    expect(note("大■〈口佛〉国民", 8)).toBe("");
    expect(glyphAt(Text.of(["大■国"]), 0, 1)).toEqual({ from: 0, to: 1 });
  });

  it("of two that meet at the cursor is the one behind it", () => {
    expect(note("■〈口佛〉□", 5)).toBe("□");
  });
});

describe("what a note says", () => {
  it("is without its signs", () => {
    expect(["■〈口佛〉", "【⿰口佛】", "&CB00166;", "⿰口佛", "■", "□□", "甲"].map(saidOf)).toEqual([
      "口佛",
      "⿰口佛",
      "CB00166",
      "⿰口佛",
      "",
      "",
      "甲",
    ]);
    expect(describes("■", "口佛")).toBe("口佛");
    expect(describes("■", "")).toBe("■");
    expect(builtAs("https://example.org/?codepoint=20cbd#%E2%BF%B0%E5%8F%A3%E4%BD%9B")).toBe("⿰口佛");
    expect(builtAs("https://example.org/?codepoint=20cbd#⿰口佛")).toBe("⿰口佛");
  });
});

describe("private-use characters", () => {
  it("are given out from the first free one on", () => {
    expect(codeOf(nextPrivateUse([]))).toBe("U+F0000");
    expect(codeOf(nextPrivateUse([{ form: "\u{f0000}" }, { form: "𠲽" }, { form: "\u{f0002}" }]))).toBe("U+F0001");
    expect(isPrivateUse("\u{f0000}")).toBe(true);
    expect(isPrivateUse("𠲽")).toBe(false);
    expect(codeOf("佛")).toBe("U+4F5B");
  });
});
