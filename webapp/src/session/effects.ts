import type { ChangeDesc } from "@codemirror/state";
import type { EditEffect } from "./values";

/**
 * Moves what an effect speaks of over a later change. The editor's undo history keeps effects that count in
 * the text as it will be after the undoing, and maps them over changes of the text as it is: what lies
 * behind its end stays behind it.
 */
export function mapEffect<E extends EditEffect>(effect: E, changes: ChangeDesc): E {
  if (!("start" in effect)) return effect;
  const start = moved(effect.start, changes, 1);
  const end = moved(effect.end, changes, -1);
  if (effect.start === effect.end || end < start) {
    const place = moved(effect.start, changes, -1);
    return { ...effect, start: place, end: place };
  }
  return { ...effect, start, end };
}

function moved(position: number, changes: ChangeDesc, side: -1 | 1): number {
  const beyond = position - changes.length;
  return beyond > 0 ? changes.newLength + beyond : changes.mapPos(position, side);
}
