import { readFileSync } from "node:fs";
import { ChangeSet, Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { Anchored } from "../src/session/anchored";
import { advance, type Confirmed } from "../src/session/confirmed";
import { ALL_LOADED } from "../src/session/loaded";
import { isUnmarked, seenForm, sha256 } from "../src/session/seen";
import type { Annotation, Approval, ChangeJson, Effect } from "../src/session/values";
import { linesOf, nextOpen, stageOf } from "../src/workspace/stage";

interface Story {
  changes: { author: string; changes: ChangeJson; effects: Effect[] }[];
  holding: string[];
  hashes: string[];
}

/** What the server derives of these histories; `ReviewVectorsTest` wrote it down. */
const STORIES = readFileSync("../core/server/src/test/resources/vectors/reviews.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Story);

function state(text: string, ...annotations: Annotation[]): Confirmed {
  return {
    revision: 0,
    text: Text.of(text.split("\n")),
    annotations: Anchored.of(annotations),
    total: annotations.length,
    orphaned: 0,
    approvals: new Map(),
    suggestions: Anchored.none(),
    threads: Anchored.none(),
    loaded: ALL_LOADED,
  };
}

function words({ id, start, end, account, revision, ready }: Approval): string {
  return `${id} ${start}–${end} by ${account} at ${revision}${ready ? ", ready" : ""}`;
}

function word(account: string, start: number, end: number, ready?: true): Approval {
  return { id: `${account}${start}`, start, end, account, revision: 1, ...(ready ? { ready } : {}) };
}

describe("what holds of the words about passages", () => {
  it.each(STORIES.map((story, index) => [index, story] as const))("is what the server derives, story %i", async (_, story) => {
    let now = state("");
    for (const { author, changes, effects } of story.changes) {
      now = advance(now, { client: "c", sequence: 1, author, at: "", changes: ChangeSet.fromJSON(changes), effects });
    }
    expect([...now.approvals.values()].map(words).sort()).toEqual([...story.holding].sort());
    const hashes: string[] = [];
    for (let number = 1; number <= now.text.lines; number++) {
      const { from, to } = now.text.line(number);
      hashes.push(await sha256(seenForm(now, from, to)));
    }
    expect(hashes).toEqual(story.hashes);
  });

  it("comes from histories in which something holds and something is said", () => {
    expect(STORIES.length).toBeGreaterThan(30);
    expect(STORIES.flatMap(({ holding }) => holding).length).toBeGreaterThan(100);
    const effects = STORIES.flatMap(({ changes }) => changes.flatMap((change) => change.effects.map(({ is }) => is)));
    for (const is of ["approve", "mark-ready", "withdraw-approval", "move-annotation", "remove-annotation"]) expect(effects).toContain(is);
  });
});

describe("what a reviewer sees", () => {
  it("is hashed as the page of the protocol says", async () => {
    const said = (id: string, start: number, end: number, body: Annotation["body"]) => ({ id, start, end, orphaned: false, author: "a", body });
    const now = state(
      "議將從前\n天津條約\n第一款",
      said("b", 5, 7, { name: "place", is: "tag" }),
      said("a", 3, 11, { is: "note", text: "“一”" }),
      said("c", 0, 2, { is: "tag", name: "person" }),
    );
    const form = seenForm(now, 5, 9);
    const page = readFileSync("../docs/protocol.md", "utf8");
    expect(page).toContain(`\`${form}\``);
    expect(page).toContain(`and the hash \`${await sha256(form)}\``);
  });

  it("has nothing to mark only without marks and annotations", () => {
    const { text, annotations } = state("一二\n三，");
    expect(isUnmarked(text, annotations, 0, 2)).toBe(true);
    expect(isUnmarked(text, annotations, 3, 5)).toBe(false);
  });
});

describe("how far a passage is", () => {
  it.each([
    ["untouched", [], 1, true],
    ["work", [], 1, false],
    ["ready", [word("wang", 0, 2, true)], 1, false],
    ["partly", [word("wang", 0, 2, true), word("li", 0, 2)], 2, false],
    ["approved", [word("li", 0, 2), word("zhao", 0, 2)], 2, true],
  ] as const)("is %s", (stage, said, needed, untouched) => {
    expect(stageOf(said, needed, untouched)).toBe(stage);
  });

  it("counts a person once", () => {
    expect(stageOf([word("li", 0, 2), { ...word("li", 0, 2), id: "again" }], 2, false)).toBe("partly");
  });

  it("is told of each line that is not empty", () => {
    const text = Text.of(["一二", "", "三四", "五"]);
    const lines = linesOf(text, [word("li", 4, 6)], 1, new Set([0]));
    expect(lines.map(({ number, start, stage }) => [number, start, stage])).toEqual([
      [1, 0, "untouched"],
      [3, 4, "approved"],
      [4, 7, "work"],
    ]);
    expect(nextOpen(lines, 0)?.number).toBe(4);
    expect(nextOpen(lines, 7)?.number).toBe(1);
    expect(nextOpen(lines.filter(({ stage }) => stage === "approved"), 0)).toBeUndefined();
  });
});
