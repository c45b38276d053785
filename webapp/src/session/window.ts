import { Anchored } from "./anchored";
import type { Confirmed } from "./confirmed";
import type { AnnotationsRead } from "./frames";
import { exclude, include, type Loaded, reaches } from "./loaded";

/** What the server said about a range, at the revision of the state, put in the place of what was known there. */
export function withWindow(before: Confirmed, frame: AnnotationsRead): Confirmed {
  const { start, end } = frame;
  const there = before.annotations.in(start, end).map(({ id }) => id);
  const approvals = new Map(before.approvals);
  for (const approval of before.approvals.values()) {
    if (approval.start <= end && approval.end >= start) approvals.delete(approval.id);
  }
  for (const approval of frame.approvals) approvals.set(approval.id, approval);
  for (const word of frame.ready) approvals.set(word.id, { ...word, ready: true });
  return {
    ...before,
    annotations: before.annotations.without(there).with([...frame.annotations, ...frame.orphans]),
    total: frame.total,
    orphaned: frame.orphaned,
    approvals,
    loaded: include(before.loaded, frame, before.text.length),
  };
}

/** Forgets what lies further than a distance from a range; orphans stay. */
export function withoutFar(before: Confirmed, range: { start: number; end: number }, distance: number): Confirmed {
  const from = Math.max(0, range.start - distance);
  const to = range.end + distance;
  let loaded: Loaded = before.loaded;
  if (from > 0) loaded = exclude(loaded, { start: 0, end: from });
  if (to < before.text.length) loaded = exclude(loaded, { start: to, end: before.text.length });
  const near = (mark: { start: number; end: number }) => reaches(loaded, mark);
  return {
    ...before,
    loaded,
    annotations: Anchored.of(before.annotations.list().filter((mark) => mark.orphaned || near(mark))),
    approvals: new Map([...before.approvals].filter(([, approval]) => near(approval))),
  };
}
