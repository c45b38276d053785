import type { Text } from "@codemirror/state";
import type { Confirmed } from "./confirmed";
import type { Flight } from "./flight";
import type { Kept, KeptUpdate, Piece } from "./kept";
import { piecesOf } from "./pieces";
import { type Pending, updateJson } from "./shared";

interface Origin {
  document: string;
  client: string;
  timeline: string;
  sequence: number;
  flight: Flight | null;
}

/** What is to be kept of changes that the log does not have; null when there are none. */
export function recordOf(
  changes: readonly Pending[],
  { revision, text }: Pick<Confirmed, "revision" | "text">,
  { flight, ...origin }: Origin,
): Kept | null {
  if (changes.length === 0) return null;
  let before = text;
  const updates = changes.map((update): KeptUpdate => {
    const { count } = update;
    const kept = { ...updateJson(update), count, pieces: piecesOf(update, before) };
    before = update.changes.apply(before);
    return kept;
  });
  return {
    ...origin,
    title: "",
    tab: "",
    base: revision,
    flight: flight === null ? null : { bytes: flight.bytes, last: flight.last },
    updates,
    at: 0,
  };
}

/** What changes do, piece by piece; the first of them was made on this text. */
export function inWords(updates: readonly Pending[], text: Text): Piece[] {
  let before = text;
  return updates.flatMap((update) => {
    const pieces = piecesOf(update, before);
    before = update.changes.apply(before);
    return pieces;
  });
}
