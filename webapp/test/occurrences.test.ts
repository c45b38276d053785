import { expect, it } from "vitest";
import { parse, to } from "../src/app/route";
import type { Found, Occurrence, PlaceKind } from "../src/http/occurrences";
import { alike, ofKind, places, readAsked, toggled } from "../src/occurrences/choosing";

const place = (start: number, kind: PlaceKind): Occurrence => ({ start, kind, other: "", before: "", after: "" });

const found: Found = {
  complete: true,
  documents: [
    { document: "a", title: "甲", revision: 7, places: [place(1, "free"), place(5, "inside"), place(9, "free")] },
    { document: "b", title: "乙", revision: 2, places: [place(1, "entity"), place(3, "same")] },
  ],
};

it("chooses what is alike, and what differs only by hand", () => {
  const chosen = alike(found);
  expect(places(found, chosen)).toEqual([{ document: "a", revision: 7, starts: [1, 9] }]);
  const [other] = ofKind(found, "entity");
  const next = toggled(toggled(chosen, [other!.key], true), ["a 9"], false);
  expect(places(found, next)).toEqual([
    { document: "a", revision: 7, starts: [1] },
    { document: "b", revision: 2, starts: [1] },
  ]);
});

it("has an address that says what is looked for", () => {
  const asked = { surface: "伊犁", entity: "local:P1", label: "伊犁", type: "place", document: "" };
  const address = to.occurrences("p 1", asked);
  const [path, query] = address.split("?");
  expect(parse(path!, query!)).toEqual({ page: "occurrences", id: "p 1", asked: query });
  expect(readAsked(query!)).toEqual(asked);
});
