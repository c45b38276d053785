import { ChangeSet, Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { cut } from "../src/session/cutting";
import { tooLarge } from "../src/session/flight";
import type { Pending } from "../src/session/shared";
import type { EditEffect } from "../src/session/values";
import { Authority } from "./authority";
import { Clock, generator, Tab } from "./simulation";

const LIMITS = { messageBytes: 900, insertUnits: 60 };
const CHARACTERS = [..."天地玄黃宇宙洪荒\n\"\\", "𠲽", "葛󠄀", "𠮟󠄁", "\n\n"];

function words(random: () => number, count: number): string {
  return Array.from({ length: count }, () => CHARACTERS[Math.floor(random() * CHARACTERS.length)]).join("");
}

/** Whatever sections it is written in. */
function replacements(changes: ChangeSet): string[] {
  const found: string[] = [];
  changes.iterChanges((from, to, _fromB, _toB, inserted) => void found.push(`${from}-${to} ${inserted.toString()}`));
  return found;
}

const moved = (id: number, start: number): EditEffect => ({ is: "move-annotation", id: `annotation-${id}`, start, end: start + 1 });

/** A change at several places, some of them long, with effects. */
function large(random: () => number, text: string): Pending {
  const specs: { from: number; to: number; insert: string }[] = [];
  for (let at = 0; at < text.length; at += 1 + Math.floor(random() * 20)) {
    const to = Math.min(text.length, at + Math.floor(random() * 4));
    specs.push({ from: at, to, insert: words(random, Math.floor(random() ** 6 * 400)) });
    at = to;
  }
  const changes = ChangeSet.of(specs, text.length);
  const effects = Array.from({ length: Math.floor(random() * 40) }, (_, index) => moved(index, index));
  return { changes, effects, count: 3 };
}

describe("cutting what is too large for the server", () => {
  it.each(Array.from({ length: 200 }, (_, seed) => seed + 1))("comes to the same, in parts that fit, seed %i", (seed) => {
    const random = generator(seed);
    const before = "此後兩國不必由薩那特衙門及理藩院行文".repeat(3);
    const update = large(random, before);
    const parts = cut(update, LIMITS)!;
    expect(parts.map((part) => tooLarge(part, LIMITS))).toEqual(parts.map(() => null));
    const together = parts.map(({ changes }) => changes).reduce((all, next) => all.compose(next));
    expect(replacements(together)).toEqual(replacements(update.changes));
    expect(parts.flatMap(({ effects }) => effects)).toEqual(update.effects);
    expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    const first = parts.findIndex(({ effects }) => effects.length > 0);
    if (first >= 0) for (const part of parts.slice(first + 1)) expect(part.changes.empty).toBe(true);
    for (const { changes } of parts) {
      changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => {
        expect(inserted.toString()).not.toMatch(/^[\udc00-\udfff\ufe00-\ufe0f]|^\udb40/);
      });
    }
  });

  it("leaves alone what fits", () => {
    const update = { changes: ChangeSet.of({ from: 0, insert: "甲" }, 4), effects: [], count: 1 };
    expect(cut(update, LIMITS)).toEqual([update]);
  });

  it("says when one effect alone is too large", () => {
    const body = { is: "note", text: "注".repeat(400) } as const;
    const add: EditEffect = { is: "add-annotation", id: "annotation-of-one", start: 0, end: 1, body };
    expect(cut({ changes: ChangeSet.empty(4), effects: [add], count: 1 }, LIMITS)).toBeNull();
  });

  it("keeps to the number of places and values that a frame may hold", () => {
    const long = Text.of(["天地".repeat(40_000)]);
    const specs = Array.from({ length: 20_000 }, (_, index) => ({ from: 4 * index, to: 4 * index + 1, insert: "也" }));
    const update = { changes: ChangeSet.of(specs, long.length), effects: [], count: 1 };
    const parts = cut(update, { messageBytes: 10 ** 9, insertUnits: 10 ** 9 })!;
    expect(parts.length).toBeGreaterThan(1);
    for (const { changes } of parts) {
      let places = 0;
      changes.iterChanges(() => void places++);
      expect(places).toBeLessThanOrEqual(10_000);
    }
    const text = parts.reduce((shown, { changes }) => changes.apply(shown), long);
    expect(text.eq(update.changes.apply(long))).toBe(true);
  });
});

describe("an edit larger than the server takes at once", () => {
  const LONG = "大清國大皇帝與大英國君主\n".repeat(25_000);

  async function desks() {
    const clock = new Clock();
    const random = generator(1);
    const authority = new Authority("d", "書", "議將從前");
    const [an, bo] = ["an", "bo"].map((name) => {
      authority.roles.set(name, "editor");
      const tab = new Tab(name, authority, clock, random, { latency: 20, dropped: 0 });
      tab.session.start();
      return tab;
    }) as [Tab, Tab];
    await clock.pass(500);
    return { clock, authority, an, bo };
  }

  it("arrives whole, among what others type meanwhile", async () => {
    const { clock, authority, an, bo } = await desks();
    an.edit(2, 2, LONG);
    for (let turn = 0; turn < 20; turn++) {
      await clock.pass(30);
      bo.edit(0, 0, "乙");
    }
    await clock.pass(20_000);
    const expected = `${"乙".repeat(20)}議將${LONG}從前`;
    expect(authority.state.text.toString() === expected).toBe(true);
    expect([an.text === expected, bo.text === expected]).toEqual([true, true]);
    expect([an.notices, an.session.snapshot.pending, an.session.snapshot.drafts]).toEqual([[], 0, []]);
    const own = authority.log.filter(({ author }) => author === "an");
    expect(own.length).toBeGreaterThan(2);
  });

  it("arrives whole also when the connection breaks in the middle, and counts as one edit until then", async () => {
    const { clock, authority, an } = await desks();
    an.edit(2, 2, LONG);
    expect(an.session.snapshot.pending).toBe(1);
    await clock.pass(60);
    expect(an.session.snapshot.pending).toBe(1);
    an.cut();
    await clock.pass(30_000);
    expect(authority.state.text.toString() === `議將${LONG}從前`).toBe(true);
    expect([an.notices, an.session.snapshot.pending]).toEqual([[], 0]);
  });

  it("brings back text and annotations that a deletion took", async () => {
    const { clock, authority, an } = await desks();
    an.edit(2, 2, LONG);
    await clock.pass(20_000);
    const body = { is: "tag", name: "polity" } as const;
    const places = Array.from({ length: 3_000 }, (_, index) => 2 + 13 * index);
    for (let from = 0; from < places.length; from += 500) {
      const adding = places.slice(from, from + 500).map((start) => ({ is: "add-annotation" as const, id: `annotation-at-${start}`, start, end: start + 3, body }));
      an.edit(0, 0, "", adding);
    }
    await clock.pass(20_000);
    an.edit(2, 2 + LONG.length, "");
    await clock.pass(5_000);
    expect(authority.state.annotations.orphans()).toHaveLength(3_000);
    const back = places.map((start) => ({ is: "move-annotation" as const, id: `annotation-at-${start}`, start, end: start + 3 }));
    an.edit(2, 2, LONG, back);
    await clock.pass(60_000);
    expect(authority.state.text.toString() === `議將${LONG}從前`).toBe(true);
    expect(authority.state.annotations.orphans()).toEqual([]);
    expect(authority.state.annotations.list().map(({ start }) => start)).toEqual(places);
    expect([an.notices, an.session.snapshot.pending]).toEqual([[], 0]);
  });
});
