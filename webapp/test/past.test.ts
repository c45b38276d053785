import { Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { TINTS } from "../src/editor/blame";
import { type Actor, actorOf, cast, compared, deedWords, stretchOf, stretchWords } from "../src/history/past";
import { inWords } from "../src/history/wording";
import type { Deed, HistoryEntry, Stretch } from "../src/http/api";
import { Anchored } from "../src/session/anchored";
import { advance, type Confirmed, logEntry } from "../src/session/confirmed";
import { ALL_LOADED } from "../src/session/loaded";

const people = { li: { name: "Li", colour: "#000" }, wang: { name: "Wang", colour: "#000" } };

const stretch: Stretch = {
  first: 4,
  last: 9,
  from: "2026-11-21T10:00:00Z",
  to: "2026-11-21T10:03:00Z",
  authors: ["li"],
  inserted: 1200,
  deleted: 3,
  annotated: 0,
  decided: 1,
};

describe("a text beside another", () => {
  it("marks what came in and tells what went where it stood", () => {
    const { text, differences } = compared({
      from: 1,
      to: 3,
      text: "議將從前\n使臣",
      changes: [1, [1], 2, [1, "，"], [0, "丙"], 2],
    });
    expect(text.toString()).toBe("議從前，丙使臣");
    expect(differences).toEqual([
      { from: 1, to: 1, deleted: "將" },
      { from: 3, to: 5, deleted: "\n" },
    ]);
  });
});

describe("the timeline", () => {
  it("finds the stretch of a revision", () => {
    const stretches = [{ ...stretch, first: 1, last: 3 }, stretch, { ...stretch, first: 10, last: 10 }];
    expect([0, 1, 3, 4, 9, 10, 99].map((revision) => stretchOf(stretches, revision))).toEqual([0, 0, 0, 1, 1, 2, 2]);
  });

  it("says who did how much, or what special thing", () => {
    expect(stretchWords(stretch, people)).toMatch(/· Li: \+1,200, −3, 1 decision$/);
    const landmark = { is: "restore", revision: 2 } as const;
    expect(stretchWords({ ...stretch, landmark }, people)).toMatch(/Li: restored the text from revision 2$/);
    const undone = { is: "undo-work", deeds: { account: "wang", from: 2, to: 9 } } as const;
    expect(stretchWords({ ...stretch, landmark: undone }, people)).toMatch(/Li: undid what Wang did in revisions 2–9$/);
  });

  it("tells restored passages and undone work in words", () => {
    const entry = (effects: HistoryEntry["effects"]): HistoryEntry => ({
      revision: 12,
      author: "li",
      client: "c",
      at: "2026-11-21T10:00:00Z",
      changes: [[0, "甲乙"], 3],
      effects,
      excerpt: "",
    });
    expect(inWords([entry([{ is: "restore", revision: 3, passage: { start: 0, end: 2 } }])], people)).toEqual([
      "restored a passage from revision 3",
    ]);
    const deeds = { plugin: "punctuation", version: "0.1.0", from: 1, to: 11 };
    expect(inWords([entry([{ is: "undo-work", deeds }])], people)).toEqual([
      "undid what punctuation 0.1.0 did in revisions 1–11",
    ]);
  });
});

describe("who wrote a character", () => {
  const deed: Deed = { revision: 7, account: "li", at: "2026-11-21T10:00:00Z", imported: false };

  it("is the person, the plugin in its version, or the import", () => {
    expect(actorOf(deed, people)).toEqual({ key: "person li", name: "Li" });
    expect(actorOf({ ...deed, plugin: "names", version: "2" }, people).name).toBe("names 2");
    expect(actorOf({ ...deed, proposer: "wang" }, people)).toEqual({ key: "person wang", name: "Wang" });
    expect(actorOf({ ...deed, imported: true }, people).key).toBe("imported");
  });

  it("is tinted in the colour of the person, in one of its own for a plugin, and not at all for the import", () => {
    const actors = new Map<string, Actor>();
    const coloured = { li: { name: "Li", colour: "#a00" }, wang: { name: "Wang", colour: "#0a0" } };
    const of = (part: Partial<Deed>) => cast(actors, { ...deed, ...part }, coloured);
    expect(of({})).toEqual({ tint: 1, name: "Li", colour: "#a00" });
    expect(of({ imported: true })).toMatchObject({ tint: 0, colour: null });
    expect(of({ plugin: "names", version: "2" })).toMatchObject({ tint: 2, colour: null });
    expect(of({ proposer: "wang" })).toEqual({ tint: 3, name: "Wang", colour: "#0a0" });
    expect(of({}).tint).toBe(1);
    for (let version = 3; version < 30; version++) {
      const { tint } = of({ plugin: "names", version: `${version}` });
      expect(tint).toBeGreaterThanOrEqual(1);
      expect(tint).toBeLessThan(TINTS);
    }
    expect(of({ account: "zhao" }).colour).toBeNull();
  });

  it("is told with the change and whoever accepted it", () => {
    expect(deedWords(deed, people)).toMatch(/^Li wrote this on .*, revision 7\.$/);
    expect(deedWords({ ...deed, plugin: "names", version: "2" }, people)).toMatch(
      /^Suggested by names 2, accepted by Li on .*, revision 7\.$/,
    );
  });
});

describe("an annotation that is brought back", () => {
  it("is still its author's", () => {
    const before: Confirmed = {
      revision: 4,
      text: Text.of(["議將"]),
      annotations: Anchored.none(),
      total: 0,
      approvals: new Map([["p", { id: "p", start: 0, end: 2, account: "li", revision: 3 }]]),
      suggestions: Anchored.none(),
      threads: Anchored.none(),
      orphaned: 0,
      loaded: ALL_LOADED,
    };
    const body = { is: "tag", name: "person" } as const;
    const effect = { is: "restore-annotation", id: "a", start: 0, end: 1, orphaned: false, body, author: "wang" } as const;
    const change = { client: "c", sequence: 1, author: "li", at: "", changes: [2], effects: [effect] };
    const after = advance(before, logEntry(change));
    expect(after.annotations.get("a")?.author).toBe("wang");
    expect(after.approvals.size).toBe(0);
  });
});
