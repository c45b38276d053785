import type { ChangeDesc } from "@codemirror/state";

/**
 * A part of the text whose annotations are here: each annotation and approval with `end > low` and
 * `start < high` is known. Before the text lies -1, behind it its length + 1.
 */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Parts in order; none touches another. */
export type Loaded = readonly Span[];

export const NOTHING_LOADED: Loaded = [];

/** Nothing is left to be asked for. */
export const ALL_LOADED: Loaded = [{ low: -1, high: Infinity }];

/** A half-open range of a text. */
export interface Range {
  start: number;
  end: number;
}

/** Whether all that touches a range is known. */
export function covers(loaded: Loaded, { start, end }: Range): boolean {
  return loaded.some(({ low, high }) => low < start && end < high);
}

/** Whether the range touches what is loaded. */
export function reaches(loaded: Loaded, { start, end }: Range): boolean {
  return loaded.some(({ low, high }) => end > low && start < high);
}

/** What has to be asked for, so that all is known that touches a range; in order. */
export function missing(loaded: Loaded, { start, end }: Range): Range[] {
  const gaps: Range[] = [];
  let from = start;
  for (const { low, high } of loaded) {
    if (high <= from) continue;
    if (low >= end) break;
    if (low >= from) gaps.push({ start: from, end: Math.min(low, end) });
    from = Math.max(from, high);
  }
  if (from <= end) gaps.push({ start: from, end });
  return gaps;
}

/** With all that touches a range of a text of this length. */
export function include(loaded: Loaded, { start, end }: Range, length: number): Loaded {
  let low = start === 0 ? -1 : start - 1;
  let high = end >= length ? length + 1 : end + 1;
  const apart: Span[] = [];
  for (const span of loaded) {
    if (span.high <= low || span.low >= high) {
      apart.push(span);
    } else {
      low = Math.min(low, span.low);
      high = Math.max(high, span.high);
    }
  }
  return [...apart, { low, high }].sort((a, b) => a.low - b.low);
}

/** Without what touches a range. */
export function exclude(loaded: Loaded, { start, end }: Range): Loaded {
  if (!reaches(loaded, { start, end })) return loaded;
  return loaded
    .flatMap(({ low, high }) => [
      { low, high: Math.min(high, start) },
      { low: Math.max(low, end), high },
    ])
    .filter(isSpan);
}

/** After a change of the text. */
export function follow(loaded: Loaded, changes: ChangeDesc): Loaded {
  if (changes.empty) return loaded;
  const { length, newLength } = changes;
  return loaded
    .map(({ low, high }) => ({
      low: low < 0 ? -1 : changes.mapPos(low, -1),
      high: high > length ? (high === Infinity ? Infinity : newLength + 1) : changes.mapPos(high, -1),
    }))
    .filter(isSpan);
}

/** Units that are loaded. */
export function extent(loaded: Loaded): number {
  return loaded.reduce((sum, { low, high }) => sum + (high - low), 0);
}

function isSpan({ low, high }: Span): boolean {
  return high > low + 1;
}
