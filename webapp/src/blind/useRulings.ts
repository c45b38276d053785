import { useEffect, useRef, useState } from "react";
import { blind, type Difference, type Round } from "../http/blind";
import { after, opposite, type Step, told } from "./deciding";

/**
 * What is decided, shown and sent at once; only what was decided about the same difference before goes first. Each step
 * can be taken back. When one is refused all is asked for anew.
 */
export function useRulings(round: Round, all: Difference[], changed: () => void) {
  const [differences, setDifferences] = useState(all);
  const [back, setBack] = useState<Step[]>([]);
  const [refused, setRefused] = useState<Error | null>(null);
  /** What is being sent about a difference. */
  const sending = useRef(new Map<string, Promise<void>>());
  useEffect(() => {
    setDifferences(all);
    setBack([]);
  }, [all]);

  function send(step: Step): Difference[] {
    const next = after(differences, step);
    setDifferences(next);
    setRefused(null);
    const ids = [...step.keys()];
    const before = new Set(ids.flatMap((id) => sending.current.get(id) ?? []));
    const put = () => blind.rule(round.document, round.id, told(step));
    const sent = (before.size === 0 ? put() : Promise.all(before).then(put))
      .catch((problem: Error) => {
        setRefused(problem);
        changed();
      })
      .finally(() => ids.forEach((id) => sending.current.get(id) === sent && sending.current.delete(id)));
    ids.forEach((id) => sending.current.set(id, sent));
    return next;
  }

  function decide(step: Step): Difference[] {
    if (step.size === 0) return differences;
    setBack([...back, opposite(differences, step)]);
    return send(step);
  }

  function undo(): void {
    const last = back.at(-1);
    if (last === undefined) return;
    setBack(back.slice(0, -1));
    send(last);
  }

  /** So many decisions are taken back next. */
  const undoable = back.at(-1)?.size ?? 0;
  const settled = () => Promise.all(sending.current.values());
  return { differences, decide, undo, undoable, refused, settled };
}
