import { describe, expect, it } from "vitest";
import { EVERYTHING, type Mentioned, type Network, type Scene } from "../src/http/pictures";
import { address, read, ticked, year } from "../src/pictures/asked";
import { apart, labels, nearMost, next, showing, WHOLE, within, zoomed } from "../src/pictures/laying";
import { chosen, companions, laid } from "../src/pictures/network";
import { bands, dayOf, placeOfYear, spanOf, yearOf, years } from "../src/pictures/timing";
import { projection } from "../src/pictures/mapping";

function scene(document: string, from: string, to = from): Scene {
  const date = { document, annotation: `${from}${to}`, start: 0, end: 1, passage: 0, surface: "", norm: from, from, to, reference: false, fault: "" };
  return { date, before: "", behind: "", mentions: 0, names: [] };
}

const mentioned = (entity: string, mentions: number): Mentioned => ({
  entity,
  label: entity,
  type: "person",
  mentions,
  documents: 1,
  surfaces: {},
  years: {},
});

describe("what a picture shows", () => {
  it("stands in the address and comes back from it", () => {
    const wish = { picture: "timeline" as const, asked: { ...EVERYTHING, type: "place,person", since: "1860" } };
    expect(read(`?${address(wish)}`)).toEqual(wish);
    expect(read("?picture=film&since=").picture).toBe("map");
    expect(ticked("place,person", "place", false)).toBe("person");
    expect(ticked("", "place", true)).toBe("place");
    expect([year(" 1862 "), year("-12"), year("同治元年")]).toEqual(["1862", "-12", ""]);
  });
});

describe("laying things out", () => {
  it("writes labels where none covers another, the first ones first", () => {
    const thing = (x: number, y: number, label: string) => ({ x, y, radius: 4, label });
    expect(labels([thing(50, 50, "伊犁"), thing(60, 50, "塔城"), thing(58, 52, "哈薩克")], 12, 400)).toEqual(["left", "right", undefined]);
    expect(labels([thing(390, 50, "伊犁")], 12, 400)).toEqual(["left"]);
  });

  it("puts two names of one town beside each other", () => {
    const town = { x: 50, y: 50, radius: 4, label: "北京" };
    expect(apart([town, { ...town, radius: 3 }, { ...town, x: 90 }]).map(({ x }) => x)).toEqual([50, 57, 90]);
  });

  it("goes by arrow keys to what lies there, and stays where nothing does", () => {
    const things = [{ x: 0, y: 0 }, { x: 10, y: 1 }, { x: 5, y: 40 }, { x: 30, y: 0 }];
    expect(next(things, 0, "ArrowRight")).toBe(1);
    expect(next(things, 1, "ArrowRight")).toBe(3);
    expect(next(things, 3, "ArrowRight")).toBe(3);
    expect(next(things, 0, "ArrowDown")).toBe(2);
    expect(next(things, 2, "ArrowUp")).toBe(1);
    expect(next(things, 2, "Home")).toBe(0);
    expect(next([], 0, "ArrowLeft")).toBe(0);
  });

  it("every thing of a crowd can be reached by arrow keys", () => {
    let seed = 7;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const things = Array.from({ length: 60 }, () => ({ x: random() * 800, y: random() * 500 }));
    const reached = new Set([0]);
    for (const at of reached)
      for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]) reached.add(next(things, at, key));
    expect(reached.size).toBe(60);
  });

  it("looks at where most is first, not at the one thing far away", () => {
    const crowd = Array.from({ length: 50 }, (_, i) => ({ x: 300 + (i % 10), y: 100 + i / 5, weight: 4 }));
    const view = nearMost([...crowd, { x: 5, y: 290, weight: 1 }], 400, 300);
    expect(view.scale).toBeGreaterThan(2);
    for (const { x, y } of crowd) {
      expect(x * view.scale + view.x > 0 && x * view.scale + view.x < 400).toBe(true);
      expect(y * view.scale + view.y > 0 && y * view.scale + view.y < 300).toBe(true);
    }
    expect(nearMost([], 400, 300)).toEqual(WHOLE);
  });

  it("enlarges around a place, which stays, and never leaves the window", () => {
    const view = zoomed(WHOLE, 2, { x: 100, y: 50 }, 400, 300);
    expect(view).toEqual({ scale: 2, x: -100, y: -50 });
    expect(zoomed(view, 0.1, { x: 0, y: 0 }, 400, 300)).toEqual(WHOLE);
    expect(within({ scale: 2, x: 50, y: -900 }, 400, 300)).toEqual({ scale: 2, x: 0, y: -300 });
    const { x, scale } = showing(view, { x: 390, y: 100 }, 400, 300);
    expect(390 * scale + x).toBeLessThanOrEqual(400);
  });
});

