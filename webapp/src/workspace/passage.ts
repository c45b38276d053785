import { Refusal } from "../session/asking";
import type { Approval, Role } from "../session/values";
import { words } from "../strings";
import type { View, Workspace } from "./workspace";

/** One line of the document: the unit of approval. */
export interface Passage {
  number: number;
  of: number;
  start: number;
  end: number;
  approvals: readonly Approval[];
}

/** The passage of a view's cursor. */
export function passageAt({ text, marks, head }: View): Passage {
  const line = text.lineAt(Math.min(head, text.length));
  const approvals = marks.approvals.filter(({ start, end }) => start === line.from && end === line.to);
  return { number: line.number, of: text.lines, start: line.from, end: line.to, approvals };
}

export function mayReview(role: Role): boolean {
  return role === "reviewer" || role === "manager";
}

const TRIES = 3;

/** Approves the passage under the cursor, as it is displayed. Whether one may, the server says. */
export async function approvePassage(workspace: Workspace): Promise<void> {
  const { doc, selection } = workspace.state;
  const { number } = doc.lineAt(selection.main.head);
  for (let attempt = 1; ; attempt++) {
    try {
      await approve(workspace, number);
      return workspace.say(words.editor.approved(number));
    } catch (refusal) {
      const again = refusal instanceof Refusal && refusal.code === "text-changed" && attempt < TRIES;
      if (!again) return workspace.complain((refusal as Error).message);
    }
  }
}

async function approve(workspace: Workspace, number: number): Promise<void> {
  if (workspace.session.snapshot.pending > 0) throw new Error(words.editor.waitForSave);
  const line = workspace.state.doc.line(number);
  const hash = await sha256(line.text);
  const { start, end } = workspace.session.confirmedRange(line.from, line.to);
  await workspace.session.ask({ type: "approve", start, end, hash });
}

export async function withdrawApproval(workspace: Workspace, passage: Passage, id: string): Promise<void> {
  try {
    await workspace.session.ask({ type: "withdraw", approval: id });
    workspace.say(words.editor.withdrawn(passage.number));
  } catch (refusal) {
    workspace.complain((refusal as Error).message);
  }
}

/** Lower-case hex SHA-256 of the text in UTF-8. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
