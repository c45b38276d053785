import type { Chosen, Found, Occurrence, PlaceKind, Within } from "../http/occurrences";

/** One place and the document in which it is. */
export interface Listed {
  within: Within;
  place: Occurrence;
  key: string;
}

/** All places of a kind, one document after the other. */
export function ofKind(found: Found, kind: PlaceKind): Listed[] {
  return found.documents.flatMap((within) =>
    within.places.filter((place) => place.kind === kind).map((place) => ({ within, place, key: keyOf(within, place) })),
  );
}

function keyOf({ document }: Within, { start }: Occurrence): string {
  return `${document} ${start}`;
}

/** Those that are alike; what differs is chosen by hand, or not at all. */
export function alike(found: Found): ReadonlySet<string> {
  return new Set(ofKind(found, "free").map(({ key }) => key));
}

/** The same with one place, or without it. */
export function toggled(chosen: ReadonlySet<string>, keys: readonly string[], on: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const key of keys) {
    if (on) next.add(key);
    else next.delete(key);
  }
  return next;
}

/** The places that are chosen, as the server is told. */
export function places(found: Found, chosen: ReadonlySet<string>): Chosen[] {
  return found.documents
    .map((within) => ({
      document: within.document,
      revision: within.revision,
      starts: within.places.filter((place) => chosen.has(keyOf(within, place))).map(({ start }) => start),
    }))
    .filter(({ starts }) => starts.length > 0);
}

/** What is looked for, as it stands in an address. */
export interface Asked {
  surface: string;
  entity: string;
  label: string;
  type: string;
  /** The only document; empty when all are meant. */
  document: string;
}

export function readAsked(query: string): Asked {
  const asked = new URLSearchParams(query);
  const word = (name: string) => asked.get(name) ?? "";
  return { surface: word("surface"), entity: word("entity"), label: word("label"), type: word("type"), document: word("document") };
}
