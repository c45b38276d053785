import type { Sweep } from "../http/sweeps";
import { count, digits, moment } from "./formats";

/** What a change over several documents was to do. */
function what({ asked }: Sweep): string {
  if (asked.undoes !== undefined) return "Taken back";
  if (asked.surface !== undefined) return `Annotated: ${asked.surface}`;
  return asked.rules?.replace ? "Rules followed in the text" : "Rules followed beside the text";
}

/** What it came to. */
function came({ places, left, documents }: Sweep): string {
  const touched = documents.filter(({ revisions }) => revisions.length > 0).length;
  const done = places === 0 ? "There is nothing to do." : `Done at ${count(places, "place")} in ${count(touched, "document")}.`;
  return left === 0 ? done : `${done} ${count(left, "place was", "places were")} left alone: the text changed meanwhile.`;
}

export const sweeps = {
  title: "Changes over several documents",
  what,
  came,
  by: (name: string, created: string) => `by ${name}, ${moment(created)}`,
  far: (done: number, all: number) => `Document ${digits(done)} of ${digits(all)}…`,
  undo: "Undo in all documents…",
  undoTitle: "Undo this in all documents?",
  undoIt: "Undo it",
  undoText: (places: number, documents: number) =>
    `What it did at ${count(places, "place")} in ${count(documents, "document")} is taken back. What others did there since stays.`,
  undone: "taken back",
  undoing: "is being undone…",
  decisions: "Decisions",
  hide: "Hide the decisions",
  list: "Download the list as TSV",
  more: (n: number) => `and ${digits(n)} more; all are in the file`,
  fault: (title: string, why: string) => `${title}: ${why}`,
};
