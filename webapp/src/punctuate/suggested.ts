import type { Text } from "@codemirror/state";
import { isMark, isPause } from "../markings/marks";
import { confidenceOf } from "../review/filter";
import type { Decision } from "../review/deciding";
import type { Anchored } from "../session/anchored";
import type { Suggestion } from "../session/values";
import { gapAt, type Mark, sideOf } from "./gaps";

/** Whether a suggestion is about marks: it puts, replaces or takes out nothing else but marks and spaces. */
export function isOfMarks({ candidates, surface, orphaned }: Suggestion): boolean {
  const action = candidates[0]?.action;
  if (orphaned || action?.is !== "replace") return false;
  return [...surface, ...action.text].every((unit) => isMark(unit) || unit === " " || unit === "　") && action.text !== surface;
}

/** Whether somebody has to look at it: a person proposed it, or a plugin that is not sure enough. */
export function isUnsure(suggestion: Suggestion, bound: number): boolean {
  return "account" in suggestion.maker || confidenceOf(suggestion) < bound;
}

/** What is suggested in the gap of a place, the nearest first; null when nothing is. */
export function suggestedAt(
  suggestions: Anchored<Suggestion>,
  text: Text,
  at: number,
  passes: (suggestion: Suggestion) => boolean,
): Suggestion | null {
  const { from, to } = gapAt(text, at);
  const away = ({ start, end }: Suggestion) => Math.max(start - at, at - end, 0);
  const there = suggestions.in(from, to).filter((one) => isOfMarks(one) && passes(one));
  return there.sort((a, b) => away(a) - away(b))[0] ?? null;
}

/** The places one character away, on the same line: behind, then before. */
export function beside(text: Text, at: number): number[] {
  const line = text.lineAt(at);
  const behind = [...line.text.slice(at - line.from, at - line.from + 2)][0]?.length ?? 0;
  const before = [...line.text.slice(Math.max(0, at - line.from - 2), at - line.from)].at(-1)?.length ?? 0;
  return [...(behind > 0 ? [at + behind] : []), ...(before > 0 ? [at - before] : [])];
}

/** The verdict that a key for a mark gives: a candidate is taken, another mark corrects. */
export function verdict(suggestion: Suggestion, text: Text, mark: Mark): Decision {
  const written = wanted(suggestion, text, mark);
  const candidate = suggestion.candidates.findIndex(({ action }) => action.is === "replace" && action.text === written);
  if (candidate >= 0) return { outcome: "accepted", candidate };
  return { outcome: "corrected", correction: { is: "replace", text: written } };
}

/** A quotation mark or a title's stands beside a suggested pause, never in place of it. */
function wanted({ candidates, start }: Suggestion, text: Text, mark: Mark): string {
  const sign = sideOf(text, start, mark);
  const action = candidates[0]!.action;
  const best = action.is === "replace" ? action.text : "";
  if ("pause" in mark || !isPause(best)) return sign;
  return sign === "》" || sign === "〉" ? sign + best : best + sign;
}

/** A decision on a suggestion as one on another for the same place; null when that does not offer the same. */
export function sameOn(suggestion: Suggestion, shown: Suggestion, decision: Decision): Decision | null {
  if (suggestion.surface !== shown.surface) return null;
  const texts = (of: Suggestion) => of.candidates.map(({ action }) => (action.is === "replace" ? action.text : null));
  if (decision.outcome === "corrected") return decision;
  const candidate = texts(suggestion).indexOf(texts(shown)[decision.candidate ?? 0] ?? null);
  if (decision.outcome === "accepted") return candidate < 0 ? null : { ...decision, candidate };
  return candidate === 0 ? decision : null;
}
