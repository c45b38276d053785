import { Button } from "react-aria-components";
import type { People, Suggestion } from "../session/values";
import { words } from "../strings";
import { actionWords, makerName } from "./words";

interface Props {
  suggestion: Suggestion;
  people: People;
  /** Why this person may not decide on it; null when they may. */
  barred: string | null;
  /** That its text is another one now; null when it is not. */
  conflict: string | null;
  /** Takes it back; null when it is not one's own. */
  onWithdraw: (() => void) | null;
  onAccept(candidate: number): void;
  onCorrect(): void;
  onReject(): void;
  onSkip(): void;
}

/** One suggestion in full: what, from whom, how sure, why, and what to do with it. */
export function SuggestionCard(props: Props) {
  const { suggestion, people, barred, conflict } = props;
  const { review } = words;
  return (
    <section className="suggestion-card" aria-label={suggestion.category}>
      <p className="made-by">
        <strong>{suggestion.category}</strong> · {makerName(suggestion, people)}
        {"plugin" in suggestion.maker ? ` ${suggestion.maker.version}` : ` · ${review.proposal}`}
      </p>
      <ol className="candidates" aria-label={review.candidates}>
        {suggestion.candidates.map((candidate, index) => (
          <li key={index}>
            <Button
              className="candidate"
              isDisabled={barred !== null || conflict !== null}
              onPress={() => props.onAccept(index)}
            >
              <kbd>{index + 1}</kbd>
              <span lang="lzh">{actionWords(candidate.action)}</span>
              <span className="percent">{review.certain(candidate.confidence)}</span>
            </Button>
          </li>
        ))}
      </ol>
      {conflict !== null && (
        <p className="conflict" role="note">
          {conflict}
        </p>
      )}
      {suggestion.explanation && <p className="explanation">{suggestion.explanation}</p>}
      <Evidence links={suggestion.evidence} />
      {barred === null ? (
        <div className="actions">
          <Button className="primary" isDisabled={conflict !== null} onPress={() => props.onAccept(0)}>
            {review.accept}
          </Button>
          <Button onPress={props.onCorrect}>{review.correct}</Button>
          <Button onPress={props.onReject}>{review.reject}</Button>
          <Button onPress={props.onSkip}>{review.skip}</Button>
        </div>
      ) : (
        <p className="aside">{barred}</p>
      )}
      {props.onWithdraw !== null && (
        <div className="actions">
          <Button onPress={props.onWithdraw}>{review.withdraw}</Button>
        </div>
      )}
    </section>
  );
}

function Evidence({ links }: { links: readonly string[] }) {
  if (links.length === 0) return null;
  return (
    <ul className="evidence" aria-label={words.review.evidence}>
      {links.map((link) => (
        <li key={link}>
          {/^https?:\/\//.test(link) ? (
            <a href={link} target="_blank" rel="noreferrer">
              {link.replace(/^https?:\/\//, "")}
            </a>
          ) : (
            link
          )}
        </li>
      ))}
    </ul>
  );
}
