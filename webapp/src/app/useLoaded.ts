import { useCallback, useEffect, useState } from "react";

export type Loaded<T> = { value?: T; failure?: Error; reload(): void };

/** Asks once, and again on `reload`; answers that come after the question changed are dropped. */
export function useLoaded<T>(ask: () => Promise<T>, ...inputs: unknown[]): Loaded<T> {
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<{ value?: T; failure?: Error }>({});
  // The question is new when its inputs are, also where it is asked by the same function.
  const question = useCallback(() => ask(), inputs);
  useEffect(() => {
    let current = true;
    question().then(
      (value) => current && setAnswer({ value }),
      (failure: Error) => current && setAnswer({ failure }),
    );
    return () => {
      current = false;
    };
  }, [question, turn]);
  return { ...answer, reload: () => setTurn((t) => t + 1) };
}
