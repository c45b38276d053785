import type { Entity, External, Label } from "../http/authority";

export const UNKNOWN = { from: "", to: "" };

/** A form that nobody has filled in. */
export function blank(): Entity {
  return {
    type: "person",
    labels: [{ text: "", kind: "preferred", script: "", period: UNKNOWN }],
    period: UNKNOWN,
    notes: [],
    external: [],
    relations: [],
    sources: [],
  };
}

/** The list with another value at a place. */
export function replaced<T>(list: readonly T[], at: number, value: T): T[] {
  return list.map((each, index) => (index === at ? value : each));
}

/** The list without a place. */
export function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at);
}

/** What stands on lines, without the empty ones. */
export function linesOf(words: string): string[] {
  return words
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The identifiers with one more; one that is there is said to match as this one, or taken off when it does already. */
export function toggled(all: readonly External[], one: External): External[] {
  const at = all.findIndex(({ scheme, id }) => scheme === one.scheme && id === one.id);
  const there = all[at];
  if (there === undefined) return [...all, one];
  return there.match === one.match ? without(all, at) : replaced(all, at, { ...there, match: one.match });
}

/** What a person filled in, without the rows that stayed empty. */
export function tidied(entity: Entity): Entity {
  return {
    ...entity,
    labels: entity.labels.filter(({ text }) => text !== ""),
    external: entity.external
      .filter(({ scheme, id }) => scheme !== "" || id !== "")
      .map((each) => ({ ...each, link: each.link === "" ? undefined : each.link })),
    relations: entity.relations.filter(({ target }) => target !== ""),
  };
}

const same = (one: Label, other: Label) => one.text === other.text && one.script === other.script;

/** What stays when two are one: all that either says; of what an entity says once, what the first says. */
export function union(kept: Entity, given: Entity): Entity {
  const preferred = new Set(kept.labels.filter(({ kind }) => kind === "preferred").map(({ script }) => script));
  const taken = given.labels
    .filter((label) => !kept.labels.some((mine) => same(mine, label)))
    .map((label) => (label.kind === "preferred" && preferred.has(label.script) ? { ...label, kind: "variant" as const } : label));
  const known = kept.period.from !== "" || kept.period.to !== "";
  const more = <T>(mine: readonly T[], others: readonly T[], key: (value: T) => string) => [
    ...mine,
    ...others.filter((other) => !mine.some((each) => key(each) === key(other))),
  ];
  return {
    ...kept,
    labels: [...kept.labels, ...taken],
    period: known ? kept.period : given.period,
    point: kept.point ?? given.point,
    notes: more(kept.notes, given.notes, (note) => note),
    external: more(kept.external, given.external, ({ scheme, id }) => `${scheme} ${id}`),
    relations: more(kept.relations, given.relations, ({ kind, target }) => `${kind} ${target}`).filter(
      ({ target }) => target !== kept.id && target !== given.id,
    ),
    sources: more(kept.sources, given.sources, (source) => source),
  };
}

/** Two of one: the one that stays, and another with some of the labels, the first of them preferred. */
export function parted(whole: Entity, takes: readonly boolean[]): [Entity, Entity] {
  const stays = whole.labels.filter((_, index) => takes[index] !== true);
  const goes = whole.labels.filter((_, index) => takes[index] === true);
  const scripts = new Set<string>();
  const labels = goes.map((label) => {
    const first = label.kind === "variant" && scripts.size === 0 && !goes.some(({ kind }) => kind === "preferred");
    if (first || label.kind === "preferred") scripts.add(label.script);
    return first ? { ...label, kind: "preferred" as const } : label;
  });
  const other: Entity = { ...blank(), type: whole.type, labels, sources: whole.sources };
  return [{ ...whole, labels: stays }, other];
}
