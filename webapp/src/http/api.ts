import type { Account } from "../session/frames";
import type { Approval, ChangeJson, DateBody, Effect, People, Role } from "../session/values";
import { words } from "../strings";
import type { Stage } from "../workspace/stage";
import type { Task as BlindTask } from "./blind";
import type { Step, Task } from "./work";

/** The server's answer to a request that it did not carry out. */
export class HttpFailure extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly line?: number,
    readonly column?: number,
  ) {
    super(message);
  }
}

export interface Status {
  name: string;
  version: string;
  setup: boolean;
  /** The provider that one can sign in with too. */
  openId?: string;
}

export interface ProjectLine {
  id: string;
  name: string;
  role: Role;
  documents: number;
}

export interface DocumentLine {
  id: string;
  title: string;
  revision: number;
  changedAt: string;
}

export interface Member {
  account: string;
  name: string;
  colour: string;
  role: Role;
}

export interface Project {
  id: string;
  name: string;
  role: Role;
  documents: DocumentLine[];
  members: Member[];
}

/** Why a document cannot be opened, and the text of the last revision that can be read. */
export interface Quarantine {
  since: string;
  reason: string;
  revision: number;
  lastRevision: number;
  text: string;
}

export interface HistoryEntry {
  revision: number;
  author: string;
  client: string;
  at: string;
  changes: ChangeJson;
  effects: Effect[];
  excerpt: string;
}

/** Revisions in a row that belong together. */
export interface Stretch {
  first: number;
  last: number;
  from: string;
  to: string;
  authors: string[];
  inserted: number;
  deleted: number;
  annotated: number;
  decided: number;
  landmark?: Effect;
}

/** Somebody or something whose work can be undone. */
export interface Work {
  account?: string;
  plugin?: string;
  version?: string;
  times: number;
}

export interface Timeline {
  revision: number;
  stretches: Stretch[];
  work: Work[];
  people: People;
}

/** The text at one revision and what makes that of another out of it. */
export interface TextDifference {
  from: number;
  to: number;
  text: string;
  changes: ChangeJson;
}

/** What brought a character in. */
export interface Deed {
  revision: number;
  account: string;
  at: string;
  imported: boolean;
  plugin?: string;
  version?: string;
  /** How sure the suggestion was that was accepted. */
  confidence?: number;
  proposer?: string;
}

/** Whose each run of a text is: its length and the index of the deed. */
export interface Blame {
  revision: number;
  start: number;
  end: number;
  acts: Deed[];
  runs: [number, number][];
  people: People;
}

export interface UndoPreview {
  revision: number;
  removed: number;
  restored: number;
  annotations: number;
}

export interface NamedVersion {
  id: string;
  revision: number;
  name: string;
  note: string;
  author: string;
  authorName: string;
  at: string;
}

/** How many passages are how far. */
export type Progress = Record<Stage, number>;

/** An approval, with the time at which it was given. */
export type GivenApproval = Approval & { at: string };

/** An approval that became void by a change. */
export interface Lapse {
  approval: GivenApproval;
  revision: number;
  account: string;
  at: string;
}

/** How the review of a document stands. */
export interface DocumentReview {
  revision: number;
  needed: number;
  progress: Progress;
  passages: { start: number; end: number; stage: Stage; approvals: number }[];
  approvals: GivenApproval[];
  lapsed: Lapse[];
  people: People;
}

/** Something in a document that concerns somebody. */
export interface NewsLine {
  document: string;
  title: string;
  kind: "mention" | "reply" | "approval" | "proposal" | "annotation" | "assignment" | "round";
  revision: number;
  by: string;
  byName: string;
  at: string;
  start: number;
  end: number;
  words: string;
  read: boolean;
  /** What was done with which assignment. */
  work?: { assignment: string; task: Task; step: Step; version: number };
  /** What was done with which round of double work. */
  round?: RoundNews;
}

export interface RoundNews {
  round: string;
  task: BlindTask;
  deed: "started" | "handed_in" | "handed_over" | "closed" | "abandoned";
  number: number;
}

/** What somebody has read of a document, and of the assignments and rounds in it. */
export interface ReadUpTo {
  revision: number;
  assignments: { assignment: string; version: number }[];
  rounds: { round: string; number: number }[];
}

export interface Inbox {
  unread: number;
  news: NewsLine[];
}

/** What second reviewers found; the ends are those of an interval of 95 %. */
export interface ErrorRate {
  reviewed: number;
  corrected: number;
  rate: number;
  low: number;
  high: number;
}

export interface ReviewSettings {
  approvals: number;
  sampled: number;
}

/** How the review of a project stands. */
export interface ProjectReview extends ReviewSettings {
  documents: { id: string; title: string; progress: Progress; errors: ErrorRate }[];
  errors: ErrorRate;
}

/** An instance of a plugin, as it is now. */
export interface PluginLine {
  id: string;
  /** Id of the installed plugin. */
  plugin: string;
  name: string;
  version: string;
  state: string;
  reason: string;
  categories: string[];
  /** `server`, `process` or `remote`; empty when it does not run. */
  runs: string;
  /** Differs with each start. */
  start: string;
  /** The machine that texts go to; empty when it runs here. */
  destination: string;
}

/** What a date may mean that somebody typed, the likeliest first. */
export interface TypedDate {
  readings: DateBody[];
  reason: string;
}

