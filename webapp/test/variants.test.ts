import { expect, it } from "vitest";
import { parse, to } from "../src/app/route";
import type { Decided } from "../src/http/variants";
import { asTable, summed } from "../src/variants/summing";

const decided: Decided = {
  start: 1,
  end: 2,
  from: "砲",
  form: "炮",
  type: "variant",
  reason: "list\tof 2013",
  before: "枪",
  after: "於\n",
};

it("adds the uses of each rule in all documents", () => {
  const uses = [
    { document: "a", title: "甲", counts: [{ places: 2, settled: 1 }, { places: 0, settled: 0 }] },
    { document: "b", title: "乙", counts: [{ places: 3, settled: 0 }, { places: 1, settled: 1 }] },
  ];
  expect(summed(uses, 2)).toEqual([
    { places: 5, settled: 1 },
    { places: 1, settled: 1 },
  ]);
  expect(summed([], 1)).toEqual([{ places: 0, settled: 0 }]);
});

it("leaves out rules that somebody removed while their uses were counted", () => {
  const uses = [{ document: "a", title: "甲", counts: [{ places: 2, settled: 1 }, { places: 4, settled: 0 }] }];
  expect(summed(uses, 1)).toEqual([{ places: 2, settled: 1 }]);
});

it("lists every decision in a line of its own, whatever stands in it", () => {
  const lines = asTable([{ document: "a", title: "甲", revision: 7, decided: [decided] }]).split("\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toBe("甲\t7\t1\t2\t枪\t砲\t於 \t炮\tvariant\tlist of 2013");
});

it("has an address of its own", () => {
  expect(parse(to.variants("p 1"), "")).toEqual({ page: "variants", id: "p 1" });
});
