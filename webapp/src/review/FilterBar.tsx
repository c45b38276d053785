import { memo, useMemo } from "react";
import { Choice } from "../app/Field";
import type { People, Suggestion } from "../session/values";
import { words } from "../strings";
import { type Filter, labelOf, makerOf, values } from "./filter";

interface Props {
  filter: Filter;
  onChange(filter: Filter): void;
  suggestions: readonly Suggestion[];
  people: People;
}

const CONFIDENCES = ["0", "0.5", "0.6", "0.7", "0.8", "0.9", "0.95"] as const;

/** What the review list is to show. */
export const FilterBar = memo(function FilterBar({ filter, onChange, suggestions, people }: Props) {
  const { review } = words;
  const set = (part: Partial<Filter>) => onChange({ ...filter, ...part });
  const found = useMemo(
    () => ({
      makers: values(suggestions, makerOf),
      categories: values(suggestions, (s) => s.category),
      labels: values(suggestions, labelOf),
    }),
    [suggestions],
  );
  const makers = found.makers.map((maker) => [maker, makerLabel(maker, people)] as const);
  const categories = found.categories.map((c) => [c, c] as const);
  const labels = found.labels.slice(0, 200).map((label) => [label, label] as const);
  return (
    <fieldset className="filter">
      <legend className="unseen">{review.filter}</legend>
      <Choice
        label={review.plugin}
        value={filter.maker}
        onChange={(maker) => set({ maker, category: "", label: "" })}
        options={keeping([["", review.anyone], ...makers], filter.maker)}
      />
      <Choice
        label={review.category}
        value={filter.category}
        onChange={(category) => set({ category })}
        options={keeping([["", review.anything], ...categories], filter.category)}
      />
      <Choice
        label={review.mark}
        value={filter.label}
        onChange={(label) => set({ label })}
        options={keeping([["", review.anything], ...labels], filter.label)}
      />
      <Choice
        label={review.confidence}
        value={String(filter.confidence)}
        onChange={(confidence) => set({ confidence: Number(confidence) })}
        options={CONFIDENCES.map((value) => [value, review.certain(Number(value))] as const)}
      />
      <Choice
        label={review.state}
        value={filter.state}
        onChange={(state) => set({ state })}
        options={[
          ["", review.anything],
          ["open", review.states.open],
          ["conflict", review.states.conflict],
          ["own", review.states.own],
        ]}
      />
      <Choice
        label={review.where}
        value={filter.where}
        onChange={(where) => set({ where })}
        options={[
          ["everywhere", review.everywhere],
          ["passage", review.inPassage],
          ["selection", review.inSelection],
        ]}
      />
      <Choice
        label={review.sort}
        value={filter.sort}
        onChange={(sort) => set({ sort })}
        options={[
          ["place", review.byPlace],
          ["certain", review.byConfidence],
          ["doubtful", review.byDoubt],
        ]}
      />
    </fieldset>
  );
});

/** A chosen value stays in the list also when nothing has it any more. */
function keeping(options: (readonly [string, string])[], chosen: string): (readonly [string, string])[] {
  return options.some(([value]) => value === chosen) ? options : [...options, [chosen, chosen]];
}

function makerLabel(maker: string, people: People): string {
  const account = maker.startsWith("account:") ? maker.slice("account:".length) : null;
  return account === null ? maker : (people[account]?.name ?? words.history.someone);
}
