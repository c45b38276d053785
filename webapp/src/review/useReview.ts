import { useMemo } from "react";
import type { Suggestion } from "../session/values";
import { words } from "../strings";
import { mayReview, passageAt } from "../workspace/passage";
import { useSlowView, useView, useWorkspace } from "../workspace/useWorkspace";
import { decide, type Decision, isOwn } from "./deciding";
import { filtered } from "./filter";

/** The review list as it stands and what one can do in it. */
export function useReview() {
  const workspace = useWorkspace();
  const filter = useView((view) => view.filter);
  const chosen = useView((view) => view.chosen);
  const account = useView(({ session }) => session.account);
  const role = useView(({ session }) => session.role);
  const place = useView(({ filter: { where }, from, to, head }) => (where === "everywhere" ? "" : `${from} ${to} ${head}`));
  const suggestions = useSlowView(({ marks }) => marks.suggestions).list();
  const shown = useMemo(() => {
    const view = workspace.now;
    const { from, to } = view;
    const { start, end } = passageAt(workspace.state, view.head, view);
    const ranges = { passage: { from: start, to: end }, selection: { from, to } };
    return filtered(suggestions, filter, ranges);
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
    const { id } = current;
    choose(shown[index + 1] ?? shown[index - 1]);
    void decide(workspace, [id], decision);
  }
  /** Withdrawn proposals and those of one's own are not for accepting. */
  const acceptable = useMemo(() => shown.filter((s) => !isOwn(s, account)), [shown, account]);
  const reviews = mayReview(role);
  return { workspace, filter, suggestions, shown, acceptable, index, current, reviews, choose, step, settle, barred };
}

export type Review = ReturnType<typeof useReview>;
