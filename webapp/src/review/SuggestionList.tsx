import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Text } from "@codemirror/state";
import type { People, Suggestion } from "../session/values";
import { words } from "../strings";
import { confidenceOf } from "./filter";
import { actionWords, makerName } from "./words";
import { reveal, visible } from "./windowing";

const ROW = 44;
const AROUND = 7;

interface Props {
  listRef: RefObject<HTMLDivElement | null>;
  shown: readonly Suggestion[];
  chosen: number;
  text: Text;
  people: People;
  onChoose(id: string): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** The list; only rows in sight are in the page, so that thousands stay fluid. */
export function SuggestionList(props: Props) {
  const { listRef, shown, chosen, onChoose, onKeyDown } = props;
  const [scrolled, setScrolled] = useState(0);
  const height = useHeight(listRef);
  useLayoutEffect(() => {
    const list = listRef.current;
    if (list === null || chosen < 0) return;
    list.scrollTop = reveal(chosen, list.scrollTop, list.clientHeight, ROW);
  }, [chosen, listRef, height]);
  const { first, end } = visible(scrolled, height, ROW, shown.length);
  return (
    // The list itself holds the keyboard focus and names its active option.
    <div
      ref={listRef}
      className="suggestions"
      role="listbox"
      tabIndex={0}
      aria-label={words.review.list}
      aria-activedescendant={chosen >= first && chosen < end ? optionId(shown[chosen]!) : undefined}
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <div className="suggestions-height" role="presentation" style={{ height: shown.length * ROW }}>
        {shown.slice(first, end).map((suggestion, index) => (
          <Row
            key={suggestion.id}
            {...props}
            suggestion={suggestion}
            index={first + index}
            isChosen={first + index === chosen}
            onChoose={onChoose}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps extends Props {
  suggestion: Suggestion;
  index: number;
  isChosen: boolean;
}

function Row({ suggestion, index, isChosen, shown, text, people, onChoose }: RowProps) {
  const { start, end, candidates } = suggestion;
  const best = candidates[0];
  return (
    <div
      id={optionId(suggestion)}
      role="option"
      aria-selected={isChosen}
      aria-setsize={shown.length}
      aria-posinset={index + 1}
      className="suggestion-row"
      style={{ top: index * ROW }}
      onClick={() => onChoose(suggestion.id)}
    >
      <span className="context" lang="lzh">
        {line(text, start - AROUND, start)}
        {end > start && <span className="surface">{text.sliceString(start, Math.min(end, start + 12))}</span>}
        <span className="proposed">{best ? actionWords(best.action, suggestion.surface) : ""}</span>
        {line(text, end, end + AROUND)}
      </span>
      <span className="row-facts">
        <span>{makerName(suggestion, people)}</span>
        <span className="percent">{words.review.certain(confidenceOf(suggestion))}</span>
      </span>
    </div>
  );
}

/** A little of the text around, without line ends. */
function line(text: Text, from: number, to: number): string {
  const start = Math.max(0, Math.min(from, text.length));
  const end = Math.max(start, Math.min(to, text.length));
  return text.sliceString(start, end).replaceAll("\n", "¶");
}

function optionId(suggestion: Suggestion): string {
  return `suggestion-${suggestion.id}`;
}

function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(400);
  const observed = useRef<ResizeObserver | null>(null);
  useEffect(() => {
    if (element.current === null) return;
    observed.current = new ResizeObserver(([entry]) => setHeight(entry!.contentRect.height));
    observed.current.observe(element.current);
    return () => observed.current?.disconnect();
  }, [element]);
  return height;
}
