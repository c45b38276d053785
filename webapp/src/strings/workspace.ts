import { count, digits } from "./formats";

const waiting = (n: number, safe: boolean) => `${count(n, "change")} ${safe ? "kept here" : "in this tab only: do not close it"}`;

export const state = {
  opening: "Opening…",
  saved: "Saved",
  saving: "Saving…",
  offline: (n: number, safe: boolean) => (n === 0 ? "Offline" : `Offline, ${waiting(n, safe)}`),
  connecting: (n: number, safe: boolean) => (n === 0 ? "Reconnecting…" : `Reconnecting, ${waiting(n, safe)}`),
  readOnly: "Read only: viewers do not edit",
  full: (n: number, safe: boolean) => `Read only until the server is back: ${waiting(n, safe)}, no more fit`,
  much: (n: number, safe: boolean) => `Saving much: read only until it is saved, ${waiting(n, safe)}`,
  storageFull: (n: number, safe: boolean) =>
    `Read only: the server's storage is full${n === 0 ? "" : `, ${waiting(n, safe)}`}`,
  signedOut: (n: number, safe: boolean) =>
    `Signed out${n === 0 ? "" : `, ${waiting(n, safe)}`}. Sign in again in another tab.`,
  otherAccount: (n: number, safe: boolean) =>
    `Read only: somebody else has signed in here${n === 0 ? "" : `, ${waiting(n, safe)} for you`}. Load the page again.`,
  forbidden: "You may not open this document.",
  quarantined: (n: number) =>
    `This document needs the attention of an administrator${n === 0 ? "" : `, ${count(n, "change")} kept here`}.`,
  protocol: "The server speaks another version. Load the page again.",
};

export const attention = {
  title: "This document cannot be opened",
  what: "Something in its log is wrong. It needs the attention of an administrator; all other documents go on.",
  good: (good: number, last: number) =>
    `Revision ${digits(good)} of ${digits(last)} is the last that can be read. This is its text.`,
  download: "Save this text",
  retry: "Try to open it again",
};

export const mode = {
  label: "What typing does",
  editing: "Editing",
  suggesting: "Suggesting",
  punctuating: "Punctuating",
  annotators: "What you type is proposed: annotators propose, editors change the text.",
  on: "What you type is proposed from now on.",
  off: "What you type goes into the text from now on.",
};

export const top = {
  people: "People here",
  run: "Run plugin",
  wholeDocument: "On the whole document",
  selection: "On the selection",
  elsewhere: (machine: string) => `on ${machine}`,
  dismissTitle: "Drop suggestions",
  dismiss: (name: string) => `Drop those of ${name}`,
  export: "Export",
  ofTheHouse: "Formats of Dianjiao",
  byPlugins: "Written by plugins",
  tei: "TEI (XML)",
  text: "Text with marks",
  bare: "Text without marks",
  panels: "Panels",
  running: (name: string, done: number, total: number) => `${name}: ${done} of ${total}`,
};

export const editor = {
  label: "Text of the document",
  area: "Document",
  approvedBy: (names: string) => `by ${names}`,
  passage: (n: number, of: number) => `Passage ${n} of ${of}`,
  stages: {
    untouched: "untouched",
    work: "in work",
    ready: "ready for review",
    partly: "partly approved",
    approved: "approved",
  },
  approvals: (k: number, n: number) => `${k} of ${n}`,
  readySays: (name: string) => `ready for review, says ${name}`,
  nothingToMark: "nothing to mark",
  approveUnmarked: "Approve: nothing to mark here",
  callReady: "Ready for review",
  calledReady: (n: number) => `Passage ${n} is ready for review.`,
  notReady: "Not ready after all",
  notReadyAnyMore: (n: number) => `Passage ${n} is not called ready any more.`,
  next: "Next not approved",
  allApproved: "Every passage is approved.",
  lapsed: (of: string, by: string, at: string) => `The approval of ${of} became void: ${by} changed the passage, ${at}.`,
  ownLapsed: (by: string, at: string) => `Your approval became void: ${by} changed the passage, ${at}.`,
  showChange: "What changed",
  waitForMarks: "not all that is said about it is here yet; show it first",
  approve: "Approve passage",
  withdraw: "Withdraw approval",
  approved: (n: number) => `Passage ${n} is approved.`,
  withdrawn: (n: number) => `Your approval of passage ${n} is withdrawn.`,
  revision: (n: number) => `Revision ${digits(n)}`,
  waitForSave: "The passage has changes that are not saved yet; try again when they are.",
};

export const passages = {
  tab: "Passages",
  list: "Passages",
  show: "Show",
  all: "all",
  open: "not approved",
  stale: "Counting again…",
  of: (n: number, of: number) => `${n} of ${of}`,
  select: (n: number) => `Select passage ${n}`,
  selectAll: "Select all shown",
  approve: (n: number) => `Approve ${n} selected`,
  callReady: (n: number) => `Call ${n} selected ready`,
  said: (n: number) => `Done for ${count(n, "passage")}.`,
  left: (n: number, reason: string) => `Left alone, ${count(n, "passage")}: ${reason}`,
  more: (n: number) => `${digits(n)} more`,
  none: "There is no such passage.",
  lapsed: "Approvals that became void",
  noneLapsed: "No approval became void.",
  lapse: (of: string, number: number) => `${of}, passage ${number}`,
  lapseBy: (by: string, at: string) => `${by} changed it, ${at}`,
  was: (revision: number) => `approved at revision ${digits(revision)}`,
};

export const legend = {
  tab: "Legend",
  marks: "Annotations",
  suggestions: "Suggestions",
  insertion: "mark to be inserted",
  replacement: "text to be replaced or annotated",
  approved: "approved passage",
  written: "proposed by a person, in that person's colour",
  struck: "to be taken out",
  people: "People",
  you: "you",
  keys: "Keys",
  shortcuts: [
    ["Alt 1 … 8", "annotate the selection: person, place, office, date, work, variant, note, gap"],
    ["Alt G", "find an unencoded character by its components"],
    ["Alt 9", "suggest a change"],
    ["Alt S", "propose what is typed, or type into the text again"],
    ["Alt P", "punctuate: the keys are for marks, or for typing again"],
    ["Alt Enter", "what is annotated at the cursor"],
    ["Ctrl Enter", "approve the passage under the cursor"],
    ["Alt Y", "call the passage under the cursor ready for review"],
    ["Alt C", "characters as transcribed, regularised, simplified, traditional"],
    ["Alt V", "all marks, breaks only 斷句, pauses as 句讀, no marks 白文"],
    ["Alt 0", "the text as it is, after a view"],
    ["Alt M", "the marks, and what made the one at the cursor"],
    ["Alt T", "talk about the selection"],
    ["Alt N", "go to the next passage that is not approved"],
    ["Alt R", "go to the review list"],
    ["Esc", "back to the text"],
    ["Ctrl F", "find"],
    ["Ctrl Z, Ctrl Y", "undo, redo what you did"],
  ] as const,
};

export const notices = {
  region: "Messages",
  plugin: "A plugin failed.",
  stopped: "A plugin does not suggest any more.",
  draft: "It is kept as a draft.",
  showDrafts: "Show drafts",
  dismiss: "Dismiss",
};
