import type { PlaceKind } from "../http/occurrences";
import { count } from "./formats";

export const occurrences = {
  title: "All occurrences",
  link: "All occurrences…",
  linkOf: (surface: string, label: string) => `All ${surface} = ${label}…`,
  what: (surface: string, kind: string) => `Wherever ${surface} stands it can be said to be the same ${kind.toLowerCase()}. What differs is shown below, and is chosen by hand.`,
  where: "In",
  loading: "Looking…",
  nothing: "It stands nowhere else.",
  nothingAsked: "Nothing is named. Choose an annotation in a text, and there “All occurrences…”.",
  incomplete: "There are more places than can be annotated at once; these are the first.",
  kinds: {
    free: "Nothing is said there yet",
    entity: "Another entity is meant there",
    type: "It is something of another kind there",
    inside: "It is part of another name or word there",
    same: "The same is said there already",
  } satisfies Record<PlaceKind, string>,
  group: (words: string, n: number) => `${words}: ${count(n, "place")}`,
  all: (n: number) => `Choose all ${n}`,
  place: (before: string, surface: string, after: string) => `…${before}${surface}${after}…`,
  more: (n: number) => `and ${count(n, "more place")}, chosen or not with all of them`,
  doIt: (n: number) => `Annotate ${count(n, "place")}`,
  instead: (other: string) => `there: ${other}`,
};
