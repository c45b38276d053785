import type { Suggestion } from "../session/values";

/** What the review list shows, and in which order. Empty words mean: any. */
export interface Filter {
  readonly maker: string;
  readonly category: string;
  readonly label: string;
  readonly confidence: number;
  readonly where: "everywhere" | "passage" | "selection";
  readonly sort: "place" | "certain" | "doubtful";
}

export const EVERYTHING: Filter = {
  maker: "",
  category: "",
  label: "",
  confidence: 0,
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

/** The suggestions that pass the filter, in its order; `ranges` tells where passage and selection are. */
export function filtered(
  suggestions: readonly Suggestion[],
  filter: Filter,
  ranges: { passage: Range; selection: Range },
): Suggestion[] {
  const shown = suggestions.filter((suggestion) => passes(suggestion, filter, ranges));
  if (filter.sort === "place") return shown;
  const sign = filter.sort === "certain" ? -1 : 1;
  return shown.sort((a, b) => sign * (confidenceOf(a) - confidenceOf(b)) || a.start - b.start);
}

function passes(
  suggestion: Suggestion,
  filter: Filter,
  ranges: { passage: Range; selection: Range },
): boolean {
  if (suggestion.orphaned) return false;
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