export interface Entry {
  entity: string;
  label: string;
  type: string;
}

export async function request<T>(method: string, path: string, body?: unknown, type = "application/json"): Promise<T> {
  const text = await answer(method, path, body, type);
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** Reads what is plain text. */
export function requestText(path: string): Promise<string> {
  return answer("GET", path);
}

async function answer(method: string, path: string, body?: unknown, type = "application/json"): Promise<string> {
  const headers: Record<string, string> = { "X-Dianjiao": "1" };
  const init: RequestInit = { method, headers };
  if (body !== undefined) {
    headers["Content-Type"] = type;
    init.body = type === "application/json" ? JSON.stringify(body) : (body as BodyInit);
  }
  const response = await fetch(path, init);
  const text = await response.text();
  if (!response.ok) throw failure(response.status, text);
  return text;
}

export function failure(status: number, text: string): HttpFailure {
  try {
    const { code, message, line, column } = JSON.parse(text);
    return new HttpFailure(status, code, message, line, column);
  } catch {
    return new HttpFailure(status, "unavailable", `${words.unexpected} (HTTP ${status})`);
  }
}

export const at = (parts: TemplateStringsArray, ...values: (string | number)[]) =>
  String.raw(parts, ...values.map((value) => encodeURIComponent(value)));

/** Plain HTTP for accounts, projects and files: section 1 of docs/protocol.md. */
export const api = {
  status: () => request<Status>("GET", "/api/status"),
  setup: (token: string, name: string, password: string) =>
    request<Account>("POST", "/api/setup", { token, name, password }),
  signIn: (name: string, password: string, publicComputer = false) =>
    request<Account>("POST", "/api/session", { name, password, publicComputer }),
  signOut: () => request<void>("DELETE", "/api/session"),
  me: () => request<Account>("GET", "/api/me"),
  ticket: async () => (await request<{ ticket: string }>("POST", "/api/ticket")).ticket,
  createAccount: (name: string, password: string) =>
    request<Account>("POST", "/api/accounts", { name, password }),
  projects: () => request<ProjectLine[]>("GET", "/api/projects"),
  createProject: (name: string) => request<{ id: string }>("POST", "/api/projects", { name }),
  project: (id: string) => request<Project>("GET", at`/api/projects/${id}`),
  setRole: (project: string, account: string, role: Role) =>
    request<void>("PUT", at`/api/projects/${project}/members/${account}`, { role }),
  removeMember: (project: string, account: string) =>
    request<void>("DELETE", at`/api/projects/${project}/members/${account}`),
  history: (document: string, limit: number, before?: number) =>
    request<HistoryEntry[]>(
      "GET",
      before === undefined
        ? at`/api/documents/${document}/history?limit=${limit}`
        : at`/api/documents/${document}/history?limit=${limit}&before=${before}`,
    ),
  quarantine: (document: string) => request<Quarantine>("GET", at`/api/documents/${document}/quarantine`),
  release: (document: string) => request<void>("DELETE", at`/api/documents/${document}/quarantine`),
  timeline: (document: string) => request<Timeline>("GET", at`/api/documents/${document}/timeline`),
  difference: (document: string, from: number, to: number) =>
    request<TextDifference>("GET", at`/api/documents/${document}/difference?from=${from}&to=${to}`),
  blame: (document: string, revision: number, start: number, end: number) =>
    request<Blame>(
      "GET",
      at`/api/documents/${document}/blame?revision=${revision}&start=${start}&end=${end}`,
    ),
  undoPreview: (document: string, deeds: Record<string, string | number>) => {
    const query = new URLSearchParams(Object.entries(deeds).map(([key, value]) => [key, String(value)]));
    return request<UndoPreview>("GET", `${at`/api/documents/${document}/undo`}?${query}`);
  },
  versions: (document: string) => request<NamedVersion[]>("GET", at`/api/documents/${document}/versions`),
  addVersion: (document: string, revision: number, name: string, note: string) =>
    request<NamedVersion>("POST", at`/api/documents/${document}/versions`, { revision, name, note }),
  renameVersion: (document: string, version: string, name: string, note: string) =>
    request<NamedVersion[]>("PUT", at`/api/documents/${document}/versions/${version}`, { name, note }),
  removeVersion: (document: string, version: string) =>
    request<NamedVersion[]>("DELETE", at`/api/documents/${document}/versions/${version}`),
  inbox: () => request<Inbox>("GET", "/api/inbox"),
  markRead: (document: string, read: ReadUpTo) => request<void>("PUT", at`/api/documents/${document}/inbox`, read),
  review: (document: string) => request<DocumentReview>("GET", at`/api/documents/${document}/review`),
  projectReview: (project: string) => request<ProjectReview>("GET", at`/api/projects/${project}/review`),
  setReview: (project: string, settings: ReviewSettings) =>
    request<ReviewSettings>("PUT", at`/api/projects/${project}/review`, settings),
  reviewTable: (project: string) => at`/api/projects/${project}/review.csv`,
  date: (document: string, typed: string, place: number) =>
    request<TypedDate>("GET", at`/api/documents/${document}/date?words=${typed}&at=${place}`),
  plugins: () => request<PluginLine[]>("GET", "/api/plugins"),
  lookup: (plugin: string, query: string, type: string, limit = 10) =>
    request<Entry[]>("GET", at`/api/plugins/${plugin}/lookup?query=${query}&type=${type}&limit=${limit}`),
};
