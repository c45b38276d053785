import { useCallback, useEffect, useRef, useState } from "react";
import { api, type HistoryEntry } from "../http/api";
import { merged, withoutGap } from "./grouping";

const PAGE = 100;
const QUIET = 800;

/** The newest part of the log, fetched again when the document moves on, and earlier parts on request. */
export function useHistory(document: string, revision: number) {
  const [entries, setEntries] = useState<HistoryEntry[]>([]);
  const [failure, setFailure] = useState<Error | null>(null);
  const fresh = useRef(true);
  const fetch = useCallback(
    (before?: number) =>
      api.history(document, PAGE, before).then(
        (fetched) => {
          setEntries((known) => withoutGap(merged(known, fetched)));
          setFailure(null);
        },
        (problem: Error) => setFailure(problem),
      ),
    [document],
  );
  useEffect(() => {
    const timer = setTimeout(() => void fetch(), fresh.current ? 0 : QUIET);
    fresh.current = false;
    return () => clearTimeout(timer);
  }, [fetch, revision]);
  const earliest = entries.at(-1)?.revision ?? 1;
  return { entries, failure, more: earliest > 1 ? () => void fetch(earliest) : null };
}
