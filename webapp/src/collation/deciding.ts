import type { TextDifference } from "../http/collation";
import type { Body } from "../session/values";

/** What a person can make of a difference. Nothing is one of them: then nothing is done. */
export type Decision = "variant" | "reading" | "correction";

/** What a decision does to the text of the document: say something of a range, or propose to change it. */
export type Deed =
  | { is: "annotate"; start: number; end: number; body: Body }
  | { is: "propose"; start: number; end: number; text: string };

/** The decisions that make sense for a difference. */
export function decisionsFor({ start, end, otherStart, otherEnd, kind }: TextDifference): Decision[] {
  if (kind === "mark") return ["correction"];
  const both = end > start && otherEnd > otherStart;
  if (!both) return ["reading", "correction"];
  return kind === "variant" ? ["variant", "reading", "correction"] : ["reading", "correction"];
}

/**
 * What a decision comes to. A reading and a correction are another form of the words where both texts have some; where
 * one has none, a reading is a note, and a correction a proposal to put in or take out.
 */
export function deed(
  decision: Decision,
  difference: TextDifference,
  title: string,
  other: string,
  nothing: string,
): Deed {
  const { start, end, kind } = difference;
  const both = end > start && other !== "";
  const relation = { variant: "variant", reading: `reading: ${title}`, correction: "misprint" }[decision];
  if (both && kind !== "mark" && other.trim() !== "") {
    return { is: "annotate", start, end, body: { is: "regularization", form: other, relation } };
  }
  if (decision === "reading") {
    return { is: "annotate", start, end, body: { is: "note", text: `${title}: ${other === "" ? nothing : other}` } };
  }
  return { is: "propose", start, end, text: other };
}

/** How many units around a difference have to be as they were when the texts were collated. */
const AROUND = 12;

/**
 * Where a difference is in the text as it is now; null when what stands there, or around it, is not what was collated.
 */
export function placeNow(
  collated: string,
  now: (from: number, to: number) => string,
  length: number,
  { start, end }: TextDifference,
): number | null {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(collated.length, end + AROUND);
  const before = collated.slice(from, to);
  for (const moved of [0, length - collated.length]) {
    if (from + moved >= 0 && to + moved <= length && now(from + moved, to + moved) === before) return start + moved;
  }
  return null;
}
