import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Autocomplete, Input, Label, ListBox, ListBoxItem, TextField } from "react-aria-components";

/** Something that can be picked. */
export interface Pick {
  id: string;
  label: string;
  /** Said beside it. */
  aside: string;
}

/** What was found so far; null before the first answer. */
export interface Answer<T> {
  found: T | null;
  problem: string | null;
}

const QUIET = 30;

interface Props {
  label: string;
  results: string;
  query: string;
  setQuery(query: string): void;
  picks: readonly Pick[];
  /** Said when there is nothing to pick. */
  empty: string;
  onPick(id: string): void;
  children?: ReactNode;
}

/** A field and a list below it: type, go with the arrows, Enter picks; without an arrow it picks the first. */
export function Picking({ label, results, query, setQuery, picks, empty, onPick, children }: Props) {
  const picked = useRef(false);
  function pick(id: string) {
    if (picked.current) return;
    picked.current = true;
    onPick(id);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    const [first] = picks;
    if (first) pick(first.id);
  }
  return (
    <form className="body-form" onSubmit={submit}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <TextField className="field" autoFocus>
          <Label>{label}</Label>
          <Input lang="lzh" />
        </TextField>
        <ListBox
          className="entries"
          aria-label={results}
          items={picks}
          onAction={(key) => pick(String(key))}
          renderEmptyState={() => <span className="aside">{empty}</span>}
        >
          {(one) => (
            <ListBoxItem textValue={one.label} className="entry">
              <span lang="lzh">{one.label}</span>
              <span className="aside">{one.aside}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      {children}
    </form>
  );
}

/** Asks while somebody types; answers to older questions are dropped, the last answer stands until the next. */
export function useAnswer<T>(ask: (query: string) => Promise<T>, query: string, key: string): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ found: null, problem: null });
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (query.trim() === "") return setAnswer({ found: null, problem: null });
    let current = true;
    const timer = setTimeout(() => {
      latest.current(query.trim()).then(
        (found) => current && setAnswer({ found, problem: null }),
        (failure: Error) => current && setAnswer({ found: null, problem: failure.message }),
      );
    }, QUIET);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, key]);
  return answer;
}
