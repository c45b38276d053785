import { ChangeSet, Text } from "@codemirror/state";
import { TINTS } from "../editor/blame";
import type { Deed, Stretch, TextDifference } from "../http/api";
import type { Effect, People } from "../session/values";
import { moment, words } from "../strings";

/** What came in, as a range of the shown text, or what went, as text that stood at a place of it. */
export interface Difference {
  from: number;
  to: number;
  deleted: string;
}

/** A text and how it differs from another one. */
export interface Compared {
  text: Text;
  differences: Difference[];
}

/** The later text of a difference and what is marked in it. */
export function compared({ text, changes }: TextDifference): Compared {
  const before = Text.of(text.split("\n"));
  const set = ChangeSet.fromJSON(changes);
  const differences: Difference[] = [];
  set.iterChanges((fromA, toA, fromB, toB) => {
    differences.push({ from: fromB, to: toB, deleted: before.sliceString(fromA, toA) });
  });
  return { text: set.apply(before), differences };
}

/** The stretch that a revision lies in; the first one for those before it. */
export function stretchOf(stretches: readonly Stretch[], revision: number): number {
  const found = stretches.findLastIndex((stretch) => stretch.first <= revision);
  return Math.max(0, found);
}

/** What happened in a stretch, in a line. */
export function stretchWords(stretch: Stretch, people: People): string {
  const { past } = words;
  const { landmark } = stretch;
  const names = stretch.authors.map((author) => people[author]?.name ?? words.history.someone).join(", ");
  const said: string[] = [];
  if (landmark?.is === "import") said.push(words.history.imported(landmark.title, landmark.reader));
  if (landmark?.is === "revert") said.push(words.history.revertedRevision(landmark.revision));
  if (landmark?.is === "restore") said.push(words.history.restored(landmark.revision, landmark.passage !== undefined));
  if (landmark?.is === "undo-work") {
    const { deeds } = landmark;
    said.push(words.history.undid(workerOf(deeds, people), deeds.from, deeds.to));
  }
  if (landmark?.is === "take-marks") said.push(takenWords(landmark, people));
  if (landmark === undefined) said.push(past.figures(stretch));
  return past.stretch(names, moment(stretch.to), said.join(", "));
}

/** Which marks somebody took away. */
export function takenWords({ whose, passage }: Extract<Effect, { is: "take-marks" }>, people: People): string {
  const everybodys = !whose.imported && whose.account === undefined && whose.plugin === undefined;
  const name = everybodys ? null : whose.imported ? words.past.imported.toLowerCase() : workerOf(whose, people);
  return words.history.tookMarks(name, passage !== undefined);
}

/** The name of a person or a plugin whose work is meant. */
export function workerOf(work: { account?: string; plugin?: string; version?: string }, people: People): string {
  if (work.plugin !== undefined) return words.past.plugin(work.plugin, work.version ?? "");
  return people[work.account!]?.name ?? words.history.someone;
}

/** One that acted, as the legend shows it; `colour` when it is a person. */
export interface Actor {
  tint: number;
  name: string;
  colour: string | null;
}

/** The actor of an act, and a new one at its first: imported text has no tint, others take one after the other. */
export function cast(actors: Map<string, Actor>, deed: Deed, people: People): Actor {
  const { key, name } = actorOf(deed, people);
  const known = actors.get(key);
  if (known !== undefined) return known;
  const others = [...actors.values()].filter(({ tint }) => tint > 0).length;
  const person = deed.plugin === undefined && others < TINTS - 1 ? people[deed.proposer ?? deed.account] : undefined;
  const tint = deed.imported ? 0 : 1 + (others % (TINTS - 1));
  const actor = { tint, name, colour: deed.imported ? null : (person?.colour ?? null) };
  actors.set(key, actor);
  return actor;
}

/** Who or what an act was done by, as one actor of the legend. */
export function actorOf(deed: Deed, people: People): { key: string; name: string } {
  const name = (account: string) => people[account]?.name ?? words.history.someone;
  if (deed.imported) return { key: "imported", name: words.past.imported };
  if (deed.plugin !== undefined) {
    return { key: `plugin ${deed.plugin} ${deed.version}`, name: words.past.plugin(deed.plugin, deed.version!) };
  }
  const writer = deed.proposer ?? deed.account;
  return { key: `person ${writer}`, name: name(writer) };
}

/** When, in which change and by whom a character came in, in a sentence. */
export function deedWords(deed: Deed, people: People): string {
  const name = people[deed.account]?.name ?? words.history.someone;
  const at = moment(deed.at);
  if (deed.imported) return words.past.broughtIn(name, at, deed.revision);
  if (deed.plugin !== undefined) {
    return words.past.accepted(words.past.plugin(deed.plugin, deed.version!), name, at, deed.revision, deed.confidence);
  }
  if (deed.proposer !== undefined) {
    const proposer = people[deed.proposer]?.name ?? words.history.someone;
    return words.past.accepted(proposer, name, at, deed.revision);
  }
  return words.past.wrote(name, at, deed.revision);
}
