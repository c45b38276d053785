import { history, isolateHistory, redo, undo } from "@codemirror/commands";
import { ChangeSet, EditorState, type StateCommand, Text, type TransactionSpec } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { annotating } from "../src/editor/annotating";
import { marks, showMarks } from "../src/editor/marks";
import { Anchored } from "../src/session/anchored";
import { NOTHING } from "../src/session/displayed";
import { pending, receive, settle, shared } from "../src/session/shared";
import type { Annotation } from "../src/session/values";
import { generator } from "./simulation";

const SEEDS = Number(process.env.REVIVALS ?? 1_000);
const body = { is: "tag", name: "person" } as const;

function annotation(id: string, start: number, end: number): Annotation {
  return { id, start, end, orphaned: false, body, author: "an" };
}

/** One who deletes and takes back, and all others, at a text with annotations; every character is there once. */
class Table {
  state: EditorState;
  confirmed: Text;
  annotations: Anchored<Annotation>;

  constructor(text: string, annotations: readonly Annotation[]) {
    this.confirmed = Text.of([text]);
    this.annotations = Anchored.of(annotations);
    this.state = EditorState.create({ doc: text, extensions: [shared(), history({ newGroupDelay: 1e9 }), annotating(), marks] });
    this.#show();
  }

  edit(spec: TransactionSpec): this {
    this.state = this.state.update({ userEvent: "delete", ...spec }).state;
    return this;
  }

  delete(from: number, to: number): this {
    return this.edit({ changes: { from, to } });
  }

  run(command: StateCommand): boolean {
    return command({ state: this.state, dispatch: (transaction) => (this.state = transaction.state) });
  }

  /** What waits goes into the log. */
  send(): this {
    const updates = pending(this.state);
    for (const { changes, effects } of updates) {
      this.#confirm(changes);
      for (const effect of effects) {
        if (effect.is !== "move-annotation") throw new Error(`an effect that nobody asked for: ${effect.is}`);
        const { id, start, end } = effect;
        this.annotations = this.annotations.with([annotation(id, start, end)]);
      }
    }
    this.state = settle(this.state, updates.length, null).state;
    return this.#show();
  }

  /** Somebody else changes the newest text of the log. */
  other(spec: { from: number; to?: number; insert?: string }): this {
    const change = ChangeSet.of(spec, this.confirmed.length);
    this.state = receive(this.state, [change], this.confirmed).state;
    this.#confirm(change);
    return pending(this.state).length === 0 ? this.#show() : this;
  }

  #confirm(changes: ChangeSet): void {
    this.confirmed = changes.apply(this.confirmed);
    this.annotations = this.annotations.map(changes);
  }

  #show(): this {
    const shown = { ...NOTHING, annotations: this.annotations };
    this.state = this.state.update({ effects: showMarks.of(shown) }).state;
    return this;
  }

  /** What an annotation stands on; null when its text is gone. */
  on(id: string): string | null {
    const { start, end, orphaned } = this.annotations.get(id)!;
    return orphaned ? null : this.confirmed.sliceString(start, end);
  }

  /** The text up to an annotation. */
  before(id: string): string {
    return this.confirmed.sliceString(0, this.annotations.get(id)!.start);
  }
}

