import { useMemo } from "react";
import { useDark } from "../progress/palette";

export const TYPES = ["person", "place", "office", "polity", "people", "organization", "work", "era"] as const;
export type EntityType = (typeof TYPES)[number];

/** The colours of a picture, as the page has them now. */
export interface Colours {
  ink: string;
  soft: string;
  line: string;
  paper: string;
  sunk: string;
  raised: string;
  accent: string;
  time: string;
  type(name: string): string;
}

const OF_TYPE: Record<EntityType, string> = {
  person: "--person",
  place: "--place",
  office: "--office",
  polity: "--variant",
  people: "--doubt",
  organization: "--note",
  work: "--work",
  era: "--time",
};

export function useColours(): Colours {
  const dark = useDark();
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    const of = (name: string) => style.getPropertyValue(name).trim();
    return {
      ink: of("--ink"),
      soft: of("--soft"),
      line: of("--line"),
      paper: of("--paper"),
      sunk: of("--sunk"),
      raised: of("--raised"),
      accent: of("--accent"),
      time: of("--time"),
      type: (name) => of(OF_TYPE[name as EntityType] ?? "--soft"),
    };
  }, [dark]);
}
