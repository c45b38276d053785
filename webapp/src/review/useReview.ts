import type { Text } from "@codemirror/state";
import { useMemo, useRef } from "react";
import { toDocument, underneath } from "../session/ink";
import type { Suggestion } from "../session/values";
import { words } from "../strings";
import { mayReview, passageAt } from "../workspace/passage";
import { useSlowView, useView, useWorkspace } from "../workspace/useWorkspace";
import type { View } from "../workspace/view";
import { conflicts } from "./conflict";
import { decide, type Decision, isOwn } from "./deciding";
import { filtered, stateOf } from "./filter";

/** The review list as it stands and what one can do in it. */
export function useReview() {
  const workspace = useWorkspace();
  const filter = useView((view) => view.filter);
  const chosen = useView((view) => view.chosen);
  const account = useView(({ session }) => session.account);
  const role = useView(({ session }) => session.role);
  const place = useView(({ filter: { where }, from, to, head }) => (where === "everywhere" ? "" : `${from} ${to} ${head}`));
  const { suggestions, text } = useSuggestions();
  const shown = useMemo(() => {
    const view = workspace.now;
    const { from, to } = view;
    const { start, end } = passageAt(view);
    const under = (place: number) => toDocument(view.ink, place);
    const ranges = { passage: { from: under(start), to: under(end) }, selection: { from: under(from), to: under(to) } };
    return filtered(suggestions, filter, ranges, (one) => stateOf(one, account, text));
  }, [suggestions, filter, place]);
  const index = shown.findIndex(({ id }) => id === chosen);
  const current = shown[index];

  function choose(listed: Suggestion | undefined) {
    const suggestion = listed && (workspace.now.marks.suggestions.get(listed.id) ?? listed);
    workspace.choose(suggestion?.id ?? null);
    if (suggestion) workspace.show(suggestion.start, suggestion.end, filter.where === "everywhere" ? "cursor" : "nothing");
  }
  function step(by: number) {
    const next = index < 0 ? 0 : Math.max(0, Math.min(shown.length - 1, index + by));
    choose(shown[next]);
  }
  function barred(suggestion: Suggestion): string | null {
    if (!mayReview(role)) return words.review.onlyReviewers;
    return isOwn(suggestion, account) ? words.review.ownWork : null;
  }
  function settle(decision: Decision) {
    const candidates = current?.candidates.length ?? 0;
    if (!current || barred(current) !== null || (decision.candidate ?? 0) >= candidates) return;
    if (decision.outcome === "accepted" && conflicts(current, text)) return;
    choose(shown[index + 1] ?? shown[index - 1]);
    void decide(workspace, [current], decision);
  }
  /** What the text is now that a proposal was made for another one; null when it is the same. */
  function conflict(suggestion: Suggestion): string | null {
    if (!conflicts(suggestion, text)) return null;
    const now = suggestion.orphaned ? "" : text.sliceString(suggestion.start, suggestion.end);
    return words.review.conflict(suggestion.surface, now);
  }
  /** Proposals of one's own and those for a text that has changed are not for accepting. */
  const acceptable = useMemo(
    () => shown.filter((suggestion) => stateOf(suggestion, account, text) === "open"),
    [shown, account, text],
  );
  const rejectable = useMemo(() => shown.filter((suggestion) => !isOwn(suggestion, account)), [shown, account]);
  const reviews = mayReview(role);
  return { workspace, filter, suggestions, text, shown, acceptable, rejectable, index, current, reviews, choose, step, settle, barred, conflict, isOwn: (one: Suggestion) => isOwn(one, account) };
}

/**
 * All suggestions, and the document's text that they stand in: in a newer one they may stand elsewhere. What is
 * only proposed by typing is no part of it.
 */
function useSuggestions(): { suggestions: readonly Suggestion[]; text: Text } {
  const last = useRef<Pick<View, "marks" | "text" | "ink"> | null>(null);
  const { marks, text, ink } = useSlowView((view) => {
    if (last.current?.marks.suggestions !== view.marks.suggestions) last.current = view;
    return last.current!;
  });
  return useMemo(() => {
    const list = marks.suggestions.list();
    if (ink.runs.length === 0) return { suggestions: list, text };
    const under = (place: number) => toDocument(ink, place);
    const suggestions = list.map((one) => ({ ...one, start: under(one.start), end: under(one.end) }));
    return { suggestions, text: underneath(ink, text) };
  }, [marks.suggestions, text, ink]);
}

export type Review = ReturnType<typeof useReview>;
