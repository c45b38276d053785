import { useState } from "react";

/** Runs something that may fail, once at a time, and keeps the failure for showing. */
export function useAction() {
  const [failure, setFailure] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  async function run(work: () => Promise<void>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (problem) {
      setFailure(problem as Error);
    } finally {
      setBusy(false);
    }
  }
  return { failure, busy, run };
}
