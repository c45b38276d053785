import { at, request } from "./api";

export const TYPES = ["person", "place", "polity", "people", "office", "organization", "work", "era"] as const;
export type EntityType = (typeof TYPES)[number];

export const LABEL_KINDS = ["preferred", "variant", "abbreviation", "transliteration"] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

export const RELATION_KINDS = [
  "holder-of",
  "part-of",
  "child-of",
  "earlier-name-of",
  "author-of",
  "lived-in",
  "successor-of",
  "related-to",
] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** Gregorian dates as far as they are known: 1650, 1650-03, 1650-03-21, or nothing. */
export interface Span {
  from: string;
  to: string;
}

export interface Label {
  text: string;
  kind: LabelKind;
  /** ISO 15924; empty when it does not matter. */
  script: string;
  period: Span;
}

export interface External {
  scheme: string;
  id: string;
  link?: string | undefined;
  match: "exact" | "close";
}

export interface Relation {
  kind: RelationKind;
  target: string;
  period: Span;
}

/** What an authority file says of a person, place, office … */
export interface Entity {
  /** None for one that is to be made. */
  id?: string | undefined;
  type: EntityType;
  labels: Label[];
  period: Span;
  point?: { latitude: number; longitude: number } | undefined;
  notes: string[];
  external: External[];
  relations: Relation[];
  sources: string[];
  /** Which content this is; the server refuses to change another one. */
  seen?: string | undefined;
}

/** An entity in a list. */
export interface EntityLine {
  id: string;
  type: EntityType;
  label: string;
  forms: string[];
  period: Span;
  note?: string;
  /** Whether the project has it itself. */
  own: boolean;
}

export interface Listed {
  own: number;
  server: number;
  total: number;
  entities: EntityLine[];
}

export interface FullEntity {
  entity: Entity & { id: string; seen: string };
  own: boolean;
  /** What the server says, where the project says something else. */
  server?: Entity;
  redirects: string[];
  targets: EntityLine[];
  incoming: { kind: RelationKind; entity: EntityLine }[];
}

/** What had an id: an entity, or the id that it was given up for. */
export interface Side {
  entity?: Entity;
  target?: string;
}

export interface ChangeLine {
  id: string;
  was?: Side;
  becomes?: Side;
}

export type Deed = "ship" | "add" | "edit" | "remove" | "merge" | "split" | "import" | "undo";

export interface StepLine {
  number: number;
  deed: Deed;
  name: string;
  reviewer?: string;
  at: string;
  reason: string;
  undoes?: number;
  changes: ChangeLine[];
  /** It did more than is told here. */
  more: boolean;
}

export interface ProposalLine {
  id: string;
  deed: Deed;
  account: string;
  name: string;
  at: string;
  reason: string;
  changes: ChangeLine[];
  outcome?: "accepted" | "rejected" | "withdrawn";
  decidedBy?: string;
  decidedAt?: string;
  answer?: string;
  step?: number;
}

export interface EntityWish {
  deed: "add" | "edit" | "remove" | "merge" | "split";
  reason: string;
  entities?: Entity[];
  given?: { id: string; seen: string };
}

/** Two that may be one. */
export interface Pair {
  one: string;
  oneLabel: string;
  other: string;
  otherLabel: string;
  likelihood: number;
  /** For and against. */
  reasons: string[];
}

export interface Finding {
  id: string;
  message: string;
}

/** The first of what was found. */
export interface Told<T> {
  count: number;
  found: T[];
}

/** What came of an import; without a step nothing was done. */
export interface Taken {
  step?: number;
  added: number;
  replaced: number;
  same: number;
  kept: number;
  faultCount: number;
  faults: { line: number; message: string }[];
}

export const WRITTEN = ["tsv", "jsonl", "tei", "skos"] as const;
export const READ = [...WRITTEN, "cbdb", "dila", "chgis", "geonames", "wikidata"] as const;
export type FileFormat = (typeof READ)[number];

/** How a file is taken in. */
export interface Taking {
  /** Only say what would come of it. */
  try: boolean;
  /** Leave entries as they are that are there already. */
  keep: boolean;
  /** Take what can be read, when something cannot. */
  skipFaults: boolean;
}

export interface Asked {
  q: string;
  type: string;
  own: boolean;
  from: number;
}

/** The file of a project; without one, that of the server. */
export const authority = (project: string) => {
  const base = project === "" ? "/api/authority" : at`/api/projects/${project}/authority`;
  return {
    list: ({ q, type, own, from }: Asked, limit: number) => {
      const query = new URLSearchParams({ limit: String(limit) });
      if (q.trim() !== "") query.set("q", q.trim());
      if (type !== "") query.set("type", type);
      if (own) query.set("own", "yes");
      if (from > 0) query.set("from", String(from));
      return request<Listed>("GET", `${base}?${query}`);
    },
    entity: (id: string) => request<FullEntity>("GET", base + at`/entity?id=${id}`),
    steps: (id: string, before?: number) => {
      const query = new URLSearchParams();
      if (id !== "") query.set("id", id);
      if (before !== undefined) query.set("before", String(before));
      return request<StepLine[]>("GET", `${base}/steps?${query}`);
    },
    change: (wish: EntityWish) => request<{ step: number; ids: string[] }>("POST", base, wish),
    undo: (step: number, reason: string) =>
      request<{ step: number; ids: string[] }>("POST", base + at`/steps/${step}/undo`, { reason }),
    duplicates: () => request<Told<Pair>>("GET", `${base}/duplicates`),
    check: () => request<Told<Finding>>("GET", `${base}/check`),
    file: (format: FileFormat) => `${base}/file?format=${format}`,
    take: (format: FileFormat, file: Blob, { try: tried, keep, skipFaults }: Taking) => {
      const query = new URLSearchParams({ format });
      if (tried) query.set("try", "yes");
      if (keep) query.set("keep", "yes");
      if (skipFaults) query.set("skip-faults", "yes");
      return request<Taken>("POST", `${base}/file?${query}`, file, "application/octet-stream");
    },
    proposals: (decided: boolean) => request<ProposalLine[]>("GET", `${base}/proposals${decided ? "?decided=yes" : ""}`),
    propose: (wish: EntityWish) => request<ProposalLine>("POST", `${base}/proposals`, wish),
    decide: (proposal: string, outcome: "accepted" | "rejected", answer: string) =>
      request<ProposalLine>("POST", base + at`/proposals/${proposal}/decision`, { outcome, answer }),
    withdraw: (proposal: string) => request<ProposalLine>("DELETE", base + at`/proposals/${proposal}`),
  };
};
