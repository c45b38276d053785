import { count, digits } from "./formats";

export const past = {
  open: "Timeline and versions…",
  title: "Timeline and versions",
  text: "Text at the chosen revision",
  scrubber: "Timeline",
  revision: (latest: number) => `Revision (1–${digits(latest)})`,
  against: "Marked against",
  before: "what was before",
  now: "the newest text",
  nothing: "nothing",
  version: (name: string) => `“${name}”`,
  stretch: (names: string, at: string, what: string) => `${at} · ${names}: ${what}`,
  figures: (of: { inserted: number; deleted: number; annotated: number; decided: number }) =>
    [
      of.inserted > 0 && `+${digits(of.inserted)}`,
      of.deleted > 0 && `−${digits(of.deleted)}`,
      of.decided > 0 && count(of.decided, "decision"),
      of.annotated > 0 && count(of.annotated, "annotation"),
    ]
      .filter(Boolean)
      .join(", ") || "reviewed",
  restorePassage: "Restore the selected passage",
  restore: (revision: number) => `Restore revision ${digits(revision)}`,
  restored: (revision: number, as: number) =>
    `Restored from revision ${digits(revision)} as revision ${digits(as)}.`,
  selectHint: (at: string) => (at === "" ? "" : "Select in the text to restore only a passage. What is restored is a new change; nothing is lost."),
  versions: "Named versions",
  noVersions: "No revision has a name yet.",
  name: (revision: number) => `Name revision ${digits(revision)}…`,
  versionName: "Name",
  versionNote: "Note",
  versionBy: (revision: number, name: string, at: string) =>
    `revision ${digits(revision)}, ${name}, ${at}`,
  rename: "Rename",
  removeName: (name: string) => `Remove the name ${name}`,
  undo: "Undo somebody’s work",
  workOf: "All that was done by",
  nobody: "choose…",
  from: "From revision",
  to: "To revision",
  worker: (name: string, plugin: boolean, times: number) =>
    `${name} (${plugin ? `${digits(times)} accepted` : count(times, "change")})`,
  preview: (removed: number, restored: number, annotations: number) =>
    `${count(removed, "character")} will go, ${digits(restored)} will come back, ${count(annotations, "annotation")} will change. What others did stays.`,
  nothingToUndo: "Nothing of it is left to undo.",
  undoAction: "Undo all of it",
  undone: (revision: number) => `Undone as revision ${digits(revision)}. Revert that revision to take it back.`,
  tint: "Show who wrote what",
  legend: "Who wrote what",
  imported: "Imported text",
  plugin: (id: string, version: string) => (version === "" ? id : `${id} ${version}`),
  cursorHint: "Put the cursor on a character to see who wrote it.",
  wrote: (name: string, at: string, revision: number) =>
    `${name} wrote this on ${at}, revision ${digits(revision)}.`,
  broughtIn: (name: string, at: string, revision: number) =>
    `Imported by ${name} on ${at}, revision ${digits(revision)}.`,
  accepted: (maker: string, name: string, at: string, revision: number, confidence?: number) =>
    `Suggested by ${maker}${confidence === undefined ? "" : `, ${Math.round(confidence * 100)} % sure`}, accepted by ${name} on ${at}, revision ${digits(revision)}.`,
};
