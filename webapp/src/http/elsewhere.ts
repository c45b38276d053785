import { at, request } from "./api";

/** What may be meant, as another service says it. */
export interface Candidate {
  id: string;
  name: string;
  description: string;
  types: string[];
  /** In the measure of the service. */
  score: number;
  /** Whether the service is certain. */
  match: boolean;
  /** A page about it. */
  link?: string;
}

export interface Candidates {
  service: string;
  /** What the service calls itself. */
  name?: string;
  /** A word for its identifiers. */
  scheme: string;
  candidates: Candidate[];
}

/** Other reconciliation services, asked through the server. */
export const elsewhere = {
  services: () => request<{ services: string[] }>("GET", "/api/elsewhere"),
  candidates: (service: string, query: string) =>
    request<Candidates>("GET", at`/api/elsewhere/candidates?service=${service}&q=${query}`),
};
