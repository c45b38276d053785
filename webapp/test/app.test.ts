import { ChangeSet, Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { parse } from "../src/app/route";
import { difference } from "../src/session/difference";
import { isEditor, mayWrite, type Snapshot } from "../src/session/snapshot";
import { Connection, type Loss, type World } from "../src/session/socket";
import { stateOf } from "../src/workspace/StateLine";
import { sentence } from "../src/strings";
import { Clock } from "./simulation";

describe("addresses", () => {
  it("lead to their pages", () => {
    expect(parse("/", "")).toEqual({ page: "projects" });
    expect(parse("/setup", "?token=abc")).toEqual({ page: "setup", token: "abc" });
    expect(parse("/documents/a%20b", "")).toEqual({ page: "document", id: "a b" });
    expect(parse("/projects/p/", "")).toEqual({ page: "project", id: "p" });
    expect(parse("/documents/a/b", "")).toEqual({ page: "nowhere" });
    expect(parse("/elsewhere", "")).toEqual({ page: "nowhere" });
    expect(parse("/account", "?openid=linked")).toEqual({ page: "account", said: "linked" });
    expect(parse("/invitation", "", "#a_B-9")).toEqual({ page: "invitation", secret: "a_B-9" });
    expect(parse("/new-password", "", "#a_B-9")).toEqual({ page: "new-password", secret: "a_B-9" });
  });
});

describe("what somebody else said", () => {
  it.each([
    ["a viewer may not edit this text", "A viewer may not edit this text."],
    [" 改不得。 ", "改不得。"],
    ["no room (unavailable)", "No room (unavailable)"],
    ["", ""],
  ])("stands as a sentence: %j", (said, expected) => {
    expect(sentence(said)).toBe(expected);
  });
});

describe("the state line", () => {
  const session: Snapshot = {
    connection: "online",
    why: null,
    title: "",
    project: "",
    role: "editor",
    approvalsNeeded: 1,
    revision: 1,
    pending: 0,
    safe: true,
    full: false,
    storageFull: false,
    drafts: [],
    account: "a",
    people: {},
    analyses: [],
    progress: {},
    opened: true,
    pluginsTold: 1,
    workTold: 1,
  };
  const said = (part: Partial<Snapshot>) => stateOf({ ...session, ...part })[1];

  it("says saved only when nothing is pending and the connection holds", () => {
    expect(said({})).toBe("Saved");
    expect(said({ pending: 1 })).toBe("Saving…");
    expect(said({ connection: "offline", why: "network", pending: 2 })).toBe("Offline, 2 changes kept here");
    expect(said({ connection: "offline", why: "signed-out", pending: 1 })).toMatch(/^Signed out, 1 change kept here/);
    expect(said({ role: "viewer" })).toMatch(/^Read only/);
    expect(said({ role: "annotator" })).toBe("Saved");
    expect(said({ role: "annotator", pending: 1 })).toBe("Saving…");
  });

  it("says where unsaved changes are, and why one may not type", () => {
    const offline = { connection: "offline", why: "network", pending: 2 } as const;
    expect(said({ ...offline, safe: false })).toBe("Offline, 2 changes in this tab only: do not close it");
    expect(said({ connection: "connecting", pending: 1 })).toBe("Reconnecting, 1 change kept here");
    expect(said({ ...offline, pending: 1000, full: true })).toMatch(/^Read only until .* 1,000 changes kept here/);
    expect(said({ pending: 1, full: true })).toBe("Saving much: read only until it is saved, 1 change kept here");
    expect(said({ storageFull: true, pending: 3 })).toBe("Read only: the server's storage is full, 3 changes kept here");
    expect(said({ why: "other-account", pending: 1 })).toMatch(/^Read only: somebody else has signed in here, 1 change/);
    for (const part of [{ role: "viewer" }, { full: true }, { storageFull: true }, { why: "other-account" }] as const) {
      expect(mayWrite({ ...session, ...part })).toBe(false);
    }
    expect(mayWrite({ ...session, ...offline })).toBe(true);
    expect(mayWrite({ ...session, role: "annotator" })).toBe(true);
    expect(isEditor("annotator")).toBe(false);
  });
});

describe("the difference of two texts", () => {
  it.each([
    ["天下太平", "天下大平"],
    ["甲\n乙\n丙", "甲\n丙"],
    ["𠲽𠸄", "𠲽𠸅"],
    ["𠲽", "𡲽"],
    ["", "甲"],
    ["甲甲", "甲"],
  ])("turns %j into %j without cutting a character", (before, after) => {
    const [a, b] = [before, after].map((text) => Text.of(text.split("\n"))) as [Text, Text];
    const changes: ChangeSet = difference(a, b);
    expect(changes.apply(a).toString()).toBe(after);
    changes.iterChangedRanges((from, to) => {
      for (const place of [from, to]) expect(/^[\udc00-\udfff]/.test(before.slice(place))).toBe(false);
    });
  });
});

describe("the connection", () => {
  async function attempts(ticket: () => Promise<string>, milliseconds: number) {
    const clock = new Clock();
    const times: number[] = [];
    const losses: Loss[] = [];
    const world: World = {
      later: clock.later,
      random: () => 0.999,
      ticket: () => {
        times.push(clock.now);
        return ticket();
      },
      dial: (events) => {
        clock.later(() => events.closed(1006, ""), 1);
        return { send: () => {}, close: () => {} };
      },
    };
    const listener = { welcomed: () => {}, received: () => {}, lost: (why: Loss) => losses.push(why) };
    new Connection(world, listener).start();
    await clock.pass(milliseconds);
    return { waits: times.slice(1).map((time, index) => time - times[index]!), losses };
  }

  it("waits longer from time to time, and never longer than five seconds", async () => {
    const { waits } = await attempts(() => Promise.resolve("t"), 60_000);
    expect(waits.length).toBeGreaterThan(10);
    expect(waits[0]).toBeLessThan(600);
    expect(Math.max(...waits)).toBeLessThanOrEqual(5_001);
    expect(waits.at(-1)).toBeGreaterThan(4_000);
  });

  it("says that one is signed out when there is no ticket to be had", async () => {
    const { losses } = await attempts(() => Promise.reject({ status: 401 }), 10_000);
    expect(new Set(losses)).toEqual(new Set(["signed-out"]));
  });
});
