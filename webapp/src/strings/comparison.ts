import type { Comparison, Score, Side } from "../http/comparisons";
import { count, digits } from "./formats";

/** A share with two decimals; a dash when nothing was counted. */
export function share(part: number, whole: number): string {
  return whole === 0 ? "–" : (part / whole).toFixed(2);
}

const precision = ({ right, wrong }: Score) => share(right, right + wrong);

/** What would change, in one sentence. */
export function verdict({ order, counts, decided, before, after, job }: Comparison): string {
  const { same, changed, gone, fresh } = counts;
  const different = changed + gone + fresh;
  const numbers = `${digits(different)} of ${count(same + different, "suggestion")}`;
  const soFar = job.state === "done" ? "" : " up to now";
  const first = order.after.trial === undefined ? `${numbers} differ${soFar}` : `would change${soFar} ${numbers}`;
  return decided === 0
    ? `${first}; nobody has decided about its suggestions here, so there is no precision to tell`
    : `${first}; precision on reviewed passages ${precision(before)} → ${precision(after)} (of ${count(decided, "decision")})`;
}

/** What both sides are called in tables. */
export function sides({ before, after }: Comparison["order"]): readonly [string, string] {
  return after.trial === undefined ? [before.instance, after.instance] : ["now", "then"];
}

const side = ({ instance, version }: Side) => `${instance} ${version}`;

export const comparison = {
  title: ({ before, after }: Comparison["order"]) =>
    after.trial === undefined ? `${side(before)} and ${side(after)}` : `Try ${side(after)}`,
  page: "Comparison",
  intro: ({ before, after }: Comparison["order"]) =>
    after.trial === undefined
      ? `What ${side(after)} suggests, beside what ${side(before)} does.`
      : `What ${side(after)} would suggest in the place of ${side(before)}. No document is changed by trying it.`,
  settings: (words: string) => `Settings: ${words}`,
  defaults: "the default of every setting",
  verdict,
  progress: "How far it is",
  agreement: "How both agree with what people decided",
  agreementText: (decided: number, put: number) =>
    `Both were asked again about ${count(decided, "decision")}, each on the text as it was; ` +
    `in ${digits(put)} of them somebody put something there. What is suggested where nobody decided counts for neither.`,
  columns: { right: "right", wrong: "wrong", precision: "precision", recall: "recall" },
  counts: "Suggestions",
  same: "the same",
  changed: "at the same place, but others",
  gone: "not any more",
  fresh: "new",
  differences: (shown: number, all: number) =>
    shown === all ? `Differences: ${digits(all)}` : `The first ${digits(shown)} of ${digits(all)} differences`,
  noDifferences: "There is no difference.",
  place: "Place",
  nothing: "nothing",
  nothingThere: "nothing is suggested",
  use: "Use it…",
  useTitle: (instance: string, version: string) => `Use ${instance} ${version}?`,
  useText:
    "It takes the place of what runs now, and looks again where it was asked to. Other instances that follow the newest version follow this one, too.",
  useAction: "Use it",
  used: "It is used, and starts in a moment.",
  discard: "Discard…",
  discardTitle: (plugin: string, version: string) => `Discard ${plugin} ${version}?`,
  discardText: "It was kept to be tried, and is taken away. What runs now stays.",
  discardAction: "Discard",
  discarded: "It is gone. What ran before runs on.",
  toPlugins: "Back to the plugins",
  tryIt: "Try another version or settings…",
  compareWith: "Compare with…",
  tryText: "Counts what would be different in a project, before anything is changed.",
  version: "Version",
  stagedVersion: (version: string) => `${version}, kept to be tried`,
  currentVersion: (version: string) => `${version}, runs now`,
  project: "Project",
  noProjects: "There is no project to try it on.",
  other: "With which",
  start: "Try it",
  compare: "Compare",
};
