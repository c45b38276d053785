import type { Anchored } from "./anchored";
import type { Comment, CommentThread, TalkEffect } from "./values";

/** The threads after somebody said something. */
export function talked(
  threads: Anchored<CommentThread>,
  effect: TalkEffect,
  { author: account, at }: { author: string; at: string },
): Anchored<CommentThread> {
  if (effect.is === "start-thread") {
    const { thread: id, start, end, orphaned, proposal, id: first, text, mentions } = effect;
    const comment = { id: first, account, at, text, mentions, edited: false, removed: false };
    const thread = { id, start, end, orphaned, resolved: false, comments: [comment] };
    return threads.with([proposal === undefined ? thread : { ...thread, proposal }]);
  }
  const thread = threads.get(effect.thread);
  if (thread === undefined) return threads;
  return threads.with([said(thread, effect, account, at)]);
}

function said(thread: CommentThread, effect: Exclude<TalkEffect, { is: "start-thread" }>, account: string, at: string): CommentThread {
  switch (effect.is) {
    case "add-comment": {
      const { id, text, mentions } = effect;
      return { ...thread, comments: [...thread.comments, { id, account, at, text, mentions, edited: false, removed: false }] };
    }
    case "edit-comment": {
      const { id, text, mentions } = effect;
      return withComment(thread, id, (comment) => (comment.removed ? comment : { ...comment, text, mentions, edited: true }));
    }
    case "remove-comment":
      return withComment(thread, effect.id, (comment) => ({ ...comment, text: "", mentions: [], removed: true }));
    case "resolve-thread":
      return { ...thread, resolved: true };
    case "reopen-thread":
      return { ...thread, resolved: false };
  }
}

function withComment(thread: CommentThread, id: string, change: (comment: Comment) => Comment): CommentThread {
  return { ...thread, comments: thread.comments.map((comment) => (comment.id === id ? change(comment) : comment)) };
}
