import { describe, expect, it } from "vitest";
import { parse, to } from "../src/app/route";
import type { Comparison } from "../src/http/comparisons";
import type { Job } from "../src/http/jobs";
import { verdict } from "../src/strings/comparison";

const found = {
  job: { state: "done" } as Job,
  order: { after: { trial: {} } },
  counts: { same: 39_898, changed: 12, gone: 200, fresh: 100 },
  decided: 412,
  put: 380,
  before: { right: 372, wrong: 28 },
  after: { right: 361, wrong: 19 },
} as unknown as Comparison;

describe("the sentence of a comparison", () => {
  it("says what would change, and how both agree with decisions", () => {
    expect(verdict(found)).toBe(
      "would change 312 of 40,210 suggestions; precision on reviewed passages 0.93 → 0.95 (of 412 decisions)",
    );
  });

  it("says of two that run how far they differ", () => {
    const both = { ...found, order: { after: {} } } as unknown as Comparison;
    expect(verdict(both)).toMatch(/^312 of 40,210 suggestions differ; precision/);
  });

  it("says no precision where nobody decided, and that it is not done", () => {
    const early = { ...found, decided: 0, job: { ...found.job, state: "running" as const } };
    expect(verdict(early)).toMatch(/^would change up to now 312 .*nobody has decided/);
    expect(verdict({ ...found, after: { right: 0, wrong: 0 } })).toContain("0.93 → – (of 412 decisions)");
  });
});

describe("the addresses", () => {
  it("lead to a comparison and to a place", () => {
    expect(parse(to.comparison("p", "j"), "")).toEqual({ page: "comparison", project: "p", id: "j" });
    const [path, query] = to.place("d", { from: 3, to: 5 }).split("?");
    expect(parse(path!, `?${query}`)).toEqual({ page: "document", id: "d", assignment: undefined, place: { from: 3, to: 5 } });
    expect(parse("/documents/d", "?place=x")).toMatchObject({ place: undefined });
  });
});
