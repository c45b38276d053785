import { ChangeSet } from "@codemirror/state";
import { type Limits, tooLarge } from "./flight";
import type { Pending } from "./shared";

interface Replacement {
  from: number;
  to: number;
  insert: string;
}

/**
 * An update as several that the server takes, made one after the other, which together are the same: its
 * text from the beginning to the end, then its effects. The last one counts as the edit that it was. Null
 * when the server would not even take a single effect of it.
 */
export function cut(update: Pending, limits: Limits): Pending[] | null {
  if (tooLarge(update, limits) === null) return [update];
  const halves = halved(update);
  if (halves === null) return null;
  const parts = halves.map((half) => cut(half, limits));
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

function halved({ changes, effects, count }: Pending): [Pending, Pending] | null {
  const after = ChangeSet.empty(changes.newLength);
  if (effects.length > 0 && !changes.empty) {
    return [
      { changes, effects: [], count: 0 },
      { changes: after, effects, count },
    ];
  }
  if (effects.length > 0) {
    const middle = effects.length >> 1;
    if (middle === 0) return null;
    return [
      { changes, effects: effects.slice(0, middle), count: 0 },
      { changes, effects: effects.slice(middle), count },
    ];
  }
  const halves = halvedText(changes);
  return halves && [
    { changes: halves[0], effects, count: 0 },
    { changes: halves[1], effects, count },
  ];
}

/** The replacements up to about half of what is inserted, and the others made on what comes of them. */
function halvedText(changes: ChangeSet): [ChangeSet, ChangeSet] | null {
  const all = replacements(changes);
  const half = all.reduce((sum, one) => sum + weight(one), 0) / 2;
  const first: Replacement[] = [];
  const second: Replacement[] = [];
  let seen = 0;
  let growth = 0;
  for (const one of all) {
    const { from, to, insert } = one;
    const room = half - seen;
    const at = room > 0 ? boundary(insert, Math.min(insert.length, Math.floor(room))) : 0;
    const whole = room > 0 && at === insert.length;
    seen += weight(one);
    if (whole || at > 0) {
      first.push({ from, to, insert: insert.slice(0, at) });
      growth += at - (to - from);
    }
    if (!whole) second.push({ from: (at > 0 ? to : from) + growth, to: to + growth, insert: insert.slice(at) });
  }
  if (first.length === 0 || second.length === 0) return null;
  const before = ChangeSet.of(first, changes.length);
  return [before, ChangeSet.of(second, before.newLength)];
}

function replacements(changes: ChangeSet): Replacement[] {
  const all: Replacement[] = [];
  changes.iterChanges((from, to, _fromB, _toB, inserted) => void all.push({ from, to, insert: inserted.toString() }));
  return all;
}

function weight({ insert }: Replacement): number {
  return insert.length + 1;
}

/** The last place, not behind this one, where no character is parted, nor a character from its variation selector. */
function boundary(text: string, place: number): number {
  let at = place;
  while (at > 0 && /^(?:[\udc00-\udfff\ufe00-\ufe0f]|\udb40[\udd00-\uddef])/.test(text.slice(at, at + 2))) at--;
  return at;
}
