import { MapMode, type ChangeDesc } from "@codemirror/state";
import type { Anchor } from "./values";

/**
 * Moves an anchor through one change (rule 2 of the protocol).
 *
 * The start goes behind what is inserted at it and the end stays before it, so that typing at an edge
 * does not widen the range. A range whose text is gone becomes an orphan: a point that never lives
 * again by itself. A point stays alive unless one deletion reached across it.
 */
export function mapAnchor<A extends Anchor>(anchor: A, changes: ChangeDesc): A {
  if (anchor.orphaned) return at(anchor, changes.mapPos(anchor.start, -1));
  if (anchor.start === anchor.end) {
    const place = changes.mapPos(anchor.start, -1, MapMode.TrackDel);
    return place === null
      ? orphan(anchor, changes.mapPos(anchor.start, -1))
      : at(anchor, place);
  }
  if (!keepsAny(changes, anchor.start, anchor.end)) return orphan(anchor, changes.mapPos(anchor.start, -1));
  const start = changes.mapPos(anchor.start, 1);
  const end = changes.mapPos(anchor.end, -1);
  return start === anchor.start && end === anchor.end ? anchor : { ...anchor, start, end };
}

/** Whether at least one unit of the range is still there; text put in its place does not count. */
function keepsAny(changes: ChangeDesc, start: number, end: number): boolean {
  let kept = false;
  changes.iterGaps((from, _, length) => {
    if (from < end && from + length > start) kept = true;
  });
  return kept;
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
