import { Refusal } from "../session/asking";
import type { Ask } from "../session/frames";
import { type Action, type Outcome, reference, type Suggestion } from "../session/values";
import { words } from "../strings";
import type { Workspace } from "../workspace/workspace";

export interface Decision {
  outcome: Outcome;
  candidate?: number;
  correction?: Action;
}

/**
 * Decides on suggestions as they are shown, says what happened, and remembers it for undo. The revision of the
 * decision; null when nothing was decided.
 */
export async function decide(workspace: Workspace, shown: readonly Suggestion[], decision: Decision): Promise<number | null> {
  if (shown.length === 0) {
    workspace.say(words.review.nothingLeft);
    return null;
  }
  const ask: Ask = { type: "decide", suggestions: shown.map(reference), ...decision };
  try {
    const { decided = 0, skipped = [], revision } = await workspace.session.ask(ask);
    if (decided > 0) workspace.set({ decisions: [...workspace.now.decisions, revision] });
    const left = skipped.length === 0 ? "" : words.review.left(skipped.length, skipped[0]!.reason);
    workspace.say(words.review.outcome[decision.outcome](decided) + left);
    return decided > 0 ? revision : null;
  } catch (refusal) {
    workspace.complain((refusal as Error).message);
    return null;
  }
}

/** Takes a decision of this tab back, the last one when none is named. */
export async function undoDecision(workspace: Workspace, revision = workspace.now.decisions.at(-1)): Promise<void> {
  if (revision === undefined) return;
  workspace.set({ decisions: workspace.now.decisions.filter((one) => one !== revision) });
  if ((await revert(workspace, [revision])) > 0) workspace.say(words.review.undone);
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
