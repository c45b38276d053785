import type { Text } from "@codemirror/state";
import type { Suggestion } from "../session/values";
import { conflicts } from "./conflict";

/** `conflict`: its text has changed, so that it cannot be accepted; `own`: for somebody else to decide on. */
export type State = "open" | "conflict" | "own";

/** What the review list shows, and in which order. Empty words mean: any. */
export interface Filter {
  readonly maker: string;
  readonly category: string;
  readonly label: string;
  readonly confidence: number;
  readonly state: "" | State;
  readonly where: "everywhere" | "passage" | "selection";
  readonly sort: "place" | "certain" | "doubtful";
}

export const EVERYTHING: Filter = {
  maker: "",
  category: "",
  label: "",
  confidence: 0,
  state: "",
  where: "everywhere",
  sort: "place",
};

export interface Range {
  from: number;
  to: number;
}

/** The plugin's id, or the account of the person who proposed. */
export function makerOf({ maker }: Suggestion): string {
  return "plugin" in maker ? maker.plugin : `account:${maker.account}`;
}

export function labelOf(suggestion: Suggestion): string {
  return suggestion.candidates[0]?.label ?? "";
}

export function confidenceOf(suggestion: Suggestion): number {
  return suggestion.candidates[0]?.confidence ?? 0;
}

/** How a suggestion stands for somebody who looks at this text. */
export function stateOf(suggestion: Suggestion, account: string, text: Text): State {
  if ("account" in suggestion.maker && suggestion.maker.account === account) return "own";
  return conflicts(suggestion, text) ? "conflict" : "open";
}

/** The suggestions that pass the filter, in its order; `ranges` tells where passage and selection are. */
export function filtered(
  suggestions: readonly Suggestion[],
  filter: Filter,
  ranges: { passage: Range; selection: Range },
  state: (suggestion: Suggestion) => State,
): Suggestion[] {
  const shown = suggestions.filter(
    (one) => passes(one, filter, ranges) && (filter.state === "" || state(one) === filter.state),
  );
  if (filter.sort === "place") return shown;
  const sign = filter.sort === "certain" ? -1 : 1;
  return shown.sort((a, b) => sign * (confidenceOf(a) - confidenceOf(b)) || a.start - b.start);
}

function passes(
  suggestion: Suggestion,
  filter: Filter,
  ranges: { passage: Range; selection: Range },
): boolean {
  if (suggestion.orphaned && "plugin" in suggestion.maker) return false;
  if (filter.maker !== "" && makerOf(suggestion) !== filter.maker) return false;
  if (filter.category !== "" && suggestion.category !== filter.category) return false;
  if (filter.label !== "" && labelOf(suggestion) !== filter.label) return false;
  if (confidenceOf(suggestion) < filter.confidence) return false;
  if (filter.where === "everywhere") return true;
  const { from, to } = ranges[filter.where];
  return suggestion.start >= from && suggestion.end <= to;
}

/** The different values of a property, the most frequent first. */
export function values(suggestions: readonly Suggestion[], property: (s: Suggestion) => string): string[] {
  const counts = new Map<string, number>();
  for (const suggestion of suggestions) {
    const value = property(suggestion);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
}