describe("a line of time", () => {
  it("counts days, also before the first year", () => {
    expect(dayOf("1970-01-02")).toBe(1);
    expect(yearOf(dayOf("1862-01-30"))).toBe(1862);
    expect(yearOf(dayOf("-0099-03-01"))).toBe(-99);
    expect(yearOf(dayOf("0050-03-01"))).toBe(50);
  });

  it("puts dates of one time into rows, each document by itself", () => {
    const scenes = [scene("a", "1862-01-30", "1863-02-17"), scene("a", "1862-08-25"), scene("a", "1881-02-24"), scene("b", "1862-08-25")];
    const span = spanOf(scenes);
    expect([yearOf(span.from), yearOf(span.to)]).toEqual([1862, 1882]);
    const made = bands(scenes, ["b", "a", "c"], span, 10, 800);
    expect(made.map(({ document, rows }) => [document, rows])).toEqual([["b", 1], ["a", 2]]);
    for (const { bars } of made) {
      for (const bar of bars) {
        expect(bar.left).toBeGreaterThanOrEqual(10);
        expect(bar.right - bar.left).toBeGreaterThanOrEqual(5);
        for (const other of bars)
          if (other !== bar && other.row === bar.row) expect(other.left >= bar.right || other.right <= bar.left).toBe(true);
      }
    }
  });

  it("writes so many years as have room", () => {
    const span = { from: dayOf("1689-01-01"), to: dayOf("1912-01-01") };
    const perDay = 800 / (span.to - span.from);
    const marks = years(span, perDay, 54);
    expect(marks).toEqual([1700, 1720, 1740, 1760, 1780, 1800, 1820, 1840, 1860, 1880, 1900]);
    expect(placeOfYear(1689, span, perDay)).toBe(0);
    expect(years(spanOf([]), perDay, 54).length).toBeGreaterThan(0);
  });
});

describe("a network", () => {
  const network: Network = {
    total: 4,
    complete: true,
    entities: [mentioned("a", 9), mentioned("b", 4), mentioned("c", 4), mentioned("d", 1)],
    together: [
      { first: "a", second: "b", times: 5 },
      { first: "a", second: "c", times: 2 },
      { first: "c", second: "d", times: 1 },
    ],
  };

  it("leaves out who is seldom with anybody", () => {
    expect(chosen(network, 2).entities.map(({ entity }) => entity)).toEqual(["a", "b", "c"]);
    expect(companions("c", network).map(({ mentioned: { entity }, times }) => [entity, times])).toEqual([["a", 2], ["d", 1]]);
  });

  it("stands the same way every time, inside its window", () => {
    const { entities, together } = chosen(network, 1);
    const once = laid(entities, together, 600, 400);
    const places = (of: typeof once) => of.nodes.map(({ x, y }) => [x, y]);
    expect(places(laid(entities, together, 600, 400))).toEqual(places(once));
    for (const [x, y] of places(once)) {
      expect(x! > 0 && x! < 600 && y! > 0 && y! < 400).toBe(true);
    }
    expect(laid([], [], 600, 400).nodes).toEqual([]);
  });
});

describe("a map", () => {
  it("shows all places, and one alone not from too near", () => {
    const window = projection([{ latitude: 43.98, longitude: 81.52 }, { latitude: 55.75, longitude: 37.6 }], 800, 500);
    for (const place of [[81.52, 43.98], [37.6, 55.75]] as [number, number][]) {
      const [x, y] = window(place)!;
      expect(x > 36 && x < 764 && y > 36 && y < 464).toBe(true);
    }
    const alone = projection([{ latitude: 43.98, longitude: 81.52 }], 800, 500);
    expect(alone([84.52, 43.98])![0] - alone([81.52, 43.98])![0]).toBeLessThan(300);
    expect(projection([], 800, 500)([105, 35])![0]).toBeGreaterThan(0);
  });
});
