import { collab, rebaseUpdates, receiveUpdates } from "@codemirror/collab";
import { ChangeSet, EditorState, Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { over, type Pending, pending, receive, shared } from "../src/session/shared";
import { generator } from "./simulation";

const LETTERS = "天地玄黃宇宙洪荒日月盈昃";

/** A replacement somewhere in a text of this length. */
function change(random: () => number, length: number): ChangeSet {
  const below = (bound: number) => Math.floor(random() * bound);
  const from = below(length + 1);
  const to = random() < 0.5 ? from : Math.min(length, from + below(5));
  return ChangeSet.of({ from, to, insert: LETTERS.slice(0, 1 + below(3)) }, length);
}

function row(random: () => number, length: number, count: number): ChangeSet[] {
  const changes: ChangeSet[] = [];
  for (let made = 0; made < count; made++) changes.push(change(random, changes.at(-1)?.newLength ?? length));
  return changes;
}

const seeds = Array.from({ length: 300 }, (_, index) => index + 1);

describe("moving updates over what came before them", () => {
  it.each(seeds)("is the step that @codemirror/collab takes for one change, seed %i", (seed) => {
    const random = generator(seed);
    const updates = row(random, LETTERS.length, 1 + (seed % 4));
    const others = row(random, LETTERS.length, 1 + (seed % 5));
    let mine: Pending[] = updates.map((changes) => ({ changes, effects: [], count: 1 }));
    let theirs: readonly { changes: ChangeSet; clientID: string }[] = updates.map((changes) => ({
      changes,
      clientID: "a",
    }));
    for (const other of others) {
      [mine] = over(mine, other);
      theirs = rebaseUpdates(theirs, [{ changes: other, clientID: "b" }]);
    }
    expect(mine.map(({ changes }) => changes.toJSON())).toEqual(theirs.map(({ changes }) => changes.toJSON()));
  });

  it("takes one change after the other, which is not the same as taking them together", () => {
    const differing = seeds.filter((seed) => {
      const random = generator(seed);
      const local = row(random, LETTERS.length, 2);
      const others = row(random, LETTERS.length, 4);
      const create = (extension: typeof shared) => EditorState.create({ doc: LETTERS, extensions: extension() });
      const base = Text.of([LETTERS]);
      let state = create(shared);
      let composed = create(() => collab({ clientID: "a" }));
      for (const changes of local) {
        state = state.update({ changes }).state;
        composed = composed.update({ changes }).state;
      }
      const together = receive(state, others, base).state;
      let oneByOne = state;
      let confirmed = base;
      for (const other of others) {
        oneByOne = receive(oneByOne, [other], confirmed).state;
        confirmed = other.apply(confirmed);
      }
      expect(together.doc.toString()).toBe(oneByOne.doc.toString());
      expect(pending(together).map(({ changes }) => changes.toJSON())).toEqual(
        pending(oneByOne).map(({ changes }) => changes.toJSON()),
      );
      composed = receiveUpdates(composed, others.map((changes) => ({ changes, clientID: "b" }))).state;
      return composed.doc.toString() !== together.doc.toString();
    });
    expect(differing.length).toBeGreaterThan(0);
  });
});
