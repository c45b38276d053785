import type { JobState } from "../http/jobs";
import { count } from "./formats";

export const commands = {
  region: "Commands",
  onSelection: "Commands, selection",
  onDocument: "Commands, whole document",
  who: (plugin: string) => `A command of ${plugin}.`,
  on: {
    selection: "It is run on the selection.",
    document: "It is run on the whole document.",
    project: "It is run on all documents of the project, one after the other.",
  },
  goesTo: (machine: string) => `The text goes to ${machine}.`,
  run: "Run",
  stopIt: (label: string) => `Cancel ${label}`,
  far: (percent: number | undefined) => (percent === undefined ? "running…" : `${percent} %`),
  ended: (state: JobState, faults: number, proposals: number) => {
    if (state === "cancelled") return "cancelled";
    if (faults > 0) return "it could not be done";
    return proposals > 0 ? `done, ${count(proposals, "suggestion")}` : "done";
  },
  report: "Show the report",
  reportOn: (title: string) => `Report on ${title}`,
  allReports: "All reports in one file",
  reports: (n: number, proposals: number) =>
    proposals > 0 ? `${count(n, "report")}, ${count(proposals, "suggestion")}` : count(n, "report"),
  review: "To the suggestions",
  reading: "Reading…",
  save: "Save as file",
  close: "Close",
  which: "A command on all documents",
  choose: "Choose a command…",
  give: "Run it…",
};
