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
      for (let place = 0; place <= LENGTH; place++) {
        const where = `${JSON.stringify(one)} at ${place}`;
        expect(moves.to(place, -1), where).toBe(one.mapPos(place, -1));
        expect(moves.to(place, 1), where).toBe(one.mapPos(place, 1));
        expect(moves.deletesAcross(place), where).toBe(one.mapPos(place, -1, MapMode.TrackDel) === null);
      }
    }
  });

  it("tells whether anything of a range is left", () => {
    for (const one of changes) {
      const kept = new Set<number>();
      one.iterGaps((from, _, length) => {
        for (let unit = from; unit < from + length; unit++) kept.add(unit);
      });
      for (let start = 0; start < LENGTH; start++) {
        for (let end = start + 1; end <= Math.min(LENGTH, start + 6); end++) {
          const left = [...kept].some((unit) => unit >= start && unit < end);
          expect(Moves.of(one).keepsAny(start, end), `${JSON.stringify(one)} in ${start}–${end}`).toBe(left);
        }
      }
    }
  });
});
