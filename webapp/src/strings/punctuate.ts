import type { Before } from "../punctuate/sure";
import { count, digits } from "./formats";

const percent = (share: number) => `${Math.round(100 * share)} %`;

export const punctuate = {
  bar: "Punctuation",
  keys: "Keys for marks",
  described:
    "Punctuating: 1 to 9 put a mark, space accepts what is suggested, Backspace rejects it or removes a mark, n goes to the next unsure one, j and k go five characters on and back, u undoes, Escape leaves.",
  on: "The keys are for marks now; characters stay as they are.",
  off: "The keys are for typing again.",
  proposes: "Marks are proposed.",
  percent,
  accept: "Accept",
  reject: "Reject, or remove the mark",
  seek: "Next unsure",
  leap: ["5 back", "5 on"] as const,
  undo: "Undo",
  leave: "Leave",
  space: "Space",
  place: (before: string, behind: string) =>
    `${before === "" || before === "\n" ? "Line begins" : before} | ${behind === "" || behind === "\n" ? "line ends" : behind}`,
  suggested: (candidates: readonly (readonly [string, number])[]) =>
    `suggested: ${candidates.map(([text, confidence]) => `${text} ${percent(confidence)}`).join(", ")}`,
  takenOut: "take out",
  onlyReviewers: "Reviewers decide on suggestions; a key for a mark puts your own.",
  readOnly: "The text is read only now.",
  already: "This mark stands here already.",
  waits: "What was decided here is on its way.",
  noMark: "There is no mark here.",
  noneBehind: "No suggestion of a mark is left behind this place.",
  noneUnsure: "No unsure mark is left.",
  around: { end: "On from the beginning of the text.", start: "On from the end of the text." },
  sure: "Sure from",
  takes: (taken: number, of: number) => `${digits(taken)} of ${count(of, "suggested mark")}`,
  expected: (share: number) => `by their own word ${percent(share)} of them right`,
  before: ({ from, decided, accepted }: Before) =>
    `of ${digits(decided)} decided in this project from ${percent(from)} on, ${percent(accepted / decided)} were right`,
  acceptAll: (n: number) => `Accept these ${digits(n)}`,
  unsure: (n: number) => `${digits(n)} unsure`,
  depths: "How sure a suggested mark is",
  depth: ["90 % and more", "70 to 90 %", "50 to 70 %", "less than 50 %"] as const,
};
