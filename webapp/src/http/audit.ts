import { request } from "./api";

/** A row of the audit log. */
export interface AuditLine {
  number: number;
  at: string;
  outcome: string;
  operation: string;
  account: string;
  name: string;
  thing: string;
  address: string;
  detail: string;
}

const AT_ONCE = 50;

/** The newest rows before a number, of one operation or of all. */
export function audit(operation: string, before?: number): Promise<AuditLine[]> {
  const query = new URLSearchParams({ limit: String(AT_ONCE) });
  if (operation !== "") query.set("operation", operation);
  if (before !== undefined) query.set("before", String(before));
  return request("GET", `/api/audit?${query}`);
}
