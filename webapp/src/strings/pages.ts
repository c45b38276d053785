import type { Role } from "../session/values";
import { count, digits, moment } from "./formats";

export const signIn = {
  title: "Sign in",
  name: "Name",
  password: "Password",
  publicComputer: "Others use this computer too: keep nothing here",
  action: "Sign in",
  out: "Sign out",
};

export const setup = {
  title: "Set up Dianjiao",
  intro: "Make the first account. It administers this server. The token stands on the console of the server.",
  token: "Token from the console",
  action: "Make the account",
  done: "This server is set up already.",
};

export const projects = {
  title: "Projects",
  none: "You are not a member of any project yet. A manager can add you.",
  documents: (n: number) => count(n, "document"),
  create: "New project",
  name: "Name of the project",
  action: "Create project",
};

export const project = {
  documents: "Documents",
  none: "No documents yet.",
  changed: (at: string) => `changed ${moment(at)}`,
  revision: (n: number) => `revision ${digits(n)}`,
  members: "Members",
  role: (name: string) => `Role of ${name}`,
  remove: (name: string) => `Remove ${name}`,
  addMember: "Add a member",
  roleLabel: "Role",
  add: "Add",
};

export const importing = {
  title: "Import a text",
  label: "Title",
  labelOrItsOwn: "Title (empty: the file's own, or its name)",
  file: "Choose a file",
  format: "Format",
  plain: "Plain text (UTF-8)",
  by: (label: string, plugin: string) => `${label} (${plugin})`,
  paste: "…or paste the text",
  action: "Import",
  refused: "The text was refused",
  place: (line: number, column: number) => `line ${line}, column ${column}`,
  kept: "The text is kept character by character; only line ends become LF.",
  read: (plugin: string) =>
    `${plugin} reads the file, and you bring it in: its text and annotations become a new document. Nothing in it counts as approved.`,
  elsewhere: (plugin: string, machine: string) => `The file goes to ${plugin} on ${machine}.`,
};

export const accounts = {
  title: "Accounts",
  create: "New account",
  name: "Name",
  password: "First password",
  action: "Create account",
  created: (name: string) => `The account ${name} is there.`,
  administrator: "administrator",
};

export const audit = {
  title: "Audit log",
  operation: "Only this operation, such as set-role",
  none: "There is nothing of this kind.",
  nobody: "nobody signed in",
  newer: "Newer",
  older: "Older",
  outcomes: { allowed: "allowed", failed: "failed", denied: "denied", omitted: "more like it:" } as Record<string, string>,
};

export const roles = {
  viewer: "Viewer",
  annotator: "Annotator",
  editor: "Editor",
  reviewer: "Reviewer",
  manager: "Manager",
} satisfies Record<Role, string>;

export const kept = {
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
};

export const projectReview = {
  title: "Review",
  show: "Show how far the documents are",
  approvals: "Approvals that a passage needs (1–5)",
  sampled: "Passages of a hundred that come back, blind, to a second reviewer",
  settings: (approvals: number, sampled: number) =>
    `A passage needs ${count(approvals, "approval")}; ${digits(sampled)} of a hundred come back to a second reviewer, who does not know it.`,
  noErrors: "No second reviewer has looked yet.",
  errors: (corrected: number, reviewed: number, rate: string, low: string, high: string) =>
    `Of ${count(reviewed, "approval")} that a second reviewer saw, ${digits(corrected)} had to be corrected: ${rate} (95 %: ${low} to ${high}).`,
  table: "As a table (CSV)",
};
