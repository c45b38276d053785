import { useEffect, useRef, useState } from "react";
import { blind, type Difference, type Round } from "../http/blind";
import { after, opposite, type Step, told } from "./deciding";

/**
 * What is decided, shown at once and kept one step after the other; each step can be taken back. When one is refused
 * all is asked for anew.
 */
export function useRulings(round: Round, all: Difference[], changed: () => void) {
  const [differences, setDifferences] = useState(all);
  const [back, setBack] = useState<Step[]>([]);
  const [refused, setRefused] = useState<Error | null>(null);
  const sending = useRef(Promise.resolve());
  useEffect(() => {
    setDifferences(all);
    setBack([]);
  }, [all]);

  function send(step: Step): Difference[] {
    const next = after(differences, step);
    setDifferences(next);
    setRefused(null);
    sending.current = sending.current
      .then(() => blind.rule(round.document, round.id, told(step)))
      .catch((problem: Error) => {
        setRefused(problem);
        changed();
      });
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
  return { differences, decide, undo, undoable, refused, settled: () => sending.current };
}
