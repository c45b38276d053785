import type { EditorState, Text, Transaction } from "@codemirror/state";

/** Where the text is shown: an editor view in the browser, a bare state in tests. */
export interface Desk {
  /** Lays out a text that was not there before; called once. */
  start(text: Text): void;
  readonly state: EditorState;
  dispatch(transaction: Transaction): void;
  /** An input method is at work: what stands in the text is not yet what is meant. */
  readonly composing: boolean;
  /** Makes the input method stop, and calls back when it has. */
  endComposing(then: () => void): void;
}
