import { Text } from "@codemirror/state";
import { expect, test } from "vitest";
import { checksum } from "../src/session/checksum";

const text = (content: string) => Text.of(content.split("\n"));

test("is the one of the protocol", () => {
  expect(checksum(text("天津條約𠀋\n第一款"))).toBe("35152bd2b5ff4e");
  expect(checksum(Text.empty)).toBe("00000000000000");
});

test("depends on the units and not on how the text came to be", () => {
  let edited = Text.empty;
  let at = 7;
  for (let i = 0; i < 500; i++) {
    at = (at * 7919 + i) % (edited.length + 1);
    const to = Math.min(edited.length, at + (i % 9));
    edited = edited.replace(at, to, text("約款\n𠀋。".repeat(i % 13)));
    if (i % 50 === 49) expect(checksum(edited)).toBe(checksum(text(edited.toString())));
  }
  expect(edited.children).not.toBeNull();
});

test("tells texts apart that differ in one unit", () => {
  const long = text("甲乙丙丁\n".repeat(3_000));
  expect(checksum(long.replace(9_000, 9_001, text("戊")))).not.toBe(checksum(long));
});
