import type { Job, JobState } from "../http/jobs";
import { count, digits, moment } from "./formats";

/** A time that is left, in the largest unit that says enough. */
export function span(seconds: number): string {
  if (seconds < 60) return `${digits(seconds)} s`;
  if (seconds < 3600) return `${digits(Math.ceil(seconds / 60))} min`;
  return `${digits(Math.floor(seconds / 3600))} h ${digits(Math.ceil((seconds % 3600) / 60))} min`;
}

/** How far a job is, how fast, and how long it still takes. */
export function far({ units, done, unitsPerSecond, secondsLeft, state }: Job): string {
  const parts = [`${digits(done)} of ${digits(units)} characters`];
  if (unitsPerSecond >= 1) parts.push(`${digits(Math.round(unitsPerSecond))} a second`);
  if (state === "running" && secondsLeft !== undefined) parts.push(`about ${span(secondsLeft)} left`);
  return parts.join(" · ");
}

export const jobs = {
  title: "Plugins on all documents",
  which: "Which plugins are to look",
  start: "Look at all documents",
  nothingRuns: "No plugin runs.",
  none: "Plugins have not looked at the whole project yet.",
  states: {
    running: "running",
    paused: "paused",
    cancelled: "cancelled",
    done: "done",
  } satisfies Record<JobState, string>,
  by: (name: string, created: string, documents: number) =>
    `begun by ${name}, ${moment(created)}, ${count(documents, "document")}`,
  pause: "Pause",
  goOn: "Go on",
  cancel: "Cancel…",
  cancelTitle: "Cancel this?",
  cancelText: "What was found up to now stays in the documents.",
  comparison: (plugins: readonly string[]) => `Comparison: ${plugins.join(", ")}`,
  seeComparison: "What would be different",
  cancelComparison: "What was counted up to now stays on its page. Nothing is changed in the documents.",
  cancelIt: "Cancel it",
  faults: (n: number) => `${count(n, "time")} a plugin could not look`,
  fault: (plugin: string, title: string, message: string) => `${plugin}, ${title}: ${message}`,
};
