import type { Text } from "@codemirror/state";
import type { Approval } from "../session/values";

/** How far a passage is, as docs/protocol.md says. */
export type Stage = "untouched" | "work" | "ready" | "partly" | "approved";

export const STAGES: readonly Stage[] = ["untouched", "work", "ready", "partly", "approved"];

/** A shape for each, so that nobody has to tell them by colour. */
export const SHAPES: Record<Stage, string> = { untouched: "○", work: "◔", ready: "◑", partly: "◕", approved: "✓" };

/** What follows from the words about a passage. */
export function stageOf(said: readonly Approval[], needed: number, untouched: boolean): Stage {
  const approvers = new Set(said.filter((word) => !word.ready).map(({ account }) => account));
  if (approvers.size >= needed) return "approved";
  if (approvers.size > 0) return "partly";
  if (said.length > 0) return "ready";
  return untouched ? "untouched" : "work";
}

/** A line that is not empty, and how far it is. */
export interface Line {
  number: number;
  start: number;
  end: number;
  stage: Stage;
  said: readonly Approval[];
}

/** Every passage of a text, in order. */
export function linesOf(text: Text, words: readonly Approval[], needed: number, untouched: ReadonlySet<number>): Line[] {
  const byStart = new Map<number, Approval[]>();
  for (const word of words) {
    const there = byStart.get(word.start);
    if (there === undefined) byStart.set(word.start, [word]);
    else there.push(word);
  }
  const lines: Line[] = [];
  let start = 0;
  let number = 0;
  for (const content of text.iterLines()) {
    number++;
    const end = start + content.length;
    if (end > start) {
      const said = (byStart.get(start) ?? []).filter((word) => word.end === end);
      lines.push({ number, start, end, stage: stageOf(said, needed, untouched.has(start)), said });
    }
    start = end + 1;
  }
  return lines;
}

/** The next passage behind a place that is not approved, from the beginning again when there is none. */
export function nextOpen<L extends Pick<Line, "start" | "end" | "stage">>(lines: readonly L[], head: number): L | undefined {
  const open = lines.filter(({ stage }) => stage !== "approved");
  return open.find(({ start }) => start > head) ?? open[0];
}
