import type { Difference, Reading, Round, Ruling, Task } from "../http/blind";

/** What a key asks for in the list of differences. */
export type Asked = { move: 1 | -1 } | { ruling: Ruling } | { own: true };

/** The meaning of a key; nothing for every other key, and for a reading that nobody has. */
export function asked(key: string, round: Round): Asked | undefined {
  if (key === "j" || key === "ArrowDown") return { move: 1 };
  if (key === "k" || key === "ArrowUp") return { move: -1 };
  if (key === "0") return { ruling: { choice: "neither" } };
  if (key === "o") return { own: true };
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
export function undecided(differences: Difference[]): number {
  return differences.filter(({ agreed, ruling }) => !agreed && ruling === undefined).length;
}

/** The next difference that is not decided, behind a place or else from the start; -1 when none is. */
export function nextOpen(differences: Difference[], behind: number): number {
  const open = ({ agreed, ruling }: Difference) => !agreed && ruling === undefined;
  const later = differences.findIndex((one, index) => index > behind && open(one));
  return later >= 0 ? later : differences.findIndex(open);
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
