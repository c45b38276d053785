import { Refusal } from "../session/asking";
import type { Ask } from "../session/frames";
import { type Action, type Outcome, reference, type Suggestion } from "../session/values";
import { words } from "../strings";
import type { Workspace } from "../workspace/workspace";

/** Ids in one frame: the longest ones fit. */
const MOST_AT_ONCE = 900;

export interface Decision {
  outcome: Outcome;
  candidate?: number;
  correction?: Action;
}

/** Decides on suggestions as they are shown, says what happened, and remembers it for undo. */
export async function decide(workspace: Workspace, shown: readonly Suggestion[], decision: Decision): Promise<void> {
  const revisions: number[] = [];
  const reasons: string[] = [];
  let decided = 0;
  try {
    for (let first = 0; first < shown.length; first += MOST_AT_ONCE) {
      const suggestions = shown.slice(first, first + MOST_AT_ONCE).map(reference);
      const ask: Ask = { type: "decide", suggestions, ...decision };
      const done = await workspace.session.ask(ask);
      decided += done.decided ?? 0;
      reasons.push(...(done.skipped ?? []).map(({ reason }) => reason));
      if ((done.decided ?? 0) > 0) revisions.push(done.revision);
    }
  } catch (refusal) {
    workspace.complain((refusal as Error).message);
  }
  if (revisions.length > 0) {
    workspace.set({ decisions: [...workspace.now.decisions, revisions] });
  }
  const left = reasons.length === 0 ? "" : words.review.left(reasons.length, reasons[0]!);
  if (decided > 0 || left !== "") workspace.say(words.review.outcome[decision.outcome](decided) + left);
}

/** Takes the last decision of this tab back. */
export async function undoLast(workspace: Workspace): Promise<void> {
  const { decisions } = workspace.now;
  const revisions = decisions.at(-1);
  if (revisions === undefined) return;
  workspace.set({ decisions: decisions.slice(0, -1) });
  if ((await revert(workspace, revisions)) > 0) workspace.say(words.review.undone);
}

/**
 * Reverts revisions, the latest first, but those of which nothing is left to revert. How many it
 * were; when none was, or one is refused, that is said.
 */
export async function revert(workspace: Workspace, revisions: readonly number[]): Promise<number> {
  let reverted = 0;
  let nothing = "";
  try {
    for (const revision of [...revisions].sort((a, b) => b - a)) {
      try {
        await workspace.session.ask({ type: "revert", revision });
        reverted++;
      } catch (refusal) {
        if (!(refusal instanceof Refusal) || refusal.code !== "nothing-to-do") throw refusal;
        nothing = refusal.message;
      }
    }
    if (reverted === 0) workspace.complain(nothing);
  } catch (refusal) {
    workspace.complain((refusal as Error).message);
  }
  return reverted;
}

/** The account's own proposals are for somebody else to accept. */
export function isOwn(suggestion: Suggestion, account: string): boolean {
  return "account" in suggestion.maker && suggestion.maker.account === account;
}
