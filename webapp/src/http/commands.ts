import { at, request, requestText } from "./api";
import type { Job } from "./jobs";
import type { Value } from "./plugins";

/** A command as somebody gives it; parameters that are left to their defaults are not named. */
export interface Order {
  plugin: string;
  name: string;
  parameters: Record<string, Value>;
  /** Counts at a revision; the whole document when it is not there. */
  selection?: { revision: number; start: number; end: number };
}

/** Commands of plugins on one document: section 1 of docs/protocol.md. */
export const commands = {
  list: (document: string) => request<Job[]>("GET", at`/api/documents/${document}/commands`),
  run: (document: string, order: Order) => request<Job>("POST", at`/api/documents/${document}/commands`, order),
  stop: (document: string, job: string) => request<Job>("DELETE", at`/api/documents/${document}/commands/${job}`),
  reportAddress: (document: string, job: string) => at`/api/documents/${document}/commands/${job}/report`,
  reportOfProjectAddress: (project: string, job: string, part?: number) =>
    part === undefined
      ? at`/api/projects/${project}/jobs/${job}/report`
      : at`/api/projects/${project}/jobs/${job}/report?part=${part}`,
  report: (address: string) => requestText(address),
};
