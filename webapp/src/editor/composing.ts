import { redo, undo } from "@codemirror/commands";
import { type ChangeDesc, type Extension, Prec, type StateCommand } from "@codemirror/state";
import { EditorView, keymap, ViewPlugin } from "@codemirror/view";
import { staying, suggests } from "./suggesting";

/**
 * Watches the input method of one editor: pinyin, zhuyin, kana, hangul.
 *
 * It counts as at work until the browser has come to rest after `compositionend`: right after that
 * event the browser still places the cursor, by counting characters, and would place it wrongly if the
 * text above it changed meanwhile.
 */
export class InputMethod {
  readonly extension: Extension;
  #view: EditorView | null = null;
  #ending = false;
  /** What is to be struck out when the word is there that was written over it while suggesting. */
  #over: { from: number; to: number } | null = null;
  /** Sees where the browser puts the first letters. */
  #first: MutationObserver | null = null;
  #then: (() => void)[] = [];

  /** @param finished to be called when a word is done, or given up */
  constructor(private readonly finished: () => void) {
    this.extension = [
      ViewPlugin.define((view) => {
        this.#view = view;
        const { defaultView: window } = view.dom.ownerDocument;
        const written = () => this.#putCursorBehind();
        window?.addEventListener("input", written, true); // before anybody else looks where the cursor is
        return {
          update: ({ changes }) => (this.#over = moved(this.#over, changes)),
          destroy: () => {
            window?.removeEventListener("input", written, true);
            this.#view = null;
          },
        };
      }),
      EditorView.domEventObservers({
        compositionstart: (_event, view) => this.#makeRoom(view),
        compositionend: () => this.#rest(),
      }),
      Prec.highest(
        EditorView.domEventHandlers({
          beforeinput: (event) => this.#beforeInput(event),
          paste: () => this.#stop(),
          cut: () => this.#stop(),
          drop: () => this.#stop(),
        }),
      ),
      keymap.of([
        { key: "Mod-z", run: undoTyping, preventDefault: true },
        { key: "Mod-y", mac: "Mod-Shift-z", run: past(redo), preventDefault: true },
        { linux: "Ctrl-Shift-z", run: past(redo), preventDefault: true },
      ]),
    ];
  }

  get working(): boolean {
    return this.#ending || (this.#view?.compositionStarted ?? false);
  }

  /** Makes it stop and calls back when it has; what it wrote stays in the text. */
  end(then: () => void): void {
    if (!this.working) return then();
    this.#then.push(then);
    this.#stop();
  }

  /** The browser ends a composition when the cursor leaves. */
  #stop(): boolean {
    const view = this.#view;
    if (!view?.compositionStarted) return false;
    const { hasFocus } = view;
    view.contentDOM.blur();
    if (view.compositionStarted) this.#forget(view);
    if (hasFocus) view.focus();
    return false;
  }

  /**
   * Deletes what is selected before the first letter is written over it. Left to the browser, letters that
   * replace marked text come in a styled element of their own; the editor takes that out, and with it the
   * letters from the input method's hands. While suggesting nothing is drawn anew before the word is there.
   */
  #makeRoom(view: EditorView): void {
    const { main } = view.state.selection;
    if (main.empty || view.state.readOnly) return;
    const { from, to } = main;
    if (!view.state.facet(suggests)) return view.dispatch({ changes: { from, to }, userEvent: "delete.selection" });
    view.dispatch({ selection: { anchor: to } });
    this.#over = { from, to };
    this.#first = new MutationObserver(() => {});
    this.#first.observe(view.contentDOM, { subtree: true, characterData: true, characterDataOldValue: true });
  }

  /**
   * Chromium places the cursor as if what was selected were gone. Where marks part the text, that is another piece
   * of it than the one with the letters, and the editor, which keeps the piece with the cursor, would draw theirs anew.
   */
  #putCursorBehind(): void {
    const written = this.#first?.takeRecords().at(-1);
    this.#first?.disconnect();
    this.#first = null;
    if (written === undefined) return;
    const { target, oldValue } = written;
    const after = target.nodeValue!.length - sharedEnd(oldValue!, target.nodeValue!);
    target.ownerDocument!.getSelection()!.collapse(target, after);
  }

  #strikeOut(view: EditorView): void {
    const over = this.#over;
    this.#over = null;
    if (over === null || over.from === over.to) return;
    view.dispatch({ changes: over, userEvent: "delete.selection", annotations: staying.of(true) });
  }

  #rest(): void {
    this.#ending = true;
    setTimeout(() => {
      this.#ending = false;
      if (this.#view === null || this.#view.compositionStarted) return;
      this.#strikeOut(this.#view);
      for (const then of this.#then.splice(0)) then();
      this.finished();
    });
  }

  /** Ends what the browser never told the end of; else nothing that is typed would count any more. */
  #forget(view: EditorView): void {
    view.contentDOM.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
  }

  #beforeInput(event: InputEvent): boolean {
    const view = this.#view;
    if (!view?.compositionStarted) return false;
    if (event.inputType === "insertText" && !event.isComposing) this.#forget(view);
    // Taking a word back while it is being written would leave its letters to be redone.
    return event.inputType.startsWith("history");
  }
}

/** How many units are the same at the end of a text before and after something was put into it. */
function sharedEnd(before: string, after: string): number {
  let shared = 0;
  while (shared < before.length && before.at(-1 - shared) === after.at(-1 - shared)) shared++;
  return shared;
}

/** A range after a change; what is written at its end does not belong to it. */
function moved(range: { from: number; to: number } | null, changes: ChangeDesc): { from: number; to: number } | null {
  if (range === null || changes.empty) return range;
  const from = changes.mapPos(range.from, 1);
  return { from, to: Math.max(from, changes.mapPos(range.to, -1)) };
}

/** Undo or redo, going on when a step does nothing: that is what letters that were given up leave. */
function past(command: StateCommand): (view: EditorView) => boolean {
  return (view) => {
    let idle = true;
    while (idle) {
      const found = command({
        state: view.state,
        dispatch: (transaction) => {
          idle = transaction.changes.empty && transaction.effects.length === 0;
          view.dispatch(transaction);
        },
      });
      if (!found) return true;
    }
    return true;
  };
}

/** Takes back what was typed last, as the key does. */
export const undoTyping = past(undo);
