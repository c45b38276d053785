import { expect, it } from "vitest";
import { parse, to } from "../src/app/route";
import { summed } from "../src/variants/summing";

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

it("has an address of its own", () => {
  expect(parse(to.variants("p 1"), "")).toEqual({ page: "variants", id: "p 1" });
});
