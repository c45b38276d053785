import { words } from "../strings";

interface Shown {
  readonly word: string;
  /** Stands before the word, so that its colour is not the only sign. */
  readonly sign: string;
  readonly tone: "good" | "warn" | "bad" | "quiet";
}

const SIGNS: Readonly<Record<string, Pick<Shown, "sign" | "tone">>> = {
  found: { sign: "◌", tone: "quiet" },
  loaded: { sign: "◌", tone: "quiet" },
  started: { sign: "●", tone: "good" },
  suspended: { sign: "◐", tone: "warn" },
  stopped: { sign: "○", tone: "quiet" },
  refused: { sign: "✕", tone: "bad" },
  failed: { sign: "✕", tone: "bad" },
};

/** How the state of an instance is shown. */
export function stateOf(state: string): Shown {
  const known = SIGNS[state] ?? { sign: "?", tone: "quiet" };
  return { word: words.plugins.states[state] ?? state, ...known };
}
