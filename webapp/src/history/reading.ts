import { ChangeSet } from "@codemirror/state";
import type { HistoryEntry } from "../http/api";
import type { ChangeJson } from "../session/values";

/** One replacement of a change. */
export interface Edit {
  /** Where it stands after the change. */
  place: number;
  deleted: number;
  inserted: string;
}

/** The replacements of a change set in its JSON form. */
export function edits(changes: ChangeJson): Edit[] {
  const found: Edit[] = [];
  let place = 0;
  for (const part of changes) {
    if (typeof part === "number") {
      place += part;
      continue;
    }
    const [deleted, ...lines] = part;
    const inserted = lines.join("\n");
    found.push({ place, deleted, inserted });
    place += inserted.length;
  }
  return found;
}

/** Where an entry did something, in the text right after it; null when it concerns no place. */
export function placeOf(entry: HistoryEntry): number | null {
  const [first] = edits(entry.changes);
  if (first !== undefined) return first.place;
  for (const effect of entry.effects) {
    if ("start" in effect) return effect.start;
    if (effect.is === "decide") return effect.suggestion.start;
  }
  return null;
}

/** Moves a place through the entries that came after a revision; `entries` are newest first, without a gap. */
export function follow(place: number, revision: number, entries: readonly HistoryEntry[]): number {
  return entries
    .filter((entry) => entry.revision > revision)
    .reduceRight((at, entry) => ChangeSet.fromJSON(entry.changes).mapPos(at, -1), place);
}
