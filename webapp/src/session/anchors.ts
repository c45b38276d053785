import type { ChangeDesc } from "@codemirror/state";
import { Moves } from "./moves";
import type { Anchor } from "./values";

/**
 * Moves an anchor through one change (rule 2 of the protocol).
 *
 * The start goes behind what is inserted at it and the end stays before it, so that typing at an edge
 * does not widen the range. A range whose text is gone becomes an orphan: a point that never lives
 * again by itself. A point stays alive unless one deletion reached across it.
 */
export function mapAnchor<A extends Anchor>(anchor: A, changes: ChangeDesc): A {
  const moves = Moves.of(changes);
  if (anchor.orphaned) return at(anchor, moves.to(anchor.start, -1));
  if (anchor.start === anchor.end) {
    const place = moves.to(anchor.start, -1);
    return moves.deletesAcross(anchor.start) ? orphan(anchor, place) : at(anchor, place);
  }
  if (!moves.keepsAny(anchor.start, anchor.end)) return orphan(anchor, moves.to(anchor.start, -1));
  const start = moves.to(anchor.start, 1);
  const end = moves.to(anchor.end, -1);
  return start === anchor.start && end === anchor.end ? anchor : { ...anchor, start, end };
}

function at<A extends Anchor>(anchor: A, place: number): A {
  return place === anchor.start ? anchor : { ...anchor, start: place, end: place };
}

function orphan<A extends Anchor>(anchor: A, place: number): A {
  return { ...anchor, start: place, end: place, orphaned: true };
}

/** Whether a change inserts or deletes inside the range or at one of its edges. */
export function touches(changes: ChangeDesc, start: number, end: number): boolean {
  return changes.touchesRange(start, end) !== false;
}
