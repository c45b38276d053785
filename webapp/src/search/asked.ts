import { FOLDS, PASSED, STATES, type Query } from "../http/search";

/** What is looked for when nobody has said how: the characters themselves, wherever marks and line ends stand. */
export const USUAL: Query = {
  q: "",
  fold: [],
  ignore: ["marks", "lines", "selectors"],
  document: "",
  kind: "",
  entity: "",
  person: "",
  state: "",
  from: 0,
};

/** The query of an address; the usual one when it asks for nothing. */
export function read(address: string): Query {
  const asked = new URLSearchParams(address);
  const word = (name: string) => asked.get(name) ?? "";
  const some = <W extends string>(name: string, known: readonly W[]) =>
    known.filter((one) => word(name).split(",").includes(one));
  const from = Number(word("from"));
  const query: Query = {
    q: word("q"),
    fold: some("fold", FOLDS),
    ignore: some("ignore", PASSED),
    document: word("document"),
    kind: word("kind"),
    entity: word("entity"),
    person: word("person"),
    state: STATES.find((one) => one === word("state")) ?? "",
    from: Number.isSafeInteger(from) && from > 0 ? from : 0,
  };
  return asks(query) ? query : USUAL;
}

/** Whether a query asks for anything. */
export function asks({ q, kind, entity, person, state }: Query): boolean {
  return [q, kind, entity, person, state].some((word) => word !== "");
}

/** The same list with a word or without it. */
export function ticked<W>(list: readonly W[], word: W, on: boolean): W[] {
  const others = list.filter((one) => one !== word);
  return on ? [...others, word] : others;
}
