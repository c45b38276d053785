import { ChangeSet, MapMode } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { Moves } from "../src/session/moves";
import { generator } from "./simulation";

const LENGTH = 40;

/** A change in several places; composed, so that insertions and deletions stand side by side. */
function change(random: () => number): ChangeSet {
  const below = (bound: number) => Math.floor(random() * bound);
  let changes = ChangeSet.empty(LENGTH);
  for (let step = below(5); step >= 0; step--) {
    const from = below(changes.newLength + 1);
    const to = Math.min(changes.newLength, from + below(6));
    changes = changes.compose(ChangeSet.of({ from, to, insert: "x".repeat(below(4)) }, changes.newLength));
  }
  return changes;
}

describe("where places go", () => {
  const random = generator(11);
  const changes = Array.from({ length: 3_000 }, () => change(random));

  it("is what the editor says", () => {
    for (const one of changes) {
      const moves = Moves.of(one);
      const places = Array.from({ length: LENGTH + 1 }, (_, place) => place);
      const found = places.map((place) => [moves.to(place, -1), moves.to(place, 1), moves.deletesAcross(place)]);
      const said = places.map((place) => [
        one.mapPos(place, -1),
        one.mapPos(place, 1),
        one.mapPos(place, -1, MapMode.TrackDel) === null,
      ]);
      expect(found, JSON.stringify(one)).toEqual(said);
    }
  });

  it("tells whether anything of a range is left", () => {
    for (const one of changes) {
      const kept = Array.from({ length: LENGTH }, () => false);
      one.iterGaps((from, _, length) => void kept.fill(true, from, from + length));
      const moves = Moves.of(one);
      for (let start = 0; start < LENGTH; start++) {
        const ends = Array.from({ length: Math.min(LENGTH, start + 6) - start }, (_, more) => start + more + 1);
        const found = ends.map((end) => moves.keepsAny(start, end));
        expect(found, `${JSON.stringify(one)} from ${start}`).toEqual(ends.map((end) => kept.slice(start, end).includes(true)));
      }
    }
  });
});
