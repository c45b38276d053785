import { useEffect, useState } from "react";
import { Button, ListBox, ListBoxItem } from "react-aria-components";
import { Field } from "../app/Field";
import { api, type Entry } from "../http/api";
import type { Body } from "../session/values";
import { words } from "../strings";

const PLUGIN = "names";
const QUIET = 250;

interface Props {
  kind: string;
  surface: string;
  onDone(body: Body): void;
}

/** Links a name to an entry of the authority file, or leaves it a plain tag. */
export function LookupForm({ kind, surface, onDone }: Props) {
  const [query, setQuery] = useState(surface);
  const { entries, problem } = useEntries(query, kind);
  function link(key: React.Key) {
    const entry = entries?.find(({ entity }) => entity === key);
    if (entry === undefined) return;
    const { entity, label } = entry;
    onDone({ is: "identification", entity, label, type: kind });
  }
  return (
    <div className="body-form">
      <Field label={words.annotate.lookup} value={query} onChange={setQuery} lang="lzh" autoFocus />
      <ListBox
        className="entries"
        aria-label={words.annotate.results}
        items={(entries ?? []).map((entry) => ({ ...entry, id: entry.entity }))}
        onAction={link}
        renderEmptyState={() => <span className="aside">{entries && (problem ?? words.annotate.none)}</span>}
      >
        {(entry) => (
          <ListBoxItem textValue={entry.label} className="entry">
            <span lang="lzh">{entry.label}</span>
            <span className="aside">{entry.entity}</span>
          </ListBoxItem>
        )}
      </ListBox>
      <Button onPress={() => onDone({ is: "tag", name: kind })}>{words.annotate.plain}</Button>
    </div>
  );
}

/** Asks the plugin after a short quiet; answers to older questions are dropped. */
function useEntries(query: string, type: string): { entries: Entry[] | null; problem: string | null } {
  const [found, setFound] = useState<{ entries: Entry[] | null; problem: string | null }>({
    entries: null,
    problem: null,
  });
  useEffect(() => {
    if (query.trim() === "") return setFound({ entries: [], problem: null });
    let current = true;
    const timer = setTimeout(() => {
      api.lookup(PLUGIN, query.trim(), type).then(
        (entries) => current && setFound({ entries, problem: null }),
        (failure: Error) => current && setFound({ entries: [], problem: failure.message }),
      );
    }, QUIET);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, type]);
  return found;
}
