import { IDBFactory } from "fake-indexeddb";
import { ChangeSet, Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import type { Draft, Kept, Piece } from "../src/session/kept";
import { MOST_KEPT_EDITS } from "../src/session/kept";
import { Keeper } from "../src/session/keeper";
import { CONTEXT, piecesOf, placeOf } from "../src/session/pieces";
import { openShelf } from "../src/session/shelf";
import { Authority } from "./authority";
import { Clock, generator, Tab } from "./simulation";

const TEXT = "天下太平\n四海無事\n此後兩國不必由薩那特衙門及理藩院行文";

function record(client: string, part: Partial<Kept> = {}): Kept {
  const updates = [{ changes: [4, [0, "甲"]], effects: [], count: 2, pieces: [] }] as Kept["updates"];
  const place = { document: "d", title: "書", tab: "one", timeline: "t", base: 3, sequence: 0 };
  return { client, ...place, flight: null, updates, at: 1, ...part };
}

const draft = (id: string, document = "d"): Draft => ({
  id,
  document,
  title: "書",
  reason: "refused",
  message: "",
  at: 1,
  pieces: [],
});

describe("the shelf", () => {
  it("keeps what was written when it is opened again", async () => {
    const browser = new IDBFactory();
    await openShelf("lin", browser).write({ put: [record("a")], drafts: [draft("x")] });
    const again = openShelf("lin", browser);
    expect(await again.kept("d")).toEqual([record("a")]);
    expect(await again.drafts("d")).toEqual([draft("x")]);
    expect(await again.kept("other")).toEqual([]);
    expect(await again.waiting()).toEqual([{ document: "d", title: "書", edits: 2, drafts: 1 }]);
    await again.clear();
    expect(await again.waiting()).toEqual([]);
  });

  it("shows an account nothing of another one", async () => {
    const browser = new IDBFactory();
    await openShelf("lin", browser).write({ put: [record("a")], drafts: [draft("x")] });
    const bao = openShelf("bao", browser);
    expect([await bao.kept("d"), await bao.drafts("d"), await bao.waiting()]).toEqual([[], [], []]);
  });

  it("keeps nothing on a public computer, and says so", async () => {
    const browser = new IDBFactory();
    const shelf = openShelf("lin", browser, true);
    await expect(shelf.write({ put: [record("a")] })).rejects.toThrow("public computer");
    await expect(shelf.write({ drafts: [draft("x")] })).rejects.toThrow("public computer");
    await shelf.write({ remove: ["a"] });
    expect([await shelf.kept("d"), await shelf.drafts("d"), await shelf.waiting()]).toEqual([[], [], []]);
    expect(await browser.databases()).toEqual([]);
  });

  it("removes and puts in one go", async () => {
    const shelf = openShelf("lin", new IDBFactory());
    await shelf.write({ put: [record("a")], drafts: [draft("x")] });
    await shelf.write({ put: [record("b")], remove: ["a"], drafts: [draft("y")], removeDrafts: ["x"] });
    expect((await shelf.kept("d")).map(({ client }) => client)).toEqual(["b"]);
    expect((await shelf.drafts("d")).map(({ id }) => id)).toEqual(["y"]);
  });

  it("gives a record to one tab only, however many want it", async () => {
    const browser = new IDBFactory();
    await openShelf("lin", browser).write({ put: [record("a")] });
    const claims = ["two", "three", "four"].map((tab) => openShelf("lin", browser).claim("a", "one", tab));
    const claimed = (await Promise.all(claims)).filter((kept) => kept !== null);
    expect(claimed).toHaveLength(1);
    expect(await openShelf("lin", browser).kept("d")).toEqual(claimed);
  });
});

describe("the keeper", () => {
  function keeper() {
    const clock = new Clock();
    const shelf = openShelf("lin", new IDBFactory());
    const state = { record: null as Kept | null, safe: [] as boolean[] };
    const ports = {
      pending: () => state.record !== null,
      record: () => state.record,
      later: clock.later,
      told: (safe: boolean) => void state.safe.push(safe),
    };
    return { clock, shelf, state, keeper: new Keeper(shelf, ports) };
  }

  it("lets a submit go at once when the storage has nothing of it as unsent", () => {
    const { state, keeper: one } = keeper();
    state.record = record("a", { flight: { bytes: "", last: 1 } });
    expect(one.ahead()).toBeNull();
  });

  it("holds a submit until the storage knows that it is sent", async () => {
    const { shelf, state, keeper: one } = keeper();
    state.record = record("a");
    await one.write();
    state.record = record("a", { flight: { bytes: "frozen", last: 1 } });
    const ahead = one.ahead();
    expect(ahead).not.toBeNull();
    await ahead;
    expect((await shelf.kept("d"))[0]!.flight).toEqual({ bytes: "frozen", last: 1 });
    expect(one.ahead()).toBeNull();
  });

  it("says when the storage takes nothing", async () => {
    const { shelf, state, keeper: one } = keeper();
    state.record = record("a");
    shelf.write = () => Promise.reject(new Error("no room"));
    await expect(one.write()).rejects.toThrow("no room");
    expect(state.safe).toEqual([false]);
  });
});

describe("a piece of an edit", () => {
  const text = Text.of(TEXT.split("\n"));
  const replaced = piecesOf({ changes: ChangeSet.of({ from: 12, to: 14, insert: "両國" }, text.length), effects: [] }, text)[0]!;
  const inserted = piecesOf({ changes: ChangeSet.of({ from: 4, insert: "。" }, text.length), effects: [] }, text)[0]!;

  it("says what was there, what became of it, and what stood around", () => {
    expect(replaced).toMatchObject({ is: "text", deleted: "兩國", inserted: "両國", before: "天下太平\n四海無事\n此後" });
    expect(replaced.after.startsWith("不必由")).toBe(true);
  });

  it("is found where its context is, also when the text around has moved or partly changed", () => {
    expect(placeOf(replaced, TEXT)).toEqual({ from: 12, to: 14 });
    expect(placeOf(replaced, `序\n${TEXT}`)).toEqual({ from: 14, to: 16 });
    expect(placeOf(replaced, TEXT.replace("天下", "宇內"))).toEqual({ from: 12, to: 14 });
    expect(placeOf(replaced, TEXT.replace("不必由薩那特", "毋庸"))).toEqual({ from: 12, to: 14 });
    expect(placeOf(inserted, TEXT)).toEqual({ from: 4, to: 4 });
  });

  it("is not found when its old text is gone, or when there are two such places", () => {
    expect(placeOf(replaced, TEXT.replace("兩國", "二國"))).toBeNull();
    expect(placeOf(replaced, `${TEXT}\n${TEXT}`)).toBeNull();
    const bare: Piece = { is: "text", before: "", deleted: "", inserted: "甲", after: "", applied: false };
    expect(placeOf(bare, TEXT)).toBeNull();
    expect(placeOf(bare, "")).toEqual({ from: 0, to: 0 });
  });

  it("does not begin its context in the middle of a character", () => {
    const astral = Text.of([`𠲽${"天".repeat(CONTEXT - 1)}地`]);
    const [piece] = piecesOf({ changes: ChangeSet.of({ from: CONTEXT + 1, insert: "。" }, astral.length), effects: [] }, astral);
    expect(piece!.before.startsWith("𠲽")).toBe(true);
  });
});

describe("a tab that cannot save", () => {
  it("says that no more fits when as much waits as may", async () => {
    const clock = new Clock();
    const tab = new Tab("lin", new Authority("d", "t", TEXT), clock, generator(1), { latency: 10, dropped: 0 });
    tab.session.start();
    await clock.pass(1_000);
    tab.offline = true;
    tab.cut();
    await clock.pass(1_000);
    for (let edit = 0; edit < MOST_KEPT_EDITS - 1; edit++) tab.edit(0, 0, "甲");
    expect(tab.session.snapshot).toMatchObject({ full: false, pending: MOST_KEPT_EDITS - 1 });
    tab.edit(0, 0, "甲");
    expect(tab.session.snapshot).toMatchObject({ full: true, safe: true });
    tab.offline = false;
    await clock.pass(30_000);
    expect(tab.session.snapshot).toMatchObject({ full: false, pending: 0 });
  });

  it("takes no edits as long as the server says that it has no room", async () => {
    const clock = new Clock();
    const authority = new Authority("d", "t", TEXT);
    const tab = new Tab("lin", authority, clock, generator(3), { latency: 10, dropped: 0 });
    tab.session.start();
    await clock.pass(1_000);
    const say = () => authority.peers.forEach((peer) => peer.send({ type: "storage-full", document: "d", message: "" }));
    for (let told = 0; told < 5; told++) {
      say();
      await clock.pass(5_000);
      expect(tab.session.snapshot.storageFull).toBe(true);
    }
    await clock.pass(15_000);
    expect(tab.session.snapshot.storageFull).toBe(false);
  });

  it("never sends the edits of one account as those of another", async () => {
    const clock = new Clock();
    const authority = new Authority("d", "t", TEXT);
    const tab = new Tab("lin", authority, clock, generator(2), { latency: 10, dropped: 0 });
    tab.session.start();
    await clock.pass(1_000);
    tab.offline = true;
    tab.cut();
    tab.edit(0, 0, "甲");
    await clock.pass(1_000);
    tab.signedInAs = "bao";
    tab.offline = false;
    await clock.pass(20_000);
    expect(tab.session.snapshot).toMatchObject({ why: "other-account", pending: 1 });
    expect(authority.log).toEqual([]);
    expect([...tab.disk.kept.values()]).toHaveLength(1);
  });
});
