import { ChangeSet } from "@codemirror/state";
import { mapAnchor } from "../src/session/anchors";
import type { LogEntry } from "../src/session/confirmed";
import type { Submit } from "../src/session/frames";
import type { Effect } from "../src/session/values";

/** An update as it applies now. */
export interface Late {
  changes: ChangeSet;
  effects: Effect[];
}

/** Moves a submit over one change after the other; what the log has of it falls away. */
export function rebase(frame: Submit, since: readonly LogEntry[]): Late[] {
  let late: Late[] = frame.updates.map(({ changes, effects }) => ({ changes: ChangeSet.fromJSON(changes), effects }));
  for (const { client, changes } of since) {
    if (client === frame.client && late.length > 0) {
      late.shift();
      continue;
    }
    let others = changes;
    late = late.map((update) => {
      const moved = update.changes.map(others);
      others = others.map(update.changes, true);
      return { changes: moved, effects: update.effects.map((effect) => mapEffect(effect, others)) };
    });
  }
  return late;
}

function mapEffect(effect: Effect, changes: ChangeSet): Effect {
  if (!("start" in effect)) return effect;
  return { ...effect, ...mapAnchor({ orphaned: false, ...effect }, changes) } as Effect;
}