describe("annotations when a deletion is undone", () => {
  it("stand on the same characters when somebody typed right behind the deletion", () => {
    const table = new Table("議將從前桂良天津", [annotation("one", 2, 4), annotation("two", 4, 6)]).delete(2, 5).send();
    table.other({ from: 2, insert: "甲" }).other({ from: 4, insert: "乙" });
    table.run(undo);
    table.send();
    expect(table.confirmed.toString()).toBe("議將甲從前桂良乙天津");
    expect([table.on("one"), table.on("two")]).toEqual(["從前", "桂良"]);
  });

  it("stand on all of their characters when only some of them were deleted", () => {
    const table = new Table("議將從前桂良天津", [annotation("one", 2, 6), annotation("two", 0, 3)]).delete(1, 3).send();
    expect([table.on("one"), table.on("two")]).toEqual(["前桂良", "議"]);
    table.run(undo);
    table.send();
    expect([table.on("one"), table.on("two")]).toEqual(["從前桂良", "議將從"]);
  });

  it("come back to their place when they stand between characters", () => {
    const table = new Table("議將從前", [annotation("gap", 2, 2)]).delete(1, 2).send();
    table.run(undo);
    table.send();
    expect(table.before("gap")).toBe("議將");
  });

  it("come back also after redoing and undoing again", () => {
    const table = new Table("議將從前桂良", [annotation("one", 2, 4)]).delete(1, 4).send();
    for (const command of [undo, redo, undo]) {
      table.run(command);
      table.send();
    }
    expect(table.on("one")).toBe("從前");
  });

  it("stay where somebody else put them meanwhile", () => {
    const table = new Table("議將從前桂良", [annotation("one", 2, 4)]).delete(2, 3).send();
    table.annotations = table.annotations.with([annotation("one", 3, 5)]);
    table.other({ from: 0, insert: "甲" });
    table.run(undo);
    table.send();
    expect(table.on("one")).toBe("桂良");
  });

  it("do not split what is deleted at once elsewhere into several steps", () => {
    const table = new Table("議將從前桂良", [annotation("one", 0, 1)]).delete(5, 6).delete(4, 5).delete(3, 4);
    table.run(undo);
    expect(table.state.doc.toString()).toBe("議將從前桂良");
  });

  it("stand on just the same characters, whatever others typed before, in and behind them", () => {
    for (let seed = 0; seed < SEEDS; seed++) new Rounds(seed).play();
  });
});

/** Random deletions that are undone one by one, while others type before, in and behind them. */
class Rounds {
  readonly #next: () => number;
  readonly #text: string;
  readonly #table: Table;
  readonly #annotations: Annotation[] = [];
  #fresh = 0x5000;

  constructor(private readonly seed: number) {
    this.#next = generator(seed);
    this.#text = Array.from({ length: 6 + this.#random(14) }, (_, i) => String.fromCharCode(0x4e00 + i)).join("");
    for (let i = this.#random(4); i >= 0; i--) {
      const [start, end] = this.#range(this.#text.length);
      this.#annotations.push(annotation(`annotation-${i}`, start, end));
    }
    this.#table = new Table(this.#text, this.#annotations);
  }

  play(): void {
    for (let i = 1 + this.#random(6); i > 0; i--) {
      this.#delete();
      this.#others();
    }
    while (this.#table.run(undo)) this.#others();
    this.#table.send();
    for (const { id, start, end } of this.#annotations) {
      if (start === end) continue;
      const now = this.#table.on(id);
      const told = `seed ${this.seed}, ${id}`;
      expect(now?.at(0), told).toBe(this.#text[start]);
      expect(now?.at(-1), told).toBe(this.#text[end - 1]);
    }
    const back = [...this.#table.confirmed.toString()].filter((character) => character < "\u5000").join("");
    expect(back, `seed ${this.seed}`).toBe(this.#text);
  }

  #delete(): void {
    const { state } = this.#table;
    const [from, to] = this.#range(state.doc.length);
    const insert = this.#random(4) === 0 ? this.#character() : "";
    const apart = this.#random(2) === 0 ? { annotations: isolateHistory.of("full") } : {};
    this.#table.edit({ changes: { from, to, insert }, ...apart });
  }

  /** Others type, behind what is sent or meanwhile. */
  #others(): void {
    for (let i = this.#random(4); i > 0; i--) {
      if (this.#random(2) === 0) this.#table.send();
      this.#table.other({ from: this.#random(this.#table.confirmed.length + 1), insert: this.#character() });
    }
    if (this.#random(2) === 0) this.#table.send();
  }

  #random(below: number): number {
    return Math.floor(this.#next() * below);
  }

  #character(): string {
    return String.fromCharCode(this.#fresh++);
  }

  #range(length: number): [number, number] {
    const from = this.#random(length + 1);
    return [from, Math.min(length, from + this.#random(6))];
  }
}
