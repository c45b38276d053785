import type { ChangeLine, Entity, EntityLine, External, Label, Relation, Side, Span } from "../http/authority";
import { words } from "../strings";

/** The first preferred label. */
export function labelOf(entity: Entity): string {
  return entity.labels.find(({ kind }) => kind === "preferred")?.text ?? entity.labels[0]?.text ?? entity.id ?? "";
}

/** A time as it is read: 1650–1706, –1703, 1689. */
export function spanned({ from, to }: Span): string {
  if (from === "" && to === "") return "";
  return from === to ? from : `${from}–${to}`;
}

const inBrackets = (...parts: string[]) => {
  const told = parts.filter((part) => part !== "");
  return told.length === 0 ? "" : ` (${told.join(", ")})`;
};

export const toldLabel = ({ text, kind, script, period }: Label) =>
  text + inBrackets(words.authority.kinds[kind], script, spanned(period));

export const toldExternal = ({ scheme, id, match }: External) => `${scheme} ${id}${inBrackets(words.authority.matches[match])}`;

export const toldRelation = ({ kind, target, period }: Relation) =>
  `${words.authority.relationKinds[kind]} ${target}${inBrackets(spanned(period))}`;

/** Everything that is said of an entity, a line each, by what it is about. */
function statements(entity: Entity): Map<string, string[]> {
  const { authority } = words;
  const { point } = entity;
  return new Map([
    [authority.type, [authority.types[entity.type]]],
    [authority.labels, entity.labels.map(toldLabel)],
    [authority.period, [spanned(entity.period)].filter((told) => told !== "")],
    [authority.place, point === undefined ? [] : [`${point.latitude}, ${point.longitude}`]],
    [authority.noteList, entity.notes],
    [authority.external, entity.external.map(toldExternal)],
    [authority.relations, entity.relations.map(toldRelation)],
    [authority.sourceList, entity.sources],
  ]);
}

/** One statement that came or went. */
export interface Difference {
  about: string;
  said: string;
  came: boolean;
}

/** What differs between two entities, in the order of a form. */
export function differences(was: Entity, becomes: Entity): Difference[] {
  const before = statements(was);
  const found: Difference[] = [];
  for (const [about, after] of statements(becomes)) {
    const earlier = before.get(about) ?? [];
    const of = (lines: string[], others: string[], came: boolean) =>
      lines.filter((said) => !others.includes(said)).map((said) => ({ about, said, came }));
    found.push(...of(earlier, after, false), ...of(after, earlier, true));
  }
  return found;
}

const nameOf = (side: Side | undefined) => (side?.entity === undefined ? "" : labelOf(side.entity));

/** What one change did, in a few words; the differences say the rest. */
export function headline({ id, was, becomes }: ChangeLine): { label: string; what: string } {
  const label = nameOf(becomes) || nameOf(was) || id;
  if (becomes === undefined) return { label, what: words.authority.gone };
  if (becomes.target !== undefined) return { label, what: words.authority.became(becomes.target) };
  return { label, what: was === undefined ? words.authority.fresh : "" };
}

/** A line of a list, in one sentence for those who hear it. */
export function summary({ type, forms, period }: EntityLine): string {
  return [words.authority.types[type], spanned(period), forms.join("、")].filter((part) => part !== "").join(" · ");
}
