import { ChangeSet, Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { Anchored } from "../src/session/anchored";
import { advance, type Confirmed } from "../src/session/confirmed";
import { ALL_LOADED } from "../src/session/loaded";
import type { TalkEffect } from "../src/session/values";
import { isShown, mentionsIn } from "../src/talk/talking";

const EMPTY: Confirmed = {
  revision: 0,
  text: Text.of(["議將從前使臣進京"]),
  annotations: Anchored.none(),
  total: 0,
  orphaned: 0,
  approvals: new Map(),
  suggestions: Anchored.none(),
  threads: Anchored.none(),
  loaded: ALL_LOADED,
};

const START: TalkEffect = {
  is: "start-thread",
  thread: "t",
  start: 2,
  end: 4,
  orphaned: false,
  id: "one",
  text: "何？",
  mentions: ["li"],
};

function said(before: Confirmed, author: string, effect: TalkEffect): Confirmed {
  const changes = ChangeSet.empty(before.text.length);
  return advance(before, { client: "c", sequence: 1, author, at: "2026-11-21T12:00:00Z", changes, effects: [effect] });
}

function typed(before: Confirmed, from: number, to: number, insert: string): Confirmed {
  const changes = ChangeSet.of({ from, to, insert }, before.text.length);
  return advance(before, { client: "c", sequence: 1, author: "li", at: "", changes, effects: [] });
}

describe("a thread", () => {
  const thread = (state: Confirmed) => state.threads.get("t")!;
  const started = said(EMPTY, "wang", START);

  it("goes with its text, and is orphaned openly", () => {
    expect(thread(typed(started, 0, 0, "甲"))).toMatchObject({ start: 3, end: 5, orphaned: false });
    expect(thread(typed(started, 1, 5, ""))).toMatchObject({ start: 1, end: 1, orphaned: true });
  });

  it("has what was said, by whom and when", () => {
    const answered = said(started, "li", { is: "add-comment", thread: "t", id: "two", text: "然", mentions: [] });
    expect(thread(answered).comments).toMatchObject([
      { id: "one", account: "wang", text: "何？", at: "2026-11-21T12:00:00Z", edited: false },
      { id: "two", account: "li", text: "然" },
    ]);
  });

  it("shows a comment as it is now, and that one was taken back", () => {
    const edited = said(started, "wang", { is: "edit-comment", thread: "t", id: "one", text: "誰？", mentions: [] });
    expect(thread(edited).comments).toMatchObject([{ text: "誰？", edited: true, mentions: [] }]);
    const taken = said(edited, "wang", { is: "remove-comment", thread: "t", id: "one" });
    expect(thread(taken).comments).toMatchObject([{ text: "", removed: true }]);
  });

  it("is shown by what somebody asks for", () => {
    const resolved = thread(said(started, "li", { is: "resolve-thread", thread: "t" }));
    expect(isShown(resolved, "open", "wang")).toBe(false);
    expect(isShown(resolved, "resolved", "wang")).toBe(true);
    expect(isShown(resolved, "mentions", "li")).toBe(true);
    expect(isShown(resolved, "mentions", "wang")).toBe(false);
    expect(isShown(resolved, "mine", "wang")).toBe(true);
    expect(isShown(thread(said({ ...started }, "li", { is: "reopen-thread", thread: "t" })), "open", "li")).toBe(true);
  });
});

describe("mentions", () => {
  const people = { a: { name: "Li", colour: "" }, b: { name: "Li Si", colour: "" }, c: { name: "王", colour: "" } };

  it("are the accounts that are named, the longest name first", () => {
    expect(mentionsIn("@Li Si 與 @王", people).sort()).toEqual(["b", "c"]);
    expect(mentionsIn("@Li 與 @Li Si", people).sort()).toEqual(["a", "b"]);
    expect(mentionsIn("Li Si", people)).toEqual([]);
  });
});
