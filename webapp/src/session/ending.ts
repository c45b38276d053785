import { ChangeSet, type EditorState } from "@codemirror/state";
import { meant } from "./ink";
import type { Piece } from "./kept";
import { piecesOf } from "./pieces";
import { documentText, inkOf } from "./shared";
import type { EditEffect, Effect } from "./values";

/** The proposals that effects decide or take back, or that another tab goes on with. */
export function endedBy(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => {
    if (effect.is === "decide") return effect.outcome === "skipped" ? [] : [effect.suggestion.id];
    return effect.is === "withdraw-proposal" || effect.is === "revise-proposal" ? [effect.id] : [];
  });
}

/** What stands in proposals that end and was never said: it would be lost without a word. */
export function unsaid(state: EditorState, ended: ReadonlySet<string>): Piece[] {
  const ink = inkOf(state);
  const text = documentText(state);
  return ink.runs
    .filter(({ id, said }) => !said && ended.has(id))
    .flatMap((run) => {
      const { start, end, text: insert } = meant(ink, run, state.doc);
      const changes = ChangeSet.of({ from: start, to: end, insert }, text.length, "\n");
      return piecesOf({ changes, effects: [] }, text);
    });
}

/**
 * Which effects of an own update are not in its entry of the log: the proposals that they revise had been decided
 * when they came.
 */
export function passedOver(sent: readonly EditEffect[], taken: readonly Effect[]): EditEffect[] {
  const ids = new Set(taken.flatMap((effect) => (effect.is === "revise-proposal" ? [effect.id] : [])));
  return sent.filter((effect) => effect.is === "revise-proposal" && !ids.has(effect.id));
}
