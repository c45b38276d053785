import type { Body, DateBody } from "../session/values";
import { words } from "../strings";
import { type Declared, declaredKinds } from "./declared";

/** Kinds offered for annotating, in the order of their keys Alt 1 … Alt 8. */
export const OFFERED = ["person", "place", "office", "date", "work", "variant", "note", "gap"] as const;

export type Offered = (typeof OFFERED)[number];

/** Kinds that an authority file may have an entry for. */
const LOOKED_UP = new Set<string>(["person", "place", "office", "work", "polity", "organization", "era"]);

/** Kinds of the house in the order of the legend. */
export const KINDS = Object.keys(words.annotate.kinds);

/** All kinds in that order, those that plugins bring at the end. */
export function allKinds(declared: Declared): string[] {
  return [...KINDS, ...declared.keys()];
}

/** A short word for what a body says: what marks are coloured and filtered by. */
export function kindOf(body: Body): string {
  switch (body.is) {
    case "tag":
      return body.name;
    case "identification":
      return body.type;
    case "regularization":
      return "variant";
    default:
      return body.is;
  }
}

export function kindName(kind: string): string {
  return words.annotate.kinds[kind] ?? declaredKinds().get(kind)?.label ?? kind;
}

/** The classes that give something the colour of a kind. */
export function kindClass(kind: string): string {
  const hue = declaredKinds().get(kind)?.hue;
  return hue === undefined ? `kind-${kind}` : `kind-${kind} hue-${hue}`;
}

export function isLookedUp(kind: string): boolean {
  return LOOKED_UP.has(kind);
}

/** What the body adds to its kind, in a few words; empty when the kind says all. */
export function detail(body: Body): string {
  switch (body.is) {
    case "tag":
      return "";
    case "identification":
      return body.label;
    case "regularization":
      return body.form;
    case "glyph":
      return body.form === "" ? body.description : `${body.description} = ${body.form}`;
    case "date":
      return `${body.norm}: ${days(body)}${body.reference ? `, ${words.annotate.outside}` : ""}`;
    case "gap":
      return body.quantity === 0 ? body.reason : `${body.reason}, ${body.quantity}`;
    case "note":
      return body.text;
  }
}

/** The days of a date, or why it has none. */
export function days({ start, end, fault }: DateBody): string {
  if (start === "") return fault;
  return start === end ? start : `${start} – ${end}`;
}
