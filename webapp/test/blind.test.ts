import { expect, test } from "vitest";
import { asked, decided, nextOpen, takes, undecided } from "../src/blind/deciding";
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
  expect(asked("x", ROUND)).toBeUndefined();
});

test("what all read alike is taken unless somebody decides otherwise", () => {
  const alike = difference("，", "，");
  expect(decided(alike, ROUND)).toEqual({ choice: "reading", worker: "li" });
  expect(decided({ ...alike, ruling: { choice: "neither" } }, ROUND)).toEqual({ choice: "neither" });
  expect(decided(difference("，", "。"), ROUND)).toBeUndefined();
});

test("the next one to decide is looked for behind, then from the start", () => {
  const all = [difference("，", ""), difference("，", "，"), { ...difference("。", ""), ruling: { choice: "neither" } as const }];
  expect(undecided(all)).toBe(1);
  expect(nextOpen(all, -1)).toBe(0);
  expect(nextOpen(all, 0)).toBe(0);
  expect(nextOpen([all[1]!, all[2]!], -1)).toBe(-1);
});

test("a reading is taken for everybody who has the same", () => {
  const three = { ...ROUND, workers: [...ROUND.workers, worker("zhao")] };
  const one = difference("，", "。");
  const all = { ...one, readings: [...one.readings, { text: "，", names: [] }] };
  const ruling = { choice: "reading", worker: "li" } as const;
  expect([0, 1, 2].map((index) => takes(ruling, all, three, index))).toEqual([true, false, true]);
});
