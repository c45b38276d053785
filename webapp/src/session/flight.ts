import type { ChangeSet } from "@codemirror/state";
import type { Submit } from "./frames";
import type { Word } from "./composing";
import { type Pending, steps, updateJson } from "./shared";
import type { EditEffect } from "./values";

/** A submit on its way. Frozen: these bytes and no others are sent until they are answered. */
export interface Flight {
  readonly bytes: string;
  /** Number of its last update. */
  readonly last: number;
}

/** What came of freezing. */
export interface Frozen {
  readonly flight: Flight;
  /** How many of the waiting changes went in. */
  readonly taken: number;
  /** What they became: one for each update of the frame. */
  readonly updates: readonly Pending[];
  /** Edits of annotations that somebody has removed meanwhile; they are not sent. */
  readonly untimely: readonly EditEffect[];
}

/** What the server takes at most in one frame. */
export interface Limits {
  messageBytes: number;
  insertUnits: number;
}

/**
 * What one frame may have until the server has said it. Browsers send a message as one WebSocket frame, and the
 * server closes a socket on which a longer one comes.
 */
export const FRAME_BYTES = 65_536;
export const MOST_CHANGES = 200;
/** Effects in one update. */
const MOST_EFFECTS = 500;
/** Brackets, keys and values in the updates of one frame. A place in the text makes four or more. */
const MOST_VALUES = 36_000;
/** Around the updates of a frame, in bytes. */
const AROUND = 300;

/** Freezes what waits, or as much of it as fits; `gone` tells the annotations that were removed meanwhile. */
export function freeze(
  head: Omit<Submit, "type" | "updates">,
  waiting: readonly Word[],
  gone: ReadonlySet<string>,
  limits: Limits,
): Frozen {
  const absent = new Set(gone);
  const updates: Pending[] = [];
  const jsons: Submit["updates"] = [];
  const untimely: EditEffect[] = [];
  let taken = 0;
  let room = limits.messageBytes - AROUND;
  let units = limits.insertUnits;
  let values = MOST_VALUES;
  for (const { from, update } of fitting(waiting, limits)) {
    const [effects, late] = timely(update.effects, absent);
    const sent = { ...update, effects };
    const json = updateJson(sent);
    room -= bytes(json);
    units -= inserted(update.changes).length;
    values -= valuesIn(json);
    if (updates.length > 0 && (room < 0 || units < 0 || values < 0)) break;
    updates.push(sent);
    jsons.push(json);
    untimely.push(...late);
    taken += from;
  }
  const frame: Submit = { type: "submit", ...head, updates: jsons };
  const flight = { bytes: JSON.stringify(frame), last: head.sequence + updates.length - 1 };
  return { flight, taken, updates, untimely };
}

/** Why the server would not take this change even alone; null when it would. */
export function tooLarge(update: Pick<Pending, "changes" | "effects">, limits: Limits): string | null {
  const units = inserted(update.changes).length;
  if (units > limits.insertUnits) return `${units} units at once; the server takes ${limits.insertUnits}`;
  const { effects } = update;
  if (effects.length > MOST_EFFECTS) return `${effects.length} effects at once, where ${MOST_EFFECTS} may be`;
  const json = updateJson(update);
  const size = bytes(json) + AROUND;
  if (size > limits.messageBytes) return `${size} bytes at once; the server takes ${limits.messageBytes}`;
  const values = valuesIn(json);
  return values > MOST_VALUES ? `${values} values at once, where ${MOST_VALUES} may be` : null;
}

/** All text that a change inserts, piece by piece on lines of their own. */
export function inserted(changes: ChangeSet): string {
  const parts: string[] = [];
  changes.iterChanges((_fromA, _toA, _fromB, _toB, text) => {
    if (text.length > 0) parts.push(text.toString());
  });
  return parts.join("\n");
}

/** What is typed in a row goes as one update, unless that would be too large; with how many it was made of. */
function fitting(waiting: readonly Word[], limits: Limits): Word[] {
  const first = waiting.slice(0, MOST_CHANGES);
  const runs: Word[] = [];
  for (let at = 0; at < first.length; ) {
    const end = first.findIndex(({ update }, index) => index >= at && update.effects.length > 0);
    const run = first.slice(at, end < 0 ? first.length : end + 1);
    const from = run.reduce((sum, word) => sum + word.from, 0);
    runs.push({ from, update: steps(run.map(({ update }) => update))[0]! });
    at += run.length;
  }
  const fits = runs.every(({ update }) => tooLarge(update, limits) === null);
  return fits ? runs : first.slice(0, 1);
}

/** The effects without those on annotations that are gone; apart, what would have changed such a one. */
function timely(effects: readonly EditEffect[], absent: Set<string>): [EditEffect[], EditEffect[]] {
  const late: EditEffect[] = [];
  const kept = effects.filter((effect) => {
    if (effect.is === "add-annotation") absent.delete(effect.id);
    const known = !effect.is.endsWith("-annotation") || !absent.has(effect.id);
    if (effect.is === "remove-annotation") absent.add(effect.id);
    else if (!known) late.push(effect);
    return known;
  });
  return [kept, late];
}

function valuesIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + valuesIn(part), 2);
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((sum, part) => sum + 1 + valuesIn(part), 2);
}

function bytes(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
