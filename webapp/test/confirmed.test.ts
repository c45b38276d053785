import { ChangeSet, Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { Anchored } from "../src/session/anchored";
import { mapAnchor } from "../src/session/anchors";
import { advance, type Confirmed } from "../src/session/confirmed";
import { displayed } from "../src/session/displayed";
import { freeze, type Frozen, tooLarge } from "../src/session/flight";
import type { Pending } from "../src/session/shared";
import { Ledger } from "../src/session/ledger";
import { ALL_LOADED } from "../src/session/loaded";
import type { Annotation, Effect, Suggestion } from "../src/session/values";

const TEXT = "天下太平\n四海無事";

function change(from: number, to: number, insert: string, length = TEXT.length): ChangeSet {
  return ChangeSet.of({ from, to, insert }, length);
}

function annotation(id: string, start: number, end: number): Annotation {
  return { id, start, end, orphaned: false, body: { is: "tag", name: "place" }, author: "a" };
}

function suggestion(id: string, place: number): Suggestion {
  const maker = { plugin: "punctuation", version: "1" };
  const candidates = [{ action: { is: "replace" as const, text: "。" }, confidence: 1, label: "。" }];
  const anchor = { start: place, end: place, orphaned: false };
  return { id, ...anchor, maker, category: "mark", surface: "", candidates, explanation: "", evidence: [], fingerprint: "" };
}

function state(...annotations: Annotation[]): Confirmed {
  return {
    revision: 7,
    text: Text.of(TEXT.split("\n")),
    annotations: Anchored.of(annotations),
    total: annotations.length,
    orphaned: 0,
    loaded: ALL_LOADED,
    approvals: new Map([["ok", { id: "ok", start: 5, end: 9, account: "b", revision: 7 }]]),
    suggestions: Anchored.none(),
    threads: Anchored.none(),
  };
}

function next(before: Confirmed, changes: ChangeSet, ...effects: Effect[]): Confirmed {
  return advance(before, { client: "c", sequence: 1, author: "c", at: "", changes, effects });
}

const nothing = ChangeSet.empty(TEXT.length);

describe("anchors", () => {
  const mark = annotation("m", 1, 3);

  it("do not widen when something is typed at an edge", () => {
    expect(mapAnchor(mark, change(1, 1, "甲"))).toMatchObject({ start: 2, end: 4 });
    expect(mapAnchor(mark, change(3, 3, "甲"))).toMatchObject({ start: 1, end: 3 });
  });

  it("grow with what is typed inside", () => {
    expect(mapAnchor(mark, change(2, 2, "甲"))).toMatchObject({ start: 1, end: 4 });
  });

  it("are orphaned for good when their text is deleted", () => {
    const orphan = mapAnchor(mark, change(0, 4, "甲"));
    expect(orphan).toMatchObject({ start: 0, end: 0, orphaned: true });
    expect(mapAnchor(orphan, change(0, 0, "乙", 7))).toMatchObject({ start: 0, orphaned: true });
  });

  it("of a point live until one deletion reaches across", () => {
    const point = annotation("p", 2, 2);
    expect(mapAnchor(point, change(0, 2, ""))).toMatchObject({ start: 0, orphaned: false });
    expect(mapAnchor(point, change(1, 3, ""))).toMatchObject({ start: 1, orphaned: true });
  });
});

describe("the confirmed state", () => {
  it("moves marks first and then takes the effects as they stand after the change", () => {
    const effect = { is: "add-annotation", id: "n", start: 0, end: 1, body: { is: "note", text: "?" } } as const;
    const after = next(state(annotation("m", 1, 3)), change(0, 0, "甲"), effect);
    expect(after.revision).toBe(8);
    expect(after.annotations.get("m")).toMatchObject({ start: 2, end: 4 });
    expect(after.annotations.get("n")).toMatchObject({ start: 0, end: 1, author: "c" });
  });

  it.each([
    ["inside", change(6, 6, "甲")],
    ["at the first edge", change(5, 5, "甲")],
    ["at the last edge", change(9, 9, "甲")],
  ])("voids an approval when something is typed %s", (_where, changes) => {
    expect(next(state(), changes).approvals.size).toBe(0);
  });

  it("keeps an approval when another line changes", () => {
    const { approvals } = next(state(), change(4, 4, "。"));
    expect(approvals.get("ok")).toMatchObject({ start: 6, end: 10 });
  });

  it("voids an approval when an annotation that touches it changes", () => {
    const before = state(annotation("m", 6, 8), annotation("n", 0, 2));
    const edit = { is: "edit-annotation", id: "m", body: { is: "note", text: "?" } } as const;
    expect(next(before, nothing, edit).approvals.size).toBe(0);
    expect(next(before, nothing, { ...edit, id: "n" }).approvals.size).toBe(1);
    const move = { is: "move-annotation", id: "n", start: 8, end: 9 } as const;
    expect(next(before, nothing, move).approvals.size).toBe(0);
  });
});

describe("proposals", () => {
  const propose: Effect = {
    is: "propose",
    id: "p",
    start: 0,
    end: 2,
    category: "proposal",
    candidates: [],
    explanation: "",
  };

  it("are offered when made, gone when decided, and there again when the decision is reverted", () => {
    const offered = next(state(), nothing, propose);
    const suggestion = offered.suggestions.get("p")!;
    expect(suggestion).toMatchObject({ maker: { account: "c" }, surface: "天下" });
    const decide = { is: "decide", outcome: "rejected", candidate: 0, suggestion } as const;
    const decided = next(offered, nothing, decide);
    expect(decided.suggestions.size).toBe(0);
    expect(next(decided, nothing, { is: "reopen", suggestion }).suggestions.get("p")).toEqual(suggestion);
  });
});

const opened = {
  type: "opened",
  document: "d",
  title: "",
  project: "",
  role: "viewer",
  timeline: "t",
  epoch: 1,
  revision: 7,
  text: TEXT,
  annotations: 0,
  orphaned: 0,
  threads: [],
  analyses: [],
  sequence: 0,
  people: {},
  approvalsNeeded: 1,
  present: [],
} as const;

describe("the ledger", () => {
  const open = () => {
    const ledger = new Ledger({ ...opened, threads: [], analyses: [], present: [] });
    ledger.offer({ revision: 7, removed: [], added: [suggestion("old", 2)] });
    return ledger;
  };
  const entry = (changes: ChangeSet) => ({ client: "c", sequence: 1, author: "c", at: "", changes, effects: [] });

  it("keeps suggestions waiting until their revision is here", () => {
    const ledger = open();
    ledger.offer({ revision: 8, removed: ["old"], added: [suggestion("new", 5)] });
    expect([...ledger.confirmed.suggestions]).toMatchObject([{ id: "old" }]);
    ledger.advance(entry(change(0, 0, "甲")));
    expect([...ledger.confirmed.suggestions]).toMatchObject([{ id: "new", start: 5 }]);
  });

  it("moves suggestions that come late over what happened since", () => {
    const ledger = open();
    ledger.advance(entry(change(0, 0, "甲")));
    ledger.offer({ revision: 7, removed: [], added: [suggestion("late", 4)] });
    expect(ledger.confirmed.suggestions.get("late")).toMatchObject({ start: 5 });
    expect(ledger.confirmed.suggestions.get("old")).toMatchObject({ start: 3 });
  });
});

describe("what a plugin puts in the place of a suggestion", () => {
  const plugin = { plugin: "p", version: "1" };
  const one = (id: string, start: number, category = "mark") => ({ ...suggestion(id, start), maker: plugin, category });

  it("is followed from look to look, also where text came in before it", () => {
    const ledger = new Ledger({ ...opened, threads: [], analyses: [], present: [] });
    const heir = (id: string) => ledger.heirs.of(id, (one) => ledger.confirmed.suggestions.has(one));
    ledger.offer({ revision: 7, removed: [], added: [one("first", 2), one("other", 3)] });
    expect(heir("first")).toBeNull();
    ledger.offer({ revision: 7, removed: ["first"], added: [one("second", 2)] });
    ledger.advance({ client: "c", sequence: 1, author: "c", at: "", changes: change(0, 0, "甲"), effects: [] });
    ledger.offer({ revision: 7, removed: ["second"], added: [one("third", 2)] });
    expect(heir("first")).toBe("third");
    ledger.offer({ revision: 8, removed: ["third"], added: [one("of another kind", 3, "title")] });
    expect(heir("first")).toBeNull();
  });
});

describe("the displayed marks", () => {
  it("are the confirmed ones over the local edits, with the local effects", () => {
    const pending = [
      { changes: change(0, 0, "甲"), effects: [], count: 1 },
      { changes: change(0, 0, "乙", TEXT.length + 1), effects: [], count: 1 },
      {
        changes: ChangeSet.empty(TEXT.length + 2),
        effects: [{ is: "remove-annotation", id: "gone" } as const],
        count: 1,
      },
    ];
    const confirmed = state(annotation("m", 1, 3), annotation("gone", 3, 4));
    const shown = displayed(confirmed, pending, Text.of([`乙甲${TEXT}`]), "me");
    expect(shown.annotations.list()).toMatchObject([{ id: "m", start: 3, end: 5 }]);
    expect(shown.approvals).toMatchObject([{ id: "ok", start: 7, end: 11 }]);
  });
});

describe("what goes in one submit", () => {
  const head = { document: "d", client: "c", sequence: 5, base: 7 };
  const limits = { messageBytes: 1000, insertUnits: 50 };
  const typed = (text: string, length: number) => ({ changes: change(0, 0, text, length), effects: [], count: 1 });
  const words = (...updates: Pending[]) => updates.map((update) => ({ from: 1, update }));
  const updatesOf = ({ flight }: Frozen) => JSON.parse(flight.bytes).updates;

  it("is one update for what was typed in a row", () => {
    const frozen = freeze(head, words(typed("甲", 9), typed("乙", 10)), new Set(), limits);
    expect(updatesOf(frozen)).toEqual([{ changes: [[0, "乙甲"], 9], effects: [] }]);
    expect(frozen).toMatchObject({ flight: { last: 5 }, taken: 2, updates: [{ count: 2 }] });
  });

  it("stays within what the server takes", () => {
    const long = "甲".repeat(40);
    const frozen = freeze(head, words(typed(long, 9), typed(long, 49)), new Set(), limits);
    expect(frozen).toMatchObject({ flight: { last: 5 }, taken: 1, updates: [{ count: 1 }] });
    expect(tooLarge(typed(long, 9), limits)).toBeNull();
    expect(tooLarge(typed("甲".repeat(51), 9), limits)).toBe("51 units at once; the server takes 50");
  });

  it("leaves annotations alone that are gone", () => {
    const remove = { is: "remove-annotation", id: "m" } as const;
    const waiting = words({ changes: ChangeSet.empty(9), effects: [remove], count: 1 });
    expect(updatesOf(freeze(head, waiting, new Set(), limits))[0].effects).toEqual([remove]);
    expect(updatesOf(freeze(head, waiting, new Set(["m"]), limits))[0].effects).toEqual([]);
  });
});
