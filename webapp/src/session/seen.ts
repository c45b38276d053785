import type { Text } from "@codemirror/state";
import { isMark } from "../markings/marks";
import type { Confirmed } from "./confirmed";
import type { SeenPassage } from "./frames";

/**
 * A value in the form of RFC 8785, without numbers that are not whole: keys in order, no spaces, strings as
 * `JSON.stringify` writes them.
 */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(",")}}`;
}

/** What a reviewer sees of a passage, in the form that is hashed: docs/protocol.md, "What a reviewer sees". */
export function seenForm({ text, annotations }: Pick<Confirmed, "text" | "annotations">, start: number, end: number): string {
  const said = annotations.in(start, end).map((one) => ({
    start: one.start - start,
    end: one.end - start,
    orphaned: one.orphaned,
    body: one.body,
    form: canonical(one.body),
  }));
  said.sort(
    (a, b) =>
      a.start - b.start ||
      a.end - b.end ||
      Number(a.orphaned) - Number(b.orphaned) ||
      (a.form < b.form ? -1 : a.form > b.form ? 1 : 0),
  );
  return canonical({
    annotations: said.map(({ form: _, ...rest }) => rest),
    text: text.sliceString(start, end),
  });
}

/** Whole lines as they are displayed, in the places of the server. */
export function seen(confirmed: Confirmed, lines: readonly { start: number; end: number }[]): Promise<SeenPassage[]> {
  return Promise.all(
    lines.map(async ({ start, end }) => ({ start, end, hash: await sha256(seenForm(confirmed, start, end)) })),
  );
}

/** Lower-case hex SHA-256 of the text in UTF-8. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether a passage has neither a mark nor an annotation; then approving it says that there is nothing to mark. */
export function isUnmarked(text: Text, annotations: Confirmed["annotations"], start: number, end: number): boolean {
  return annotations.in(start, end).length === 0 && ![...text.sliceString(start, end)].some(isMark);
}
