import { ChangeSet } from "@codemirror/state";
import type { Anchored } from "../src/session/anchored";
import { touches } from "../src/session/anchors";
import type { Confirmed } from "../src/session/confirmed";
import type { Account, Submit } from "../src/session/frames";
import type { Effect, Role, Suggestion } from "../src/session/values";
import { No } from "./no";
import type { Late } from "./rebase";

/** What it takes at once. */
export const LIMITS = { "frame-bytes": 65_536, "message-bytes": 262_144, "insert-units": 131_072 };
const MOST_EFFECTS = 1_000;

/** A submit may stand on a revision so far back, and a tab may follow from there. */
export const FOLLOWED = 10_000;

/** Refuses a submit that this role may not make, that is too large, or that stands on no revision of the last ones. */
export function admit({ updates, base }: Submit, role: Role, revision: number): void {
  if (role === "viewer") throw new No("not-permitted", "viewers only read");
  if (role === "annotator" && !updates.every(proposes)) {
    throw new No("not-permitted", "annotators only propose");
  }
  for (const update of updates) small(update);
  if (base > revision) throw new No("base-ahead", `base revision ${base} is ahead of ${revision}`);
  const behind = revision - base;
  if (behind > FOLLOWED) throw new No("base-behind", `base revision ${base} is ${behind} behind`);
}

/** Refuses before anything is written: a submit is taken whole or not at all. */
export function check(updates: readonly Late[], state: Confirmed, account: Account): void {
  const known = new Set([...state.annotations].map(({ id }) => id));
  for (const effect of updates.flatMap((update) => update.effects)) {
    if (effect.is === "add-annotation") known.add(effect.id);
    else if (effect.is === "remove-annotation" && !known.delete(effect.id)) {
      throw new No("unknown-annotation", `there is no annotation ${effect.id}`);
    } else if (effect.is === "edit-annotation" && !known.has(effect.id)) {
      throw new No("unknown-annotation", `there is no annotation ${effect.id}`);
    }
  }
  const forbidden = updates.some((u) => u.changes.toJSON().flat().includes("🚫"));
  if (forbidden) throw new No("not-permitted", `${account.name} may not write 🚫`);
}

/** A proposal that is not there any more is neither revised nor withdrawn. */
export function isDecided(effect: Effect, { effects }: Late, { suggestions }: Confirmed): boolean {
  if (effect.is !== "revise-proposal" && effect.is !== "withdraw-proposal") return false;
  const { id } = effect;
  return !suggestions.has(id) && !effects.some((other) => other.is === "propose" && other.id === id);
}

/** The suggestions of plugins that a change of their text ends. */
export function lostTo(changes: ChangeSet, suggestions: Anchored<Suggestion>): string[] {
  return [...suggestions]
    .filter(({ maker }) => "plugin" in maker)
    .filter(({ start, end }) => (end > start ? inside(changes, start, end) : touches(changes, start, end)))
    .map(({ id }) => id);
}

function inside(changes: ChangeSet, start: number, end: number): boolean {
  let touched = false;
  changes.iterChangedRanges((from, to) => {
    if (from < end && to > start) touched = true;
    if (from === to && from > start && from < end) touched = true;
  });
  return touched;
}

/** Whether an update changes nothing itself. */
function proposes({ changes, effects }: Submit["updates"][number]): boolean {
  const isProposal = (is: string) => is === "propose" || is === "withdraw-proposal";
  return changes.every((part) => typeof part === "number") && effects.every(({ is }) => isProposal(is));
}

/** Refuses what the server would not take in one update. */
function small({ changes, effects }: Submit["updates"][number]): void {
  let units = 0;
  ChangeSet.fromJSON(changes).iterChanges((_fromA, _toA, _fromB, _toB, inserted) => void (units += inserted.length));
  if (units > LIMITS["insert-units"]) throw new No("too-large", `an insert of ${units} units`);
  if (effects.length > MOST_EFFECTS) throw new No("too-large", `${effects.length} effects in one update`);
}
