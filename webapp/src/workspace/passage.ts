import { isPlain } from "../markings/views";
import { Refusal } from "../session/asking";
import type { Done } from "../session/frames";
import type { Range } from "../session/loaded";
import { isUnmarked } from "../session/seen";
import { isEditor } from "../session/snapshot";
import type { Approval, Role } from "../session/values";
import { words } from "../strings";
import { type Line, linesOf, nextOpen, type Stage, stageOf } from "./stage";
import type { View } from "./view";
import type { Workspace } from "./workspace";

/** One line of the document: the unit of approval. */
export interface Passage {
  number: number;
  of: number;
  start: number;
  end: number;
  approvals: readonly Approval[];
  /** Somebody's word that it can be reviewed. */
  ready: Approval | undefined;
  stage: Stage;
  /** Neither a mark nor an annotation is in it. */
  unmarked: boolean;
}

/** The passage of a view's cursor. */
export function passageAt({ text, marks, head, session, untouched }: View): Passage {
  const line = text.lineAt(Math.min(head, text.length));
  const said = marks.approvals.filter(({ start, end }) => start === line.from && end === line.to);
  const approvals = said.filter((word) => !word.ready);
  return {
    number: line.number,
    of: text.lines,
    start: line.from,
    end: line.to,
    approvals,
    ready: said.find((word) => word.ready),
    stage: stageOf(said, session.approvalsNeeded, untouched.has(line.from)),
    unmarked: isUnmarked(text, marks.annotations, line.from, line.to),
  };
}

export function mayReview(role: Role): boolean {
  return role === "reviewer" || role === "manager";
}

export const mayCallReady = isEditor;

/** Puts the cursor into the next passage that is not approved. */
export function showNextOpen(workspace: Workspace): void {
  const { text, marks, head, session, standing, untouched } = workspace.now;
  const current = standing !== null && standing.revision === session.revision && session.pending === 0;
  // What is said of passages far away is known to the server only.
  const lines: readonly Pick<Line, "start" | "end" | "stage">[] = current ? standing.passages : linesOf(text, marks.approvals, session.approvalsNeeded, untouched);
  const next = nextOpen(lines, head);
  if (next === undefined) return workspace.say(words.editor.allApproved);
  workspace.show(next.start, next.end, "cursor");
  workspace.say(words.editor.passage(text.lineAt(Math.min(next.start, text.length)).number, text.lines));
}

const TRIES = 3;
/** So many are named at once. */
const AT_ONCE = 500;

/** Approves the passage under the cursor, as it is displayed. Whether one may, the server says. */
export async function approvePassage(workspace: Workspace): Promise<void> {
  await sayOfCursor(workspace, "approve", words.editor.approved);
}

/** Says of the passage under the cursor that it can be reviewed. */
export async function callReady(workspace: Workspace): Promise<void> {
  await sayOfCursor(workspace, "ready", words.editor.calledReady);
}

async function sayOfCursor(workspace: Workspace, type: "approve" | "ready", told: (n: number) => string): Promise<void> {
  const { doc, selection } = workspace.state;
  const { number } = doc.lineAt(selection.main.head);
  for (let attempt = 1; ; attempt++) {
    try {
      const { from, to } = workspace.state.doc.line(number);
      await say(workspace, type, [{ start: from, end: to }]);
      return workspace.say(told(number));
    } catch (refusal) {
      const again = refusal instanceof Refusal && refusal.code === "text-changed" && attempt < TRIES;
      if (!again) return workspace.complain((refusal as Error).message);
    }
  }
}

/** Says something of lines as they are displayed; of those that changed meanwhile or are one's own work nothing is said. */
async function say(workspace: Workspace, type: "approve" | "ready", lines: readonly Range[]): Promise<Done> {
  const { session, state } = workspace;
  if (type === "approve" && !isPlain(workspace.now.look)) throw new Error(words.views.approvePlain);
  if (session.snapshot.pending > 0) throw new Error(words.editor.waitForSave);
  for (const { start, end } of lines) {
    if (!session.knows(state, start, end)) throw new Error(words.editor.waitForMarks);
  }
  return session.ask({ type, passages: await session.seen(lines) });
}

/** What came of saying something of many passages. */
export interface Said {
  done: number;
  /** Why others were left alone, each reason with how often. */
  left: Map<string, number>;
}

/** Says something of many lines, by their numbers; each part is one change. */
export async function sayOfMany(workspace: Workspace, type: "approve" | "ready", numbers: readonly number[]): Promise<Said> {
  const said: Said = { done: 0, left: new Map() };
  const leave = (reason: string, n = 1) => said.left.set(reason, (said.left.get(reason) ?? 0) + n);
  const { session, state } = workspace;
  const all = numbers.map((number) => state.doc.line(number)).map(({ from, to }) => ({ start: from, end: to }));
  const known = all.filter(({ start, end }) => session.knows(state, start, end));
  if (known.length < all.length) leave(words.editor.waitForMarks, all.length - known.length);
  for (let at = 0; at < known.length; at += AT_ONCE) {
    const lines = known.slice(at, at + AT_ONCE);
    try {
      const done = await say(workspace, type, lines);
      said.done += done.decided ?? 0;
      for (const { reason } of done.skipped ?? []) leave(reason.replace(/ at \d+–\d+/, ""));
    } catch (refusal) {
      leave((refusal as Error).message.replace(/ at \d+–\d+/, ""), lines.length);
    }
  }
  return said;
}

export async function withdraw(workspace: Workspace, passage: Passage, word: Approval): Promise<void> {
  try {
    await workspace.session.ask(word.ready ? { type: "unready", ready: word.id } : { type: "withdraw", approval: word.id });
    workspace.say(word.ready ? words.editor.notReadyAnyMore(passage.number) : words.editor.withdrawn(passage.number));
  } catch (refusal) {
    workspace.complain((refusal as Error).message);
  }
}
