import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { Confirm } from "../app/Confirm";
import { words } from "../strings";
import { Correction } from "./Correction";
import { decide, undoDecision } from "./deciding";
import type { Filter } from "./filter";
import { FilterBar } from "./FilterBar";
import { SuggestionCard } from "./SuggestionCard";
import { SuggestionList } from "./SuggestionList";
import { useView } from "../workspace/useWorkspace";
import { type Review, useReview } from "./useReview";

export function ReviewPanel() {
  const review = useReview();
  const { workspace, filter, suggestions, text, shown, acceptable, rejectable, current, index, settle } = review;
  const people = useView(({ session }) => session.people);
  const role = useView(({ session }) => session.role);
  const reviewFocus = useView((view) => view.reviewFocus);
  const list = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState<Question | null>(null);
  useEffect(() => {
    if (reviewFocus === 0) return;
    list.current?.focus();
    if (index < 0) review.step(0);
  }, [reviewFocus]);
  const setFilter = useCallback((filter: Filter) => workspace.set({ filter }), [workspace]);
  const concerned = asking === "rejected" ? rejectable : acceptable;
  const decideAll = (outcome: "accepted" | "rejected") => {
    void decide(workspace, concerned, outcome === "accepted" ? { outcome, candidate: 0 } : { outcome });
  };
  const back = () => setTimeout(() => list.current?.focus());
  if (suggestions.length === 0) {
    return (
      <div className="panel review">
        <p className="empty">{role === "viewer" ? words.review.noneToRead : words.review.none}</p>
        <Said review={review} />
      </div>
    );
  }
  return (
    <div className="panel review">
      <FilterBar
        filter={filter}
        onChange={setFilter}
        suggestions={suggestions}
        people={people}
      />
      <div className="list-head">
        <span>{words.review.shown(shown.length, suggestions.length)}</span>
        {review.reviews && (
          <Button onPress={() => setAsking("accepted")} isDisabled={acceptable.length === 0}>
            {words.review.acceptAll}
          </Button>
        )}
        {review.reviews && (
          <Button onPress={() => setAsking("rejected")} isDisabled={rejectable.length === 0}>
            {words.review.rejectAll}
          </Button>
        )}
      </div>
      {shown.length === 0 && <p className="empty">{words.review.noneShown}</p>}
      <SuggestionList
        listRef={list}
        shown={shown}
        chosen={index}
        text={text}
        people={people}
        onChoose={(id) => review.choose(shown.find((suggestion) => suggestion.id === id))}
        onKeyDown={(event) => pressed(event, review, setAsking)}
      />
      {current && (
        <SuggestionCard
          key={current.id}
          suggestion={current}
          people={people}
          barred={review.barred(current)}
          conflict={review.conflict(current)}
          onWithdraw={review.isOwn(current) ? () => workspace.withdraw(current.id) : null}
          onAccept={(candidate) => settle({ outcome: "accepted", candidate })}
          onCorrect={() => setAsking("correction")}
          onReject={() => settle({ outcome: "rejected" })}
          onSkip={() => settle({ outcome: "skipped" })}
        />
      )}
      <Said review={review} />
      <p className="keys-hint">{words.review.keys}</p>
      {(asking === "accepted" || asking === "rejected") && (
        <Confirm
          title={words.review.all[asking].title(concerned.length)}
          action={words.review.all[asking].confirm}
          onConfirm={() => decideAll(asking)}
          onClose={() => {
            setAsking(null);
            back();
          }}
        >
          <p>{words.review.all[asking].text}</p>
          {shown.length > concerned.length && <p>{words.review.all[asking].left(shown.length - concerned.length)}</p>}
        </Confirm>
      )}
      {asking === "correction" && current && (
        <Correction
          suggestion={current}
          onCorrect={(correction) => settle({ outcome: "corrected", correction })}
          onClose={() => {
            setAsking(null);
            back();
          }}
        />
      )}
    </div>
  );
}

/** What the last decision did, and the way back. */
function Said({ review }: { review: Review }) {
  const { workspace } = review;
  const said = useView((view) => view.said);
  const decisions = useView((view) => view.decisions.length);
  return (
    <p className="said" role="status">
      {said}{" "}
      {decisions > 0 && (
        <Button className="quiet" onPress={() => void undoDecision(workspace)}>
          {words.review.undo}
        </Button>
      )}
    </p>
  );
}

/** What a window asks before it is done: to accept or reject all that is shown, or what to put in its place. */
type Question = "accepted" | "rejected" | "correction";

function pressed(event: KeyboardEvent, review: Review, ask: (what: Question) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (!act(event.key, review, ask)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Whether the key means something here. */
function act(key: string, review: Review, ask: (what: Question) => void): boolean {
  const { workspace, step, settle, current } = review;
  if (/^[1-9]$/.test(key)) {
    settle({ outcome: "accepted", candidate: Number(key) - 1 });
    return true;
  }
  switch (key) {
    case "j":
    case "ArrowDown":
      step(1);
      return true;
    case "k":
    case "ArrowUp":
      step(-1);
      return true;
    case "Home":
      step(-review.shown.length);
      return true;
    case "End":
      step(review.shown.length);
      return true;
    case "a":
    case "Enter":
      settle({ outcome: "accepted", candidate: 0 });
      return true;
    case "r":
      settle({ outcome: "rejected" });
      return true;
    case "s":
      settle({ outcome: "skipped" });
      return true;
    case "c":
      if (current && review.barred(current) === null) ask("correction");
      return true;
    case "A":
      if (review.reviews && review.acceptable.length > 0) ask("accepted");
      return true;
    case "R":
      if (review.reviews && review.rejectable.length > 0) ask("rejected");
      return true;
    case "u":
      void undoDecision(workspace);
      return true;
    case "Escape":
      workspace.focusText();
      return true;
    default:
      return false;
  }
}
