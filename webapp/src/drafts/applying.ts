import type { Piece } from "../session/kept";
import { randomName } from "../session/names";
import { placeOf } from "../session/pieces";
import type { EditEffect } from "../session/values";
import type { Workspace } from "../workspace/workspace";

/** What came of applying a piece. */
export type Applied = "done" | "place-lost" | "annotation-gone";

/** Does in the text as it is now what the piece did then, at the place that its context finds. */
export function apply(workspace: Workspace, piece: Piece): Applied {
  const place = placeOf(piece, workspace.state.doc.toString());
  if (piece.is === "text") {
    if (place === null) return "place-lost";
    workspace.replace(place.from, place.to, piece.inserted);
    return "done";
  }
  const effect = renewed(piece.effect);
  const { annotations, suggestions } = workspace.now.marks;
  const known = [...annotations, ...suggestions].some(({ id }) => id === effect.id);
  const isNew = effect.is === "add-annotation" || effect.is === "propose";
  if (!isNew && !known) return "annotation-gone";
  if (!("start" in effect)) {
    workspace.edit(effect);
    return "done";
  }
  if (place === null) return "place-lost";
  const id = isNew ? randomName() : effect.id;
  workspace.edit({ ...effect, id, start: place.from, end: place.to });
  workspace.show(place.from, place.to, "range");
  return "done";
}

/** What was typed into a proposal is proposed by itself. */
function renewed(effect: EditEffect): EditEffect {
  return effect.is === "revise-proposal" ? { ...effect, is: "propose", category: "proposal" } : effect;
}

/** What a person would want to have of a piece elsewhere. */
export function toCopy(piece: Piece): string {
  if (piece.is === "text") return piece.inserted;
  const { effect } = piece;
  const note = "body" in effect && effect.body.is === "note" ? effect.body.text : "";
  return note === "" ? piece.surface : note;
}
