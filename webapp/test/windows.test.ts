import { history, undo } from "@codemirror/commands";
import { ChangeSet, EditorState, Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { annotating } from "../src/editor/annotating";
import { marks, showMarks } from "../src/editor/marks";
import { Anchored } from "../src/session/anchored";
import { mapAnchor } from "../src/session/anchors";
import { advance, type Confirmed, type LogEntry } from "../src/session/confirmed";
import type { AnnotationsRead } from "../src/session/frames";
import { ALL_LOADED, covers, exclude, follow, include, type Loaded, missing, NOTHING_LOADED } from "../src/session/loaded";
import { NOTHING } from "../src/session/displayed";
import { Roll } from "../src/session/roll";
import { pending, receive, shared } from "../src/session/shared";
import type { Annotation, CommentThread, Effect } from "../src/session/values";
import { withoutFar, withWindow } from "../src/session/window";
import { Authority } from "./authority";
import { Clock, generator, Tab } from "./simulation";
import { Storm } from "./storm";

const LENGTH = 120;

const sorted = <T extends { id: string }>(marks: Iterable<T>) => [...marks].sort((a, b) => (a.id < b.id ? -1 : 1));

function annotation(id: string, start: number, end: number): Annotation {
  return { id, start, end, orphaned: false, body: { is: "tag", name: "place" }, author: "a" };
}

describe("loaded ranges", () => {
  it("of two answers that follow each other are one", () => {
    const loaded = include(include(NOTHING_LOADED, { start: 0, end: 10 }, LENGTH), { start: 11, end: 20 }, LENGTH);
    expect(loaded).toEqual([{ low: -1, high: 21 }]);
  });

  it("say what is missing between them", () => {
    const loaded: Loaded = [{ low: 9, high: 21 }, { low: 39, high: 51 }];
    expect(missing(loaded, { start: 0, end: 60 })).toEqual([
      { start: 0, end: 9 },
      { start: 21, end: 39 },
      { start: 51, end: 60 },
    ]);
    expect(missing(loaded, { start: 10, end: 20 })).toEqual([]);
  });

  it("do not reach over text that was deleted before them", () => {
    const loaded = include(NOTHING_LOADED, { start: 20, end: 30 }, LENGTH);
    const deletion = ChangeSet.of({ from: 15, to: 20, insert: "" }, LENGTH);
    expect(mapAnchor(annotation("before", 10, 19), deletion).end).toBe(15);
    expect(covers(follow(loaded, deletion), { start: 15, end: 15 })).toBe(false);
    expect(covers(follow(loaded, deletion), { start: 16, end: 25 })).toBe(true);
  });

  it("lose what touches a range that has to be asked for again", () => {
    const loaded = exclude(ALL_LOADED, { start: 20, end: 30 });
    expect(loaded).toEqual([{ low: -1, high: 20 }, { low: 30, high: Infinity }]);
    expect(missing(loaded, { start: 0, end: 50 })).toEqual([{ start: 20, end: 30 }]);
  });
});

describe("marks in runs", () => {
  const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

  it.each(seeds)("move, come and go like marks in a map, seed %i", (seed) => {
    const random = generator(seed);
    const below = (bound: number) => Math.floor(random() * bound);
    let length = 3_000;
    const place = (): [number, number] => {
      const start = below(length + 1);
      return [start, Math.min(length, start + below(12))];
    };
    const plain = new Map(Array.from({ length: 900 }, (_, n) => [`${n}`, annotation(`${n}`, ...place())]));
    let marks = Anchored.of(plain.values());
    for (let step = 0; step < 120; step++) {
      const changes = randomChange(random, length);
      for (const mark of plain.values()) plain.set(mark.id, mapAnchor(mark, changes));
      marks = marks.map(changes);
      length = changes.newLength;
      const added = Array.from({ length: below(4) }, () => annotation(`${below(1_200)}`, ...place()));
      for (const mark of added) plain.set(mark.id, mark);
      const gone = Array.from({ length: below(3) }, () => `${below(1_200)}`);
      for (const id of gone) plain.delete(id);
      marks = marks.with(added).without(gone);
      expect(marks.size).toBe(plain.size);
      const [from, to] = place();
      const touching = [...plain.values()].filter((mark) => mark.start <= to && mark.end >= from);
      expect(sorted(marks.in(from, to))).toEqual(sorted(touching));
      const id = `${below(1_200)}`;
      expect(marks.get(id)).toEqual(plain.get(id));
    }
    expect(sorted(marks)).toEqual(sorted(plain.values()));
  });
});

function randomChange(random: () => number, length: number): ChangeSet {
  const below = (bound: number) => Math.floor(random() * bound);
  const count = 1 + below(3);
  const changes = Array.from({ length: count }, () => {
    const from = below(length + 1);
    const to = random() < 0.5 ? from : Math.min(length, from + below(10));
    return { from, to, insert: "甲".repeat(below(4)) };
  });
  return changes.reduce(
    (all, { from, to, insert }) => {
      const end = Math.min(to, all.newLength);
      return all.compose(ChangeSet.of({ from: Math.min(from, end), to: end, insert }, all.newLength));
    },
    ChangeSet.empty(length),
  );
}

/** A state that knows all, one that knows parts, and a random history that both go through. */
class Twins {
  whole: Confirmed;
  part: Confirmed;
  #id = 0;

  constructor(private readonly random: () => number) {
    const text = Text.of(["文".repeat(LENGTH)]);
    const empty = { revision: 0, text, total: 0, orphaned: 0, approvals: new Map(), threads: Anchored.none<CommentThread>() };
    const marks = { annotations: Anchored.none<Annotation>(), suggestions: Anchored.none<never>() };
    this.whole = { ...empty, ...marks, loaded: ALL_LOADED };
    this.part = { ...empty, ...marks, loaded: NOTHING_LOADED };
  }

  below(bound: number): number {
    return Math.floor(this.random() * bound);
  }

  range(): { start: number; end: number } {
    const start = this.below(this.whole.text.length + 1);
    return { start, end: Math.min(this.whole.text.length, start + this.below(15)) };
  }

  step(): void {
    const choice = this.random();
    if (choice < 0.2) this.load();
    else if (choice < 0.25) this.part = withoutFar(this.part, this.range(), this.below(30));
    else this.edit();
  }

  load(): void {
    const { start, end } = this.range();
    const { annotations, approvals, revision, total } = this.whole;
    const frame: AnnotationsRead = {
      type: "annotations",
      document: "d",
      revision,
      start,
      end,
      annotations: annotations.in(start, end),
      approvals: [...approvals.values()].filter((one) => one.start <= end && one.end >= start),
      ready: [],
      total,
      orphaned: 0,
      orphans: this.random() < 0.1 ? annotations.list().filter(({ orphaned }) => orphaned) : [],
      missing: [],
    };
    this.part = withWindow(this.part, frame);
  }

  edit(): void {
    const changes =
      this.random() < 0.5
        ? randomChange(this.random, this.whole.text.length)
        : ChangeSet.empty(this.whole.text.length);
    const moved = advance(this.whole, this.entry(changes, []));
    const effects = this.random() < 0.6 ? [this.effect(moved)] : [];
    const entry = this.entry(changes, effects.flat());
    this.whole = advance(this.whole, entry);
    this.part = advance(this.part, entry);
  }

  effect(state: Confirmed): Effect[] {
    const { length } = state.text;
    const start = this.below(length + 1);
    const end = Math.min(length, start + this.below(10));
    const body = { is: "note", text: `${this.#id}` } as const;
    const known = state.annotations.list();
    const some = known[this.below(known.length)];
    const choice = this.random();
    if (some === undefined || choice < 0.35) return [{ is: "add-annotation", id: `a${this.#id++}`, start, end, body }];
    if (choice < 0.5) return [{ is: "edit-annotation", id: some.id, body }];
    if (choice < 0.7) return [{ is: "move-annotation", id: some.id, start, end }];
    if (choice < 0.8) return [{ is: "remove-annotation", id: some.id }];
    return [{ is: "approve", id: `p${this.#id++}`, start, end: Math.max(end, start) }];
  }

  entry(changes: ChangeSet, effects: Effect[]): LogEntry {
    return { client: "c", sequence: 1, author: "c", at: "", changes, effects };
  }

  /** All that touches what is loaded is known as it is; what else is known is right. */
  compare(): void {
    const { whole, part } = this;
    for (const { low, high } of part.loaded) {
      const within = (mark: { start: number; end: number }) => mark.end > low && mark.start < high;
      expect(sorted(part.annotations.list().filter(within))).toEqual(sorted(whole.annotations.list().filter(within)));
      const approvals = (state: Confirmed) => sorted([...state.approvals.values()].filter(within));
      expect(approvals(part)).toEqual(approvals(whole));
    }
    const known = part.annotations.list();
    expect(known).toEqual(known.map(({ id }) => whole.annotations.get(id)));
    expect(part.total).toBe(whole.annotations.size);
  }
}

describe("a state that knows some windows", () => {
  const seeds = Array.from({ length: Number(process.env.SEEDS ?? 60) }, (_, index) => index + 1);
  let compared = 0;

  it.each(seeds)("is the whole state where it is loaded, seed %i", (seed) => {
    const twins = new Twins(generator(seed));
    for (let step = 0; step < 250; step++) {
      twins.step();
      twins.compare();
      compared += twins.part.loaded.length;
    }
  });

  it("was loaded somewhere most of the time", () => {
    expect(compared).toBeGreaterThan(seeds.length * 250);
  });
});

describe("tabs that look at parts of a long text", () => {
  const seeds = Array.from({ length: Number(process.env.SEEDS ?? 6) }, (_, index) => index + 1);
  const line = "此後兩國不必由薩那特衙門及理藩院行文\n";

  it.each(seeds)("see there what everybody sees, and lose no edit, seed %i", async (seed) => {
    const storm = new Storm(seed, 3, { latency: 150, dropped: seed % 2 === 0 ? 0.05 : 0 }, line.repeat(1_500));
    for (const tab of storm.tabs) {
      let start = storm.below(25_000);
      tab.sight = () => {
        if (storm.random() < 0.05) start = storm.below(25_000);
        return { start, end: start + 300 };
      };
    }
    await storm.blow(120);
    for (const tab of storm.tabs) {
      const start = storm.below(25_000);
      tab.sight = () => ({ start, end: start + 300 });
      tab.session.look();
    }
    await storm.calm();
    for (const tab of storm.tabs) {
      const { confirmed } = tab.session.sync.ledger!;
      expect(tab.text).toBe(storm.authority.state.text.toString());
      expect(tab.session.snapshot.pending).toBe(0);
      expect(missing(confirmed.loaded, tab.sight())).toEqual([]);
      for (const { low, high } of confirmed.loaded) {
        const within = ({ start, end }: { start: number; end: number }) => end > low && start < high;
        const there = storm.authority.state.annotations.list().filter(within);
        expect(sorted(confirmed.annotations.list().filter(within))).toEqual(sorted(there));
      }
      expect(confirmed.annotations.size).toBeLessThanOrEqual(storm.authority.state.annotations.size);
    }
  });
});

describe("the roll", () => {
  it("asks for annotations that were never seen, and for none that came, went or are new", () => {
    const roll = new Roll();
    roll.happened([
      { is: "add-annotation", id: "here", start: 0, end: 1, body: { is: "note", text: "" } },
      { is: "remove-annotation", id: "gone" },
    ]);
    const move = (id: string) => ({ is: "move-annotation", id, start: 0, end: 1 }) as const;
    const add = { is: "add-annotation", id: "new", start: 0, end: 1, body: { is: "note", text: "" } } as const;
    expect(roll.unsure([move("here"), move("gone"), move("far"), add, move("new")])).toEqual(["far"]);
    roll.answered(["far", "away"], ["away"]);
    expect(roll.unsure([move("far"), move("away")])).toEqual([]);
    expect([...roll.gone]).toEqual(["gone", "away"]);
  });
});

describe("undo", () => {
  it("brings annotations back to text deleted at the end, when others wrote meanwhile", () => {
    const text = "文".repeat(20);
    let state = EditorState.create({ doc: text, extensions: [shared(), history(), annotating(), marks] });
    const dispatch = (transaction: { state: EditorState }) => (state = transaction.state);
    const annotations = Anchored.of([annotation("last", 16, 19)]);
    dispatch(state.update({ effects: showMarks.of({ ...NOTHING, annotations }) }));
    dispatch(state.update({ changes: { from: 10, to: 20, insert: "" }, userEvent: "delete" }));
    dispatch(receive(state, [ChangeSet.of({ from: 0, insert: "前" }, 20)], Text.of([text])));
    expect(undo({ state, dispatch })).toBe(true);
    expect(state.doc.toString()).toBe(`前${text}`);
    expect(pending(state).at(-1)?.effects).toEqual([{ is: "move-annotation", id: "last", start: 17, end: 20 }]);
  });

  it("brings annotations back to their text that a deletion took, also when they are not shown any more", () => {
    const text = "文".repeat(LENGTH);
    let state = EditorState.create({ doc: text, extensions: [shared(), history(), annotating(), marks] });
    const dispatch = (transaction: { state: EditorState }) => (state = transaction.state);
    const annotations = Anchored.of([annotation("gone", 12, 15), annotation("shortened", 8, 14), annotation("far", 40, 42)]);
    dispatch(state.update({ effects: showMarks.of({ ...NOTHING, annotations }) }));
    dispatch(state.update({ changes: { from: 10, to: 30, insert: "" }, userEvent: "delete" }));
    dispatch(state.update({ effects: showMarks.of(NOTHING) }));
    expect(undo({ state, dispatch })).toBe(true);
    expect(state.doc.toString()).toBe(text);
    expect(pending(state).at(-1)?.effects).toEqual([
      { is: "move-annotation", id: "shortened", start: 8, end: 14 },
      { is: "move-annotation", id: "gone", start: 12, end: 15 },
    ]);
  });
});

describe("a tab that looks at a part of a long text", () => {
  it("tells which deletions undo could not take back whole", async () => {
    const clock = new Clock();
    const authority = new Authority("d", "書", "天地玄黃".repeat(25_000));
    authority.roles.set("an", "editor");
    const tab = new Tab("an", authority, clock, generator(1), { latency: 20, dropped: 0 });
    tab.sight = () => ({ start: 0, end: 100 });
    tab.session.start();
    await clock.pass(2_000);
    expect(tab.session.knows(tab.state, 0, 100_000)).toBe(true);
    const body = { is: "tag", name: "place" } as const;
    const adding = Array.from({ length: 40 }, (_, index) => ({ is: "add-annotation" as const, id: `annotation-at-${index}-000`, start: 2_000 * index, end: 2_000 * index + 1, body }));
    const other = new Tab("bo", authority, clock, generator(2), { latency: 20, dropped: 0 });
    authority.roles.set("bo", "editor");
    other.session.start();
    await clock.pass(2_000);
    other.edit(0, 0, "", adding);
    await clock.pass(2_000);
    tab.cut();
    const late = new Tab("an", authority, clock, generator(3), { latency: 20, dropped: 0 });
    late.sight = tab.sight;
    late.session.start();
    await clock.pass(3_000);
    expect(late.session.knows(late.state, 0, 100)).toBe(true);
    expect(late.session.knows(late.state, 0, 100_000)).toBe(false);
    const before = late.state;
    late.edit(0, 50_000, "");
    expect(late.session.knows(before, 0, 50_000)).toBe(false);
    expect(late.session.knows(before, 0, 100)).toBe(true);
  });
});
