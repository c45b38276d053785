import { at, request } from "./api";

/** What is looked at; what is empty does not matter. */
export interface Asked {
  entity: string;
  /** Of entities, parted by commas. */
  type: string;
  document: string;
  since: string;
  until: string;
}

export const EVERYTHING: Asked = { entity: "", type: "", document: "", since: "", until: "" };

/** A date in a text; `from` and `to` are empty when its days are not known. */
export interface Dated {
  document: string;
  annotation: string;
  start: number;
  end: number;
  passage: number;
  surface: string;
  norm: string;
  from: string;
  to: string;
  reference: boolean;
  fault: string;
}

/** A place at which an annotation names an entity. */
export interface Mention {
  document: string;
  annotation: string;
  start: number;
  end: number;
  passage: number;
  surface: string;
  entity: string;
  label: string;
  type: string;
  date?: Dated;
}

export interface Told {
  mention: Mention;
  before: string;
  behind: string;
}

export interface Mentions {
  total: number;
  from: number;
  complete: boolean;
  titles: Record<string, string>;
  mentions: Told[];
}

/** How often an entity is mentioned, in which forms, and in passages of which years. */
export interface Mentioned {
  entity: string;
  label: string;
  type: string;
  mentions: number;
  documents: number;
  surfaces: Record<string, number>;
  years: Record<string, number>;
}

export interface Point {
  latitude: number;
  longitude: number;
}

export interface Seen {
  mentioned: Mentioned;
  point?: Point;
}

export interface Entities {
  total: number;
  complete: boolean;
  entities: Seen[];
}

/** A date, and what is mentioned between it and the next one. */
export interface Scene {
  date: Dated;
  before: string;
  behind: string;
  mentions: number;
  names: string[];
}

export interface Dates {
  total: number;
  complete: boolean;
  titles: Record<string, string>;
  dates: Scene[];
}

/** How often two entities are mentioned near to each other. */
export interface Together {
  first: string;
  second: string;
  times: number;
}

export interface Network {
  total: number;
  complete: boolean;
  entities: Mentioned[];
  together: Together[];
}

export type Table = "mentions" | "entities" | "dates" | "network";

/** As it stands in an address; what is empty is left out. */
export function written(asked: Asked, more: Record<string, string | number> = {}): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...asked, ...more })) if (value !== "") parts.set(name, String(value));
  return parts.toString();
}

/** Who and what is mentioned in a project: section 1 of docs/protocol.md. */
export const pictures = {
  mentions: (project: string, asked: Asked, from: number, limit: number) =>
    request<Mentions>("GET", `${at`/api/projects/${project}/mentions`}?${written(asked, { from, limit })}`),
  entities: (project: string, asked: Asked) =>
    request<Entities>("GET", `${at`/api/projects/${project}/pictures/entities`}?${written(asked)}`),
  dates: (project: string, asked: Asked) =>
    request<Dates>("GET", `${at`/api/projects/${project}/pictures/dates`}?${written(asked)}`),
  network: (project: string, asked: Asked, limit: number, reach: number) =>
    request<Network>("GET", `${at`/api/projects/${project}/pictures/network`}?${written(asked, { limit, reach })}`),
  /** Where the file of a table is. */
  file: (project: string, table: Table, asked: Asked, more: Record<string, number> = {}) =>
    `${at`/api/projects/${project}/pictures/files/${`${table}.csv`}`}?${written(asked, more)}`,
};
