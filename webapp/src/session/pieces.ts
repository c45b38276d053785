import type { Text } from "@codemirror/state";
import type { Piece } from "./kept";
import type { Pending } from "./shared";
import type { EditEffect } from "./values";

/** Units of context on each side of a piece. */
export const CONTEXT = 40;
/** Context that is tried, on both sides, from the most certain to the least. */
const ATTEMPTS: readonly (readonly [before: number, after: number])[] = [
  [CONTEXT, CONTEXT],
  [20, 20],
  [10, 10],
  [CONTEXT, 0],
  [0, CONTEXT],
  [20, 0],
  [0, 20],
  [6, 6],
];

/** What an update does, in words: each replacement and each effect, with what stands around it. */
export function piecesOf(update: Pick<Pending, "changes" | "effects">, before: Text): Piece[] {
  const pieces: Piece[] = [];
  const { changes } = update;
  changes.iterChanges((from, to, _fromB, _toB, inserted) => {
    const deleted = before.sliceString(from, to);
    pieces.push({ is: "text", deleted, inserted: inserted.toString(), ...around(before, from, to) });
  });
  if (update.effects.length === 0) return pieces;
  const after = changes.apply(before);
  return [...pieces, ...update.effects.map((effect) => pieceOf(effect, after))];
}

/** One effect, which counts in this text. */
export function pieceOf(effect: EditEffect, text: Text): Piece {
  if (!("start" in effect)) return { is: "mark", surface: "", before: "", after: "", applied: false, effect };
  const { start, end } = effect;
  const typed = typedBy(effect);
  if (typed !== null) return { is: "text", deleted: text.sliceString(start, end), inserted: typed, ...around(text, start, end) };
  return { is: "mark", surface: text.sliceString(start, end), effect, ...around(text, start, end) };
}

/** What was typed to propose it; null for what was proposed otherwise. */
function typedBy(effect: EditEffect): string | null {
  if (effect.is !== "propose" && effect.is !== "revise-proposal") return null;
  const action = effect.candidates[0]!.action;
  return action.is === "replace" && effect.explanation === "" ? action.text : null;
}

/** The place of a piece: where its old text stands in its context, if there is exactly one such place. */
export function placeOf(piece: Piece, text: string): { from: number; to: number } | null {
  const middle = piece.is === "text" ? piece.deleted : piece.surface;
  for (const [before, after] of ATTEMPTS) {
    const left = piece.before.slice(Math.max(0, piece.before.length - before));
    const right = piece.after.slice(0, after);
    const words = left + middle + right;
    if (words === "") {
      if (text === "" && before === CONTEXT && after === CONTEXT) return { from: 0, to: 0 };
      continue;
    }
    const found = text.indexOf(words);
    if (found < 0 || text.indexOf(words, found + 1) >= 0) continue;
    const from = found + left.length;
    return { from, to: from + middle.length };
  }
  return null;
}

function around(text: Text, from: number, to: number) {
  const before = text.sliceString(whole(text, from - CONTEXT), from);
  const after = text.sliceString(to, whole(text, to + CONTEXT));
  return { before, after, applied: false };
}

/** The place, or one before it when it would cut a character in two. */
function whole(text: Text, place: number): number {
  if (place <= 0 || place >= text.length) return Math.max(0, Math.min(place, text.length));
  return /[\udc00-\udfff]/.test(text.sliceString(place, place + 1)) ? place - 1 : place;
}
