import { expect, test } from "vitest";
import { isPause, marksIn } from "../src/markings/marks";
import { markWords, origins, suggestedMarks } from "../src/markings/origins";
import type { Suggestion } from "../src/session/values";

test("marks are those that the server finds", () => {
  const found = marksIn("「天，」■〈口，佛〉，〈注〉！︀——");
  expect(found.map(({ from, to }) => "「天，」■〈口，佛〉，〈注〉！︀——".slice(from, to))).toEqual([
    "「", "，", "」", "，", "〈", "〉", "！︀", "—", "—",
  ]);
  expect(marksIn("■〈口\n佛〉")).toHaveLength(2);
  expect([..."，」"].map(isPause)).toEqual([true, false]);
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
