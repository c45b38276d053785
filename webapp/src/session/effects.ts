import type { ChangeDesc } from "@codemirror/state";
import type { EditEffect } from "./values";

/** Moves what an effect speaks of over a later change. */
export function mapEffect(effect: EditEffect, changes: ChangeDesc): EditEffect {
  if (!("start" in effect)) return effect;
  const start = changes.mapPos(effect.start, 1);
  const end = changes.mapPos(effect.end, -1);
  if (effect.start === effect.end || end < start) {
    const place = changes.mapPos(effect.start, -1);
    return { ...effect, start: place, end: place };
  }
  return { ...effect, start, end };
}
