import type { Decided, Difference, Reading, Round, Ruling, Task } from "../http/blind";

/** What a key asks for in the list of differences. */
export type Asked = { move: 1 | -1 } | { ruling: Ruling } | { own: true } | { undo: true };

/** The meaning of a key; nothing for every other key, and for a reading that nobody has. */
export function asked(key: string, round: Round): Asked | undefined {
  if (key === "j" || key === "ArrowDown") return { move: 1 };
  if (key === "k" || key === "ArrowUp") return { move: -1 };
  if (key === "0") return { ruling: { choice: "neither" } };
  if (key === "o") return { own: true };
  if (key === "u") return { undo: true };
  const worker = /^[1-9]$/.test(key) ? round.workers[Number(key) - 1] : undefined;
  return worker === undefined ? undefined : { ruling: { choice: "reading", worker: worker.account } };
}

/** What was decided, or goes without saying because all read alike. */
export function decided(difference: Difference, round: Round): Ruling | undefined {
  const first = round.workers[0];
  if (difference.ruling !== undefined) return difference.ruling;
  return difference.agreed && first !== undefined ? { choice: "reading", worker: first.account } : undefined;
}

/** How many still have to be decided. */
export function undecided(differences: readonly Difference[]): number {
  return differences.filter(isOpen).length;
}

/** Whether somebody still has to decide. */
export function isOpen({ agreed, ruling }: Difference): boolean {
  return !agreed && ruling === undefined;
}

/** The next of some differences that is not decided, behind a place or else from the start; nothing when none is. */
export function nextOpen(shown: readonly Difference[], behind: number): Difference | undefined {
  return shown.find((one, index) => index > behind && isOpen(one)) ?? shown.find(isOpen);
}

/** What is to be decided about which differences in one step; nothing for those that are to be open. */
export type Step = ReadonlyMap<string, Ruling | undefined>;

/** One decision about some differences. */
export function all(differences: readonly Difference[], ruling?: Ruling): Step {
  return new Map(differences.map(({ id }) => [id, ruling]));
}

/** The differences behind a step. */
export function after(differences: readonly Difference[], step: Step): Difference[] {
  return differences.map((one) => {
    if (!step.has(one.id)) return one;
    const { ruling: _, ...open } = one;
    const ruling = step.get(one.id);
    return ruling === undefined ? open : { ...open, ruling };
  });
}

/** The step that takes a step back. */
export function opposite(differences: readonly Difference[], step: Step): Step {
  return new Map(differences.filter(({ id }) => step.has(id)).map(({ id, ruling }) => [id, ruling]));
}

/** A step as it is sent: each ruling once. */
export function told(step: Step): Decided[] {
  const groups = new Map<string, Decided>();
  for (const [id, ruling] of step) {
    const key = JSON.stringify(ruling) ?? "";
    const group = groups.get(key) ?? { differences: [], ...(ruling === undefined ? {} : { ruling }) };
    group.differences.push(id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Whether a ruling takes the reading of a worker, also when another with the same one was named. */
export function takes(ruling: Ruling | undefined, difference: Difference, round: Round, worker: number): boolean {
  if (ruling?.choice !== "reading") return false;
  const named = round.workers.findIndex(({ account }) => account === ruling.worker);
  return same(difference.readings[named], difference.readings[worker]);
}

function same(one: Reading | undefined, other: Reading | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether an adjudicator writes a text, or the kind of a name. */
export function writes(task: Task): "text" | "kind" {
  return task === "annotate" ? "kind" : "text";
}
