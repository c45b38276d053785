/** Every word that the workspace shows, in one place. */
import type { DraftReason } from "./session/kept";
import type { EditEffect, Role } from "./session/values";

/** Made once: making one takes longer than drawing the page. */
const format = new Intl.NumberFormat("en");
const digits = (n: number) => format.format(n);

const count = (n: number, one: string, many = `${one}s`) => `${digits(n)} ${n === 1 ? one : many}`;

const waiting = (n: number, safe: boolean) => `${count(n, "change")} ${safe ? "kept here" : "in this tab only: do not close it"}`;

export const words = {
  name: "Dianjiao 點校",
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  notFound: "There is nothing at this address.",
  unexpected: "Something went wrong.",
  home: "Projects",

  signIn: {
    title: "Sign in",
    name: "Name",
    password: "Password",
    action: "Sign in",
    out: "Sign out",
  },

  setup: {
    title: "Set up Dianjiao",
    intro: "Make the first account. It administers this server. The token stands on the console of the server.",
    token: "Token from the console",
    action: "Make the account",
    done: "This server is set up already.",
  },

  projects: {
    title: "Projects",
    none: "You are not a member of any project yet. A manager can add you.",
    documents: (n: number) => count(n, "document"),
    create: "New project",
    name: "Name of the project",
    action: "Create project",
  },

  project: {
    documents: "Documents",
    none: "No documents yet.",
    changed: (at: string) => `changed ${moment(at)}`,
    revision: (n: number) => `revision ${digits(n)}`,
    members: "Members",
    role: (name: string) => `Role of ${name}`,
    remove: (name: string) => `Remove ${name}`,
    addMember: "Add a member",
    account: "Account",
    roleLabel: "Role",
    add: "Add",
  },

  importing: {
    title: "Import a text",
    label: "Title",
    file: "Choose a plain text file (UTF-8)",
    paste: "…or paste the text",
    action: "Import",
    refused: "The text was refused",
    place: (line: number, column: number) => `line ${line}, column ${column}`,
    kept: "The text is kept character by character; only line ends become LF.",
  },

  accounts: {
    title: "Accounts",
    create: "New account",
    name: "Name",
    password: "First password",
    action: "Create account",
    created: (name: string) => `The account ${name} is there.`,
    administrator: "administrator",
  },

  roles: {
    viewer: "Viewer",
    annotator: "Annotator",
    reviewer: "Reviewer",
    manager: "Manager",
  } satisfies Record<Role, string>,

  state: {
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
  },

  attention: {
    title: "This document cannot be opened",
    what: "Something in its log is wrong. It needs the attention of an administrator; all other documents go on.",
    good: (good: number, last: number) =>
      `Revision ${good.toLocaleString("en")} of ${last.toLocaleString("en")} is the last that can be read. This is its text.`,
    download: "Save this text",
    retry: "Try to open it again",
  },

  drafts: {
    tab: (n: number) => `Drafts (${n})`,
    intro: "These edits are not in the text. Apply each where it belongs, or discard them.",
    one: "Draft",
    reason: {
      "too-long": "Too much has changed since these edits were made.",
      "other-history": "The document was restored from a backup; these edits belong to what was there before.",
      refused: "The server did not take these edits:",
      removed: "Somebody has removed the annotation meanwhile.",
      forbidden: "You may not change this document any more.",
    } satisfies Record<DraftReason, string>,
    kept: (at: string) => `made ${at}`,
    none: "nothing",
    was: "There was",
    now: "You made it",
    mark: {
      "add-annotation": "annotated",
      "edit-annotation": "edited an annotation",
      "move-annotation": "moved an annotation to",
      "remove-annotation": "removed an annotation",
      propose: "proposed a change of",
      "withdraw-proposal": "withdrew a proposal",
    } satisfies Record<EditEffect["is"], string>,
    apply: "Apply",
    applied: "Applied",
    copy: "Copy",
    copied: "Copied.",
    show: "Show the place",
    lost: "Its place cannot be found any more: the text around it has changed. Copy it and put it where it belongs.",
    gone: "The annotation is not there any more.",
    discard: "Discard",
    discardTitle: "Discard this draft?",
    discardText: (n: number) => `${count(n, "edit")} will be gone for good.`,
  },

  kept: {
    region: "Not saved yet",
    line: (edits: number, drafts: number) =>
      [edits > 0 ? `${count(edits, "change")} not saved` : "", drafts > 0 ? count(drafts, "draft") : ""]
        .filter((part) => part !== "")
        .join(", "),
    hint: "Some of your work waits in this browser. Open the document to bring it in:",
    untitled: "a document",
    leaveTitle: "Sign out with unsaved work?",
    leaveText: "It can stay in this browser until you sign in again; nobody else who signs in here sees it. On a computer that is not yours, open the documents first and let it be saved, or delete it.",
    leaveKeep: "Sign out, keep it here",
    leaveDelete: "Delete it and sign out",
  },

  top: {
    people: "People here",
    run: "Run plugin",
    wholeDocument: "On the whole document",
    selection: "On the selection",
    dismissTitle: "Drop suggestions",
    dismiss: (name: string) => `Drop those of ${name}`,
    export: "Export",
    tei: "TEI (XML)",
    text: "Text with marks",
    bare: "Text without marks",
    panels: "Panels",
    running: (name: string, done: number, total: number) => `${name}: ${done} of ${total}`,
  },

  editor: {
    label: "Text of the document",
    area: "Document",
    approvedBy: (names: string) => `approved by ${names}`,
    passage: (n: number, of: number) => `Passage ${n} of ${of}`,
    notApproved: "not approved",
    approve: "Approve passage",
    withdraw: "Withdraw approval",
    approved: (n: number) => `Passage ${n} is approved.`,
    withdrawn: (n: number) => `Your approval of passage ${n} is withdrawn.`,
    revision: (n: number) => `Revision ${digits(n)}`,
    waitForSave: "The passage has changes that are not saved yet; try again when they are.",
  },

  annotate: {
    toolbar: "Annotate the selection",
    kinds: {
      person: "Person",
      place: "Place",
      polity: "Polity",
      people: "People",
      office: "Office",
      organization: "Organization",
      work: "Work",
      era: "Era",
      date: "Date",
      variant: "Variant character",
      glyph: "Unencoded character",
      gap: "Gap",
      note: "Note",
    } as Record<string, string>,
    hints: {
      person: "人",
      place: "地",
      polity: "國",
      people: "族",
      office: "官",
      organization: "署",
      work: "書",
      era: "元",
      date: "日",
      variant: "異",
      glyph: "字",
      gap: "□",
      note: "注",
    } as Record<string, string>,
    suggest: "Suggest a change…",
    suggestTitle: "Suggest a change",
    replacement: "Replace by",
    reason: "Reason",
    propose: "Suggest",
    lookup: "Find in the authority file",
    results: "Entries",
    none: "Nothing found.",
    plain: "Tag without a link",
    form: "Regular form",
    description: "Description",
    gapReason: "What happened",
    gapReasons: { lost: "lost", illegible: "illegible", omitted: "omitted" },
    quantity: "How many characters (0: unknown)",
    note: "Note",
    add: "Annotate",
    title: (kind: string) => `Annotate as ${kind.toLowerCase()}`,
    editTitle: (kind: string) => `Edit: ${kind.toLowerCase()}`,
    edit: "Edit",
    remove: "Remove",
    popover: "Annotations here",
    by: (name: string) => `by ${name}`,
  },

  annotations: {
    tab: "Annotations",
    none: "Nothing is annotated yet. Select some text to begin.",
    orphans: "Text is gone",
    orphansHint: "The text of these was deleted. Select where they belong and move them, or remove them.",
    move: "Move to selection",
    more: (n: number) => `and ${digits(n)} more`,
    all: "All kinds",
    kind: "Kind",
    proposals: "Your proposals",
    withdraw: "Withdraw",
    count: (n: number) => count(n, "annotation"),
    unknown:
      "What was deleted is longer than the part of this document whose annotations are loaded here. Undo brings its text back, but not all of its annotations. To bring back everything, a reviewer restores the revision before it: History, Timeline and versions.",
    inSight: (n: number, total: number) => `${digits(n)} in sight of ${count(total, "annotation")}`,
  },

  review: {
    tab: "Review",
    none: "No suggestions. Run a plugin, or select text and suggest a change.",
    noneToRead: "No suggestions.",
    noneShown: "No suggestion passes the filter.",
    list: "Suggestions",
    shown: (shown: number, all: number) => (shown === all ? count(all, "suggestion") : `${digits(shown)} of ${count(all, "suggestion")}`),
    filter: "Filter",
    plugin: "Made by",
    anyone: "anyone",
    category: "Category",
    anything: "any",
    mark: "Mark",
    confidence: "Confidence from",
    where: "Where",
    everywhere: "document",
    inPassage: "passage",
    inSelection: "selection",
    sort: "Order",
    byPlace: "by place",
    byConfidence: "most certain first",
    byDoubt: "least certain first",
    accept: "Accept",
    correct: "Correct…",
    reject: "Reject",
    skip: "Skip",
    acceptAll: "Accept all shown",
    confirmTitle: (n: number) => `Accept ${count(n, "suggestion")}?`,
    confirmText: "The best candidate of each is taken. One undo takes it all back.",
    ownLeft: (n: number) => `${count(n, "proposal")} of your own stay${n === 1 ? "s" : ""} for somebody else.`,
    confirm: "Accept all",
    correctTitle: "Correct the suggestion",
    correction: "What should stand here",
    undo: "Undo",
    undone: "The last decision is undone.",
    candidates: "Candidates",
    evidence: "Evidence",
    delete: "delete",
    certain: (confidence: number) => `${Math.round(confidence * 100)} %`,
    proposal: "proposal",
    onlyReviewers: "Reviewers decide on suggestions.",
    ownWork: "This is your own proposal; somebody else has to accept it.",
    keys: "j k move · a accept · 1–9 candidate · c correct · r reject · s skip · A accept all · u undo · Esc text",
    outcome: {
      accepted: (n: number) => `Accepted ${count(n, "suggestion")}.`,
      corrected: (n: number) => `Corrected ${count(n, "suggestion")}.`,
      rejected: (n: number) => `Rejected ${count(n, "suggestion")}.`,
      skipped: (n: number) => `Skipped ${count(n, "suggestion")}.`,
    },
    left: (n: number, reason: string) => ` ${count(n, "was", "were")} left alone: ${reason}`,
  },

  history: {
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
    withdrew: (n: number) => `withdrew ${count(n, "proposal")}`,
    decided: (outcome: string, n: number, of: string) => `${outcome} ${count(n, "suggestion")} of ${of}`,
    approved: (n: number) => `approved ${count(n, "passage")}`,
    unapproved: (n: number) => `withdrew ${count(n, "approval")}`,
    revertedRevision: (revision: number) => `reverted revision ${digits(revision)}`,
    imported: (title: string) => `imported “${title}”`,
    restored: (revision: number, passage = false) =>
      `restored ${passage ? "a passage" : "the text"} from revision ${revision.toLocaleString("en")}`,
    returned: (n: number) => `brought ${count(n, "annotation")} back`,
    undid: (name: string, from: number, to: number) =>
      `undid what ${name} did in revisions ${from.toLocaleString("en")}–${to.toLocaleString("en")}`,
    nothing: "changed nothing",
    someone: "somebody",
  },

  past: {
    open: "Timeline and versions…",
    title: "Timeline and versions",
    text: "Text at the chosen revision",
    scrubber: "Timeline",
    revision: (latest: number) => `Revision (1–${latest.toLocaleString("en")})`,
    against: "Marked against",
    before: "what was before",
    now: "the newest text",
    nothing: "nothing",
    version: (name: string) => `“${name}”`,
    stretch: (names: string, at: string, what: string) => `${at} · ${names}: ${what}`,
    figures: (of: { inserted: number; deleted: number; annotated: number; decided: number }) =>
      [
        of.inserted > 0 && `+${of.inserted.toLocaleString("en")}`,
        of.deleted > 0 && `−${of.deleted.toLocaleString("en")}`,
        of.decided > 0 && count(of.decided, "decision"),
        of.annotated > 0 && count(of.annotated, "annotation"),
      ]
        .filter(Boolean)
        .join(", ") || "reviewed",
    restorePassage: "Restore the selected passage",
    restore: (revision: number) => `Restore revision ${revision.toLocaleString("en")}`,
    restored: (revision: number, as: number) =>
      `Restored from revision ${revision.toLocaleString("en")} as revision ${as.toLocaleString("en")}.`,
    selectHint: (at: string) => (at === "" ? "" : "Select in the text to restore only a passage. What is restored is a new change; nothing is lost."),
    versions: "Named versions",
    noVersions: "No revision has a name yet.",
    name: (revision: number) => `Name revision ${revision.toLocaleString("en")}…`,
    versionName: "Name",
    versionNote: "Note",
    versionBy: (revision: number, name: string, at: string) =>
      `revision ${revision.toLocaleString("en")}, ${name}, ${at}`,
    rename: "Rename",
    removeName: (name: string) => `Remove the name ${name}`,
    undo: "Undo somebody’s work",
    workOf: "All that was done by",
    nobody: "choose…",
    from: "From revision",
    to: "To revision",
    worker: (name: string, plugin: boolean, times: number) =>
      `${name} (${plugin ? `${times.toLocaleString("en")} accepted` : count(times, "change")})`,
    preview: (removed: number, restored: number, annotations: number) =>
      `${count(removed, "character")} will go, ${restored.toLocaleString("en")} will come back, ${count(annotations, "annotation")} will change. What others did stays.`,
    nothingToUndo: "Nothing of it is left to undo.",
    undoAction: "Undo all of it",
    undone: (revision: number) => `Undone as revision ${revision.toLocaleString("en")}. Revert that revision to take it back.`,
    tint: "Show who wrote what",
    legend: "Who wrote what",
    imported: "Imported text",
    plugin: (id: string, version: string) => (version === "" ? id : `${id} ${version}`),
    cursorHint: "Put the cursor on a character to see who wrote it.",
    wrote: (name: string, at: string, revision: number) =>
      `${name} wrote this on ${at}, revision ${revision.toLocaleString("en")}.`,
    broughtIn: (name: string, at: string, revision: number) =>
      `Imported by ${name} on ${at}, revision ${revision.toLocaleString("en")}.`,
    accepted: (maker: string, name: string, at: string, revision: number) =>
      `Suggested by ${maker}, accepted by ${name} on ${at}, revision ${revision.toLocaleString("en")}.`,
  },

  legend: {
    tab: "Legend",
    marks: "Annotations",
    suggestions: "Suggestions",
    insertion: "mark to be inserted",
    replacement: "text to be replaced or annotated",
    approved: "approved passage",
    people: "People",
    you: "you",
    keys: "Keys",
    shortcuts: [
      ["Alt 1 … 8", "annotate the selection: person, place, office, date, work, variant, note, gap"],
      ["Alt 9", "suggest a change"],
      ["Alt Enter", "what is annotated at the cursor"],
      ["Ctrl Enter", "approve the passage under the cursor"],
      ["Alt R", "go to the review list"],
      ["Esc", "back to the text"],
      ["Ctrl F", "find"],
      ["Ctrl Z, Ctrl Y", "undo, redo what you did"],
    ] as const,
  },

  notices: {
    region: "Messages",
    plugin: "A plugin failed.",
    draft: "It is kept as a draft.",
    showDrafts: "Show drafts",
    dismiss: "Dismiss",
  },
};

/** What somebody or something else said, so that sentences may stand before and behind it. */
export function sentence(said: string): string {
  const trimmed = said.trim();
  if (trimmed === "") return "";
  const ended = /[.!?…。！？)]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

export function moment(at: string): string {
  return new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

export function clock(at: string): string {
  return new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
