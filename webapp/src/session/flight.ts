import type { ChangeSet } from "@codemirror/state";
import type { Submit } from "./frames";
import { type Pending, type Step, steps, updateJson } from "./shared";
import type { EditEffect } from "./values";

/** A submit on its way. Frozen: these bytes and no others are sent until they are answered. */
export interface Flight {
  readonly bytes: string;
  /** Number of its last update. */
  readonly last: number;
  /** How many local changes each of its unconfirmed updates stands for. */
  readonly counts: number[];
}

/** What the server takes at most in one frame. */
export interface Limits {
  messageBytes: number;
  insertUnits: number;
}

const MOST_CHANGES = 200;
/** Around the updates of a frame, in bytes. */
const FRAME = 300;

/** Freezes what waits, or as much of it as fits; `gone` tells the annotations that were removed meanwhile. */
export function freeze(
  head: Omit<Submit, "type" | "updates">,
  waiting: readonly Pending[],
  gone: ReadonlySet<string>,
  limits: Limits,
): Flight {
  const absent = new Set(gone);
  const updates: Submit["updates"] = [];
  const counts: number[] = [];
  let room = limits.messageBytes - FRAME;
  let units = limits.insertUnits;
  for (const step of fitting(waiting, limits)) {
    const json = updateJson({ ...step, effects: timely(step.effects, absent) });
    room -= bytes(json);
    units -= inserted(step.changes).length;
    if (updates.length > 0 && (room < 0 || units < 0)) break;
    updates.push(json);
    counts.push(step.count);
  }
  const frame: Submit = { type: "submit", ...head, updates };
  return { bytes: JSON.stringify(frame), last: head.sequence + updates.length - 1, counts };
}

/** Why the server would not take this change even alone; null when it would. */
export function tooLarge(update: Pending, limits: Limits): string | null {
  const units = inserted(update.changes).length;
  if (units > limits.insertUnits) return `${units} units at once; the server takes ${limits.insertUnits}`;
  const size = bytes(updateJson(update)) + FRAME;
  return size > limits.messageBytes ? `${size} bytes at once; the server takes ${limits.messageBytes}` : null;
}

/** All text that a change inserts, piece by piece on lines of their own. */
export function inserted(changes: ChangeSet): string {
  const parts: string[] = [];
  changes.iterChanges((_fromA, _toA, _fromB, _toB, text) => {
    if (text.length > 0) parts.push(text.toString());
  });
  return parts.join("\n");
}

/** What is typed in a row goes as one update, unless that would be too large. */
function fitting(waiting: readonly Pending[], limits: Limits): Step[] {
  const first = waiting.slice(0, MOST_CHANGES);
  const together = steps(first);
  const fits = together.every((step) => tooLarge(step, limits) === null);
  return fits ? together : [{ ...first[0]!, count: 1 }];
}

/** Without what would be done to annotations that somebody has removed meanwhile. */
function timely(effects: readonly EditEffect[], absent: Set<string>): EditEffect[] {
  return effects.filter((effect) => {
    if (effect.is === "add-annotation") absent.delete(effect.id);
    const known = !effect.is.endsWith("-annotation") || !absent.has(effect.id);
    if (effect.is === "remove-annotation") absent.add(effect.id);
    return known;
  });
}

function bytes(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
