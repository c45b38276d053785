import { collab, receiveUpdates, sendableUpdates } from "@codemirror/collab";
import {
  type ChangeDesc,
  type ChangeSet,
  type EditorState,
  type Extension,
  StateEffect,
  type Transaction,
} from "@codemirror/state";
import type { UpdateJson } from "./frames";
import type { EditEffect } from "./values";

/** An annotation or proposal made in this tab; it travels with the text edits around it. */
export const edited = StateEffect.define<EditEffect>({ map: mapEffect });

/** Makes an editor state shareable: its local changes and effects are kept until confirmed. */
export function shared(client: string): Extension {
  return collab({
    clientID: client,
    startVersion: 0,
    sharedEffects: (transaction) => transaction.effects.filter((effect) => effect.is(edited)),
  });
}

/** A local change that the log does not have yet. */
export interface Pending {
  readonly changes: ChangeSet;
  readonly effects: readonly EditEffect[];
  /** Written through an input method: the first letters of a word, or what became of them. */
  readonly composed?: "first" | "further" | null;
}

export function pending(state: EditorState): readonly Pending[] {
  return sendableUpdates(state).map((update) => ({
    changes: update.changes,
    effects: (update.effects ?? []).filter((effect) => effect.is(edited)).map((e) => e.value),
    composed: composed(update.origin),
  }));
}

function composed(origin: Transaction): Pending["composed"] {
  if (origin.isUserEvent("input.type.compose.start")) return "first";
  return origin.isUserEvent("input.type.compose") ? "further" : null;
}

/** Pending changes taken together, and how many they are. */
export interface Step extends Pending {
  readonly count: number;
}

/** A pending change, or several that count as one. */
export type Counted = Pending & Partial<Step>;

/**
 * Runs of pending changes as one change each. A change with effects ends its run, for its effects
 * count in the text after it and may not be moved over what came later; one that does nothing is no
 * run of its own.
 */
export function steps(pending: readonly Counted[]): Step[] {
  const result: Step[] = [];
  for (const { changes, effects, count: own = 1 } of pending) {
    const last = result.at(-1);
    const count = (last?.count ?? 0) + own;
    if (last !== undefined && last.effects.length === 0) {
      result[result.length - 1] = { changes: last.changes.compose(changes), effects, count };
    } else if (last !== undefined && changes.empty && effects.length === 0) {
      result[result.length - 1] = { ...last, count };
    } else {
      result.push({ changes, effects, count: own });
    }
  }
  return result;
}

export function pendingCount(state: EditorState): number {
  return sendableUpdates(state).length;
}

export function updateJson(update: Pending): UpdateJson {
  return { changes: update.changes.toJSON(), effects: [...update.effects] };
}

/** Merges what others did, in order; local changes move over it. */
export function receive(state: EditorState, changes: readonly ChangeSet[]): Transaction {
  return receiveUpdates(
    state,
    changes.map((change) => ({ changes: change, clientID: "" })),
  );
}

/**
 * Takes the first local changes off the list of unconfirmed ones; what stands in the editor now, they
 * included, is then corrected by a change that counts as somebody else's.
 */
export function settle(
  state: EditorState,
  client: string,
  count: number,
  correction: ChangeSet | null,
): Transaction {
  const own = sendableUpdates(state)
    .slice(0, count)
    .map((update) => ({ changes: update.changes, clientID: client }));
  const others = correction === null ? [] : [{ changes: correction, clientID: "" }];
  return receiveUpdates(state, [...own, ...others]);
}

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
