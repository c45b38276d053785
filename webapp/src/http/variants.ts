import { at, request } from "./api";
import type { Sweep } from "./sweeps";

/** What a project decided about one character or word. An empty form leaves it as it is. */
export interface Rule {
  from: string;
  form: string;
  type: RuleType;
  /** In which it holds; none means everywhere. */
  words: string[];
  reason: string;
}

export const TYPES = ["variant", "old-form", "borrowed", "taboo", "misprint", "simplified", "traditional"] as const;
export type RuleType = (typeof TYPES)[number];

export interface KeptRule extends Rule {
  account: string;
  name: string;
  at: string;
}

/** All rules of a project, and the version of the table that one has to name to change it. */
export interface Rules {
  version: number;
  rules: KeptRule[];
}

/** How often a rule holds in a document, and how often a regular form is noted there already. */
export interface Count {
  places: number;
  settled: number;
}

export interface Uses {
  document: string;
  title: string;
  counts: Count[];
}

/** One decision at one place. */
export interface Decided {
  start: number;
  end: number;
  from: string;
  form: string;
  type: string;
  reason: string;
  before: string;
  after: string;
}

export interface Wish {
  version: number;
  rules: number[];
  replace: boolean;
}

export const variants = {
  of: (project: string) => request<Rules>("GET", at`/api/projects/${project}/variants`),
  uses: (project: string) => request<Uses[]>("GET", at`/api/projects/${project}/variants/uses`),
  change: (project: string, version: number, rules: Rule[]) =>
    request<Rules>("PUT", at`/api/projects/${project}/variants`, { version, rules: rules.map(bare) }),
  bring: (project: string, version: number, file: string) =>
    request<Rules>("PUT", at`/api/projects/${project}/variants/file`, { version, file }),
  file: (project: string) => at`/api/projects/${project}/variants/file`,
  /** What would be done in a document. */
  look: (document: string, wish: Wish) => request<{ decided: Decided[] }>("POST", at`/api/documents/${document}/variants`, wish),
  /** In some documents, as one change. */
  follow: (project: string, wish: Wish & { documents: string[] }) =>
    request<Sweep>("POST", at`/api/projects/${project}/variants/follow`, wish),
};

function bare({ from, form, type, words, reason }: Rule): Rule {
  return { from, form, type, words, reason };
}
