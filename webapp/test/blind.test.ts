import { expect, test } from "vitest";
import { after, all, asked, decided, nextOpen, opposite, takes, told, undecided } from "../src/blind/deciding";
import { countOf, EVERYTHING, shown } from "../src/blind/filtering";
import type { Difference, Round } from "../src/http/blind";

const worker = (account: string) => ({ account, name: account, colour: "#000000", done: true });

const ROUND: Round = {
  id: "r",
  document: "d",
  title: "約",
  revision: 1,
  start: 0,
  end: 3,
  task: "punctuate",
  state: "merging",
  createdAt: "2026-11-21T08:00:00Z",
  workers: [worker("li"), worker("wang")],
  open: true,
  decides: true,
  abandons: false,
};

function difference(one: string, other: string): Difference {
  return {
    id: `${one}-${other}`,
    start: 1,
    end: 1,
    base: "",
    before: "甲",
    after: "乙",
    agreed: one === other,
    readings: [
      { text: one, names: [] },
      { text: other, names: [] },
    ],
  };
}

test("keys take a reading that somebody has, none, or ask for another", () => {
  expect(asked("2", ROUND)).toEqual({ ruling: { choice: "reading", worker: "wang" } });
  expect(asked("3", ROUND)).toBeUndefined();
  expect(asked("0", ROUND)).toEqual({ ruling: { choice: "neither" } });
  expect(asked("o", ROUND)).toEqual({ own: true });
  expect(asked("j", ROUND)).toEqual({ move: 1 });
  expect(asked("ArrowUp", ROUND)).toEqual({ move: -1 });
  expect(asked("u", ROUND)).toEqual({ undo: true });
  expect(asked("x", ROUND)).toBeUndefined();
});

test("what all read alike is taken unless somebody decides otherwise", () => {
  const alike = difference("，", "，");
  expect(decided(alike, ROUND)).toEqual({ choice: "reading", worker: "li" });
  expect(decided({ ...alike, ruling: { choice: "neither" } }, ROUND)).toEqual({ choice: "neither" });
  expect(decided(difference("，", "。"), ROUND)).toBeUndefined();
});

test("the next one to decide is looked for behind, then from the start", () => {
  const some = [difference("，", ""), difference("，", "，"), { ...difference("。", ""), ruling: { choice: "neither" } as const }];
  expect(undecided(some)).toBe(1);
  expect(nextOpen(some, -1)).toBe(some[0]);
  expect(nextOpen(some, 0)).toBe(some[0]);
  expect(nextOpen([some[1]!, some[2]!], -1)).toBeUndefined();
});

test("one decision about many is one step, and is taken back as one, to what each was before", () => {
  const neither = { choice: "neither" } as const;
  const before = [difference("，", ""), { ...difference("。", ""), ruling: neither }, difference("；", "、")];
  const step = all(before.slice(0, 2), { choice: "reading", worker: "li" });
  expect(told(step)).toEqual([{ differences: ["，-", "。-"], ruling: { choice: "reading", worker: "li" } }]);
  const then = after(before, step);
  expect(then.map(({ ruling }) => ruling?.choice)).toEqual(["reading", "reading", undefined]);
  const back = opposite(before, step);
  expect(told(back)).toEqual([{ differences: ["，-"] }, { differences: ["。-"], ruling: neither }]);
  expect(after(then, back)).toEqual(before);
});

test("differences are filtered by who has something, by what it is, and by what is still to decide", () => {
  const only = difference("，", "");
  const ruled = { ...difference("", "。"), ruling: { choice: "neither" } as const };
  const two = difference("；", "、");
  const alike = difference("！", "！");
  const every = [only, ruled, two, alike];
  expect(shown(every, EVERYTHING)).toEqual([only, ruled, two]);
  expect(shown(every, { ...EVERYTHING, which: 0 })).toEqual([only]);
  expect(shown(every, { ...EVERYTHING, which: 1 })).toEqual([ruled]);
  expect(shown(every, { ...EVERYTHING, which: "several" })).toEqual([two]);
  expect(shown(every, { ...EVERYTHING, which: "agreed" })).toEqual([alike]);
  expect(shown(every, { ...EVERYTHING, onlyOpen: true })).toEqual([only, two]);
  expect(shown(every, { ...EVERYTHING, having: "、" })).toEqual([two]);
  expect(countOf(every, "differing")).toBe(3);
  const name = { start: 1, end: 2, body: { is: "tag", name: "person" } } as const;
  const named = { ...difference("甲", "甲"), agreed: false, base: "甲", readings: [{ text: "甲", names: [name] }, { text: "甲", names: [] }] };
  expect(shown([named], { ...EVERYTHING, which: 0 })).toEqual([named]);
  expect(shown([named], { ...EVERYTHING, which: 1 })).toEqual([]);
});

test("a reading is taken for everybody who has the same", () => {
  const three = { ...ROUND, workers: [...ROUND.workers, worker("zhao")] };
  const one = difference("，", "。");
  const all = { ...one, readings: [...one.readings, { text: "，", names: [] }] };
  const ruling = { choice: "reading", worker: "li" } as const;
  expect([0, 1, 2].map((index) => takes(ruling, all, three, index))).toEqual([true, false, true]);
});
