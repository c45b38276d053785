import { TINTS } from "../editor/blame";
import type { Deed } from "../http/api";
import type { MarkCount, MarksOf } from "../http/marks";
import { actorOf, deedWords } from "../history/past";
import { type People, type Suggestion } from "../session/values";
import { words } from "../strings";
import { isMark } from "./marks";

/** One whose marks stand in the text. */
export interface Origin {
  readonly key: string;
  readonly name: string;
  readonly of: MarksOf;
  readonly tint: number;
  /** Of a person, that of their face and cursor. */
  readonly colour: string | null;
  readonly standing: number;
  readonly approved: number;
  /** How many of each mark. */
  readonly marks: readonly (readonly [string, number])[];
}

/** The key of whose act a mark is: that of {@link origins}. */
export function keyOf(deed: Deed): string {
  return actorOf(deed, {}).key;
}

function keyOfOrigin({ imported, account, plugin, version }: MarksOf): string {
  if (imported) return "imported";
  return plugin === undefined ? `person ${account}` : `plugin ${plugin} ${version}`;
}

function nameOf({ imported, account, plugin, version }: MarksOf, people: People): string {
  if (imported) return words.marks.source;
  if (plugin !== undefined) return words.past.plugin(plugin, version ?? "");
  return people[account ?? ""]?.name ?? words.history.someone;
}

/** What is sent to mean one: nothing that is not so. */
export function named({ imported, account, plugin, version }: MarksOf): MarksOf {
  return { ...(imported && { imported }), ...(account && { account }), ...(plugin && { plugin }), ...(version && { version }) };
}

/** Everybody whose marks stand in the text, who has most of them first. */
export function origins(counts: readonly MarkCount[], people: People): Origin[] {
  const found = new Map<string, { of: MarksOf; counts: MarkCount[] }>();
  for (const count of counts) {
    const key = keyOfOrigin(count.origin);
    const one = found.get(key) ?? { of: named(count.origin), counts: [] };
    one.counts.push(count);
    found.set(key, one);
  }
  const sum = (of: readonly MarkCount[], what: "standing" | "approved") => of.reduce((n, one) => n + one[what], 0);
  return [...found]
    .map(([key, { of, counts }]) => ({ key, of, counts, standing: sum(counts, "standing") }))
    .sort((a, b) => b.standing - a.standing)
    .map(({ key, of, counts, standing }, index) => ({
      key,
      of,
      name: nameOf(of, people),
      tint: 1 + (index % (TINTS - 1)),
      colour: of.account === undefined ? null : (people[of.account]?.colour ?? null),
      standing,
      approved: sum(counts, "approved"),
      marks: counts.map(({ mark, standing }) => [mark, standing] as const).sort((a, b) => b[1] - a[1]),
    }));
}

/** How many of each mark are suggested and wait for a decision: what the best candidates would bring in. */
export function suggestedMarks(suggestions: Iterable<Suggestion>): (readonly [string, number])[] {
  const found = new Map<string, number>();
  for (const { candidates, surface, orphaned } of suggestions) {
    const action = candidates[0]?.action;
    if (orphaned || action?.is !== "replace") continue;
    const there = [...surface].filter(isMark);
    for (const mark of [...action.text].filter(isMark)) {
      const at = there.indexOf(mark);
      if (at >= 0) there.splice(at, 1);
      else found.set(mark, (found.get(mark) ?? 0) + 1);
    }
  }
  return [...found].sort((a, b) => b[1] - a[1]);
}

/** Who or what made a mark, when, how sure it was and who accepted it, and whether it is approved. */
export function markWords(mark: string, deed: Deed, approved: boolean, people: People): string {
  return words.marks.told(mark, deedWords(deed, people), approved);
}
