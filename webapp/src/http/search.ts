import { at, request } from "./api";

export const FOLDS = ["variants", "simplified"] as const;
export const PASSED = ["marks", "lines", "notes", "selectors"] as const;
export const STATES = ["anchored", "orphaned", "proposed"] as const;

export type Fold = (typeof FOLDS)[number];
export type Passed = (typeof PASSED)[number];
export type TagState = (typeof STATES)[number];

/** What is looked for; what is empty does not matter. */
export interface Query {
  q: string;
  fold: readonly Fold[];
  ignore: readonly Passed[];
  document: string;
  kind: string;
  entity: string;
  person: string;
  state: TagState | "";
  from: number;
}

/** A character of a match that is not the one that was asked for. */
export interface Folded {
  start: number;
  end: number;
  /** Empty for any character. */
  asked: string;
  kind: "variant" | "simplified" | "any";
  relation: string;
  sources: string[];
}

/** An annotation that was found, or that a match overlaps. */
export interface Tag {
  id: string;
  start: number;
  end: number;
  kind: string;
  entity: string;
  label: string;
  person: string;
  state: string;
}

export interface Hit {
  document: string;
  revision: number;
  start: number;
  end: number;
  before: string;
  text: string;
  after: string;
  folds: Folded[];
  passed: Passed[];
  tag?: Tag;
}

/** What counts as a character that was asked for. */
export interface Form {
  form: string;
  kind: "variant" | "simplified";
  relation: string;
  sources: string[];
}

export interface Found {
  total: number;
  complete: boolean;
  behind: number;
  from: number;
  documents: { id: string; title: string; matches: number }[];
  hits: Hit[];
  people: Record<string, string>;
  forms: Record<string, Form[]>;
}

/** A query as it stands in an address; what is as usual is left out. */
export function written(query: Query, limit?: number): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const word = Array.isArray(value) ? value.join(",") : String(value);
    if (word !== "" && word !== "0") parts.set(name, word);
  }
  if (limit !== undefined) parts.set("limit", String(limit));
  return parts.toString();
}

/** The other forms of the characters of a text that count as them. */
export async function formsOf(project: string, document: string, text: string, fold: readonly Fold[]): Promise<Record<string, Form[]>> {
  const asked = new URLSearchParams({ q: `"${text.replaceAll('"', "")}"`, fold: fold.join(","), document, limit: "0" });
  return (await request<Found>("GET", `${at`/api/projects/${project}/search`}?${asked}`)).forms;
}

/** Search in a project: section 1 of docs/protocol.md. */
export const search = {
  of: (project: string, query: Query, limit?: number) =>
    request<Found>("GET", `${at`/api/projects/${project}/search`}?${written(query, limit)}`),
};
