import { count, digits } from "./formats";

export const history = {
  tab: "History",
  none: "Nothing has happened yet.",
  more: "Earlier",
  revert: "Revert",
  revertMany: (n: number) => `Revert ${n} changes`,
  reverted: (n: number) => `Reverted ${count(n, "change")}.`,
  show: "Show the place",
  typed: (text: string) => `wrote “${text}”`,
  deleted: (n: number) => `deleted ${count(n, "character")}`,
  replaced: (n: number, text: string) => `replaced ${count(n, "character")} by “${text}”`,
  annotated: (what: string) => `annotated ${what}`,
  edited: (n: number) => `edited ${count(n, "annotation")}`,
  moved: (n: number) => `moved ${count(n, "annotation")}`,
  removed: (n: number) => `removed ${count(n, "annotation")}`,
  proposed: (n: number) => `proposed ${count(n, "change")}`,
  revised: (n: number) => `went on with ${count(n, "proposal")}`,
  withdrew: (n: number) => `withdrew ${count(n, "proposal")}`,
  decided: (outcome: string, n: number, of: string) => `${outcome} ${count(n, "suggestion")} of ${of}`,
  approved: (n: number) => `approved ${count(n, "passage")}`,
  ready: (n: number) => `called ${count(n, "passage")} ready`,
  unready: (n: number) => `called ${count(n, "passage")} not ready after all`,
  opened: (n: number) => `looked again, blind, at ${count(n, "approval")}`,
  unapproved: (n: number) => `withdrew ${count(n, "approval")}`,
  revertedRevision: (revision: number) => `reverted revision ${digits(revision)}`,
  imported: (title: string, reader?: { plugin: string; version: string }) =>
    `imported “${title}”${reader === undefined ? "" : `, read by ${reader.plugin} ${reader.version}`}`,
  restored: (revision: number, passage = false) =>
    `restored ${passage ? "a passage" : "the text"} from revision ${digits(revision)}`,
  returned: (n: number) => `brought ${count(n, "annotation")} back`,
  undid: (name: string, from: number, to: number) =>
    `undid what ${name} did in revisions ${digits(from)}–${digits(to)}`,
  tookMarks: (name: string | null, passage: boolean) =>
    `took away ${name === null ? "all marks" : `the marks of ${name}`}${passage ? " in a passage" : ""}`,
  nothing: "changed nothing",
  someone: "somebody",
};
