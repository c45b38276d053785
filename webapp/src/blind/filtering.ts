import { detail, kindName, kindOf } from "../annotate/kinds";
import type { Difference, Reading } from "../http/blind";
import { isOpen } from "./deciding";

/** Which differences are shown: by who has something there, what stands there, and whether it is decided. */
export interface Filter {
  /** The index of a worker: what nobody else has. */
  which: "differing" | "several" | "agreed" | number;
  /** In one of the readings; empty for anything. */
  having: string;
  onlyOpen: boolean;
}

export const EVERYTHING: Filter = { which: "differing", having: "", onlyOpen: false };

/** Those that a filter leaves, in their order. */
export function shown(differences: readonly Difference[], filter: Filter): Difference[] {
  const having = filter.having.trim();
  return differences.filter(
    (one) => isOf(one, filter.which) && (!filter.onlyOpen || isOpen(one)) && (having === "" || one.readings.some((r) => has(r, having))),
  );
}

/** How many there are of a kind. */
export function countOf(differences: readonly Difference[], which: Filter["which"]): number {
  return differences.filter((one) => isOf(one, which)).length;
}

function isOf(one: Difference, which: Filter["which"]): boolean {
  if (which === "agreed") return one.agreed;
  // What could not be put into the text has to be looked at, whoever read it how.
  if (which === "differing") return !one.agreed || one.left !== undefined;
  if (one.agreed) return false;
  const changed = one.readings.map((reading) => reading.names.length > 0 || reading.text !== one.base);
  const several = changed.filter((did) => did).length > 1;
  return which === "several" ? several : !several && (changed[which] ?? false);
}

function has({ text, names }: Reading, wanted: string): boolean {
  return text.includes(wanted) || names.some(({ body }) => `${kindName(kindOf(body))} ${detail(body)}`.includes(wanted));
}
