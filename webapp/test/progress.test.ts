import { describe, expect, it } from "vitest";
import { parse, to } from "../src/app/route";
import type { Assignment, Band, Level, Progress } from "../src/http/work";
import { byDocument, byPerson, calibration, COUNTED, decisions, MOST_DAYS, MOST_DOCUMENTS, overTime, total } from "../src/progress/drawings";
import type { Palette } from "../src/progress/palette";
import { isAble } from "../src/work/GiveWork";
import { byDay } from "../src/work/WorkList";

const palette: Palette = {
  ink: "#000",
  soft: "#000",
  line: "#000",
  paper: "#fff",
  accent: "#f00",
  levels: { untouched: "#1", work: "#2", ready: "#3", partly: "#4", approved: "#5" },
  several: ["#a", "#b"],
};

function share(part: Partial<Record<Level, number>>): Progress["days"][number]["share"] {
  const extent = (characters = 0) => ({ passages: characters > 0 ? 1 : 0, characters });
  const { untouched, work, ready, partly, approved } = part;
  return { untouched: extent(untouched), work: extent(work), ready: extent(ready), partly: extent(partly), approved: extent(approved) };
}

describe("the chart of progress over time", () => {
  const days = [
    { day: "2026-11-01", share: share({ untouched: 10 }) },
    { day: "2026-11-04", share: share({ work: 4, approved: 6 }) },
  ];

  it("places days by their distance and keeps each until the next", () => {
    const { data } = overTime(days, "characters", palette);
    const untouched = data.datasets.find(({ label }) => label === "untouched")!;
    const approved = data.datasets.find(({ label }) => label === "approved")!;
    const points = untouched.data as { x: number; y: number }[];
    expect(points.map(({ x }) => x - points[0]!.x)).toEqual([0, 3, 4]);
    expect(points.map(({ y }) => y)).toEqual([10, 0, 0]);
    expect((approved.data as { y: number }[]).map(({ y }) => y)).toEqual([0, 6, 6]);
    expect(untouched).toMatchObject({ stepped: "before", fill: true });
  });

  it("counts passages when it is asked to", () => {
    const { data } = overTime(days, "passages", palette);
    expect((data.datasets[0]!.data as { y: number }[]).map(({ y }) => y)).toEqual([0, 1, 1]);
  });
});

describe("the chart of documents", () => {
  it("draws the largest", () => {
    const documents = Array.from({ length: MOST_DOCUMENTS + 5 }, (_, n) => ({ id: `${n}`, title: `第${n}款`, share: share({ work: n + 1 }) }));
    const { data } = byDocument(documents, "characters", palette);
    expect(data.labels).toHaveLength(MOST_DOCUMENTS);
    expect(data.labels![0]).toBe(`第${MOST_DOCUMENTS + 4}款`);
    expect(total(documents[3]!.share, "characters")).toBe(4);
  });
});

describe("the chart of decisions", () => {
  const person = (account: string) => ({ account, name: `person ${account}`, colour: "#000000", times: {} as Progress["people"][number]["times"] });
  const progress = {
    people: [person("a"), person("b")],
    throughput: [
      { day: "2025-01-01", account: "a", decisions: 99, approvals: 0 },
      { day: "2026-11-01", account: "a", decisions: 2, approvals: 0 },
      { day: "2026-11-03", account: "a", decisions: 1, approvals: 0 },
      { day: "2026-11-03", account: "b", decisions: 5, approvals: 1 },
    ],
  } as Progress;

  it("has every day of the last ones, also those without any", () => {
    const { data } = decisions(progress, palette);
    expect(data.labels).toHaveLength(MOST_DAYS);
    expect(data.datasets.map(({ label }) => label)).toEqual(["person b", "person a"]);
    expect((data.datasets[1]!.data as number[]).slice(-3)).toEqual([2, 0, 1]);
    expect((data.datasets[0]!.data as number[]).slice(-3)).toEqual([0, 0, 5]);
  });
});

describe("the chart of people", () => {
  it("has the busiest first, and no characters beside decisions", () => {
    const times = (accepted: number) => ({ written: 900, deleted: 0, annotated: 0, proposed: 1, accepted, corrected: 0, rejected: 0, skipped: 0, ready: 0, approved: 0 });
    const people = [2, 7].map((n) => ({ account: `${n}`, name: `person ${n}`, colour: "#000000", times: times(n) }));
    const { data } = byPerson(people, COUNTED, palette);
    expect(data.labels).toEqual(["person 7", "person 2"]);
    expect(data.datasets.find(({ label }) => label === "Accepted")!.data).toEqual([7, 2]);
    expect(data.datasets.some(({ label }) => label?.startsWith("Characters"))).toBe(false);
  });
});

describe("the calibration plot", () => {
  const band: Band = {
    plugin: "punctuation",
    version: "1.0",
    from: 0.8,
    to: 0.9,
    decided: 10,
    accepted: 8,
    other: 0,
    corrected: 1,
    rejected: 1,
    share: 0.8,
    low: 0.49,
    high: 0.94,
  };

  it("puts the share over the middle of the band, with its interval", () => {
    const [points, stated, interval] = calibration([band], palette).data.datasets;
    expect(points!.data).toEqual([{ x: expect.closeTo(0.85), y: 0.8 }]);
    expect(stated!.data).toEqual([{ x: 0, y: 0 }, { x: 1, y: 1 }]);
    expect((interval!.data as { y: number }[]).map(({ y }) => y)).toEqual([0.49, 0.94]);
  });
});

describe("given work", () => {
  it("has addresses of its own", () => {
    expect(parse("/documents/d", "?assignment=a%20b")).toEqual({ page: "document", id: "d", assignment: "a b" });
    expect(to.assignment("d", "a b")).toBe("/documents/d?assignment=a%20b");
    expect(parse("/projects/p/progress", "")).toEqual({ page: "progress", id: "p" });
    expect(parse("/projects/p/else", "")).toEqual({ page: "nowhere" });
    expect(parse("/documents/p/progress", "")).toEqual({ page: "nowhere" });
  });

  it("comes in the order in which it is due", () => {
    const given = (id: string, at: string, due?: string) => ({ id, at, ...(due === undefined ? {} : { due }) }) as Assignment;
    const all = [given("a", "2"), given("b", "1"), given("c", "3", "2026-12-01"), given("d", "4", "2026-11-30")];
    expect(all.sort(byDay).map(({ id }) => id)).toEqual(["d", "c", "b", "a"]);
  });

  it("is offered to whoever can do it", () => {
    expect(isAble("viewer", "transcribe")).toBe(false);
    expect(isAble("annotator", "annotate")).toBe(true);
    expect(isAble("editor", "review")).toBe(false);
    expect(isAble("reviewer", "review")).toBe(true);
  });
});
