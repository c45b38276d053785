import { randomName } from "../session/names";
import type { CommentThread, People, TalkEffect } from "../session/values";
import type { Workspace } from "../workspace/workspace";

export type Shown = "open" | "resolved" | "mentions" | "mine" | "all";

/** Whether a filter shows a thread to somebody. */
export function isShown(thread: CommentThread, shown: Shown, account: string): boolean {
  switch (shown) {
    case "open":
      return !thread.resolved;
    case "resolved":
      return thread.resolved;
    case "mentions":
      return thread.comments.some(({ mentions }) => mentions.includes(account));
    case "mine":
      return thread.comments.some((comment) => comment.account === account);
    case "all":
      return true;
  }
}

/** The accounts that a text names with @ and their name; of names that begin alike the longest counts. */
export function mentionsIn(text: string, people: People): string[] {
  const names = Object.entries(people).sort(([, a], [, b]) => b.name.length - a.name.length);
  const found: string[] = [];
  let rest = text;
  for (const [id, { name }] of names) {
    if (!rest.includes(`@${name}`)) continue;
    found.push(id);
    rest = rest.replaceAll(`@${name}`, " ");
  }
  return found;
}

/** Says something; it is shown when it is in the log. Whether it was taken. */
async function talk(workspace: Workspace, effect: TalkEffect): Promise<boolean> {
  try {
    await workspace.session.ask({ type: "talk", revision: workspace.session.snapshot.revision, talk: effect });
    return true;
  } catch (refusal) {
    workspace.complain((refusal as Error).message);
    return false;
  }
}

/** Begins a thread on a range of the text as it is shown, or on a proposal. */
export function startThread(workspace: Workspace, from: number, to: number, text: string, proposal?: string): Promise<boolean> {
  const { start, end } = workspace.session.confirmedRange(from, to);
  const mentions = mentionsIn(text, workspace.now.session.people);
  const effect = { is: "start-thread", thread: randomName(), start, end, orphaned: false, id: randomName(), text, mentions } as const;
  return talk(workspace, proposal === undefined ? effect : { ...effect, proposal });
}

export function reply(workspace: Workspace, thread: string, text: string): Promise<boolean> {
  const mentions = mentionsIn(text, workspace.now.session.people);
  return talk(workspace, { is: "add-comment", thread, id: randomName(), text, mentions });
}

export function editComment(workspace: Workspace, thread: string, id: string, text: string): Promise<boolean> {
  const mentions = mentionsIn(text, workspace.now.session.people);
  return talk(workspace, { is: "edit-comment", thread, id, text, mentions });
}

export function removeComment(workspace: Workspace, thread: string, id: string): Promise<boolean> {
  return talk(workspace, { is: "remove-comment", thread, id });
}

export function resolve(workspace: Workspace, { id, resolved }: CommentThread): Promise<boolean> {
  return talk(workspace, { is: resolved ? "reopen-thread" : "resolve-thread", thread: id });
}
