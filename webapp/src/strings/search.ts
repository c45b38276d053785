import type { Fold, Passed, Tag, TagState } from "../http/search";
import { count } from "./formats";

export const search = {
  link: "Search",
  title: "Search",
  titleOf: (project: string) => `Search: ${project}`,
  words: "Text",
  go: "Search",
  help: 'A space parts words that all have to be in a document; □ or ？ is any one character; "…" is taken as it stands.',
  same: "Count as the same",
  folds: {
    variants: "variants",
    simplified: "simplified and traditional forms",
  } satisfies Record<Fold, string>,
  passOver: "Pass over",
  passing: {
    marks: "marks",
    lines: "line ends and spaces",
    notes: "notes in brackets",
    selectors: "glyph selectors",
  } satisfies Record<Passed, string>,
  more: "Documents and annotations",
  document: "Document",
  allDocuments: "All",
  any: "Any",
  kind: "Category of annotation",
  entity: "Entity or its name",
  person: "Annotated by",
  state: "State",
  states: {
    anchored: "at its text",
    orphaned: "its text is gone",
    proposed: "proposed",
  } satisfies Record<TagState, string>,
  clear: "New search",
  found: "Found",
  counted: (total: number, documents: number, complete: boolean) =>
    total === 0 && complete
      ? "Nothing was found."
      : `${complete ? "" : "At least "}${count(total, "match", "matches")} in ${count(documents, "document")}.`,
  shown: (from: number, to: number) => `Shown: ${from}–${to}.`,
  behind: (documents: number) => `${count(documents, "document")} not searched as it is now: the index is being made.`,
  incomplete: "There was no time to look everywhere: say more of the text, or choose a document.",
  again: "Search again",
  earlier: "Earlier",
  later: "Later",
  stands: (found: string, asked: string, relation: string, sources: string) =>
    `${found} for ${asked} (${relation}: ${sources})`,
  project: "rules of this project",
  passed: {
    marks: "over marks",
    lines: "over line ends",
    notes: "over a note",
    selectors: "another glyph",
  } satisfies Record<Passed, string>,
  tag: ({ kind, label, state }: Tag, person: string) =>
    [kind, label, person, state === "anchored" ? "" : state].filter((word) => word !== "").join(", "),
  panel: {
    label: "Find in this text",
    find: "Find",
    replace: "Replace by",
    next: "Next",
    previous: "Previous",
    close: "Close",
    propose: "Propose here",
    proposeAll: "Propose everywhere",
    none: "none",
    of: (at: number, all: number, more: boolean) => `${at === 0 ? "" : `${at} of `}${all}${more ? "+" : ""}`,
    proposed: (places: number, rest: number) =>
      `${count(places, "change")} proposed.${rest > 0 ? ` ${count(rest, "place")} left: propose again.` : ""}`,
  },
};
