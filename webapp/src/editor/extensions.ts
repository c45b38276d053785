import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { type Compartment, EditorState, type Extension, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  type KeyBinding,
  type ViewUpdate,
} from "@codemirror/view";
import { shared } from "../session/shared";
import { words } from "../strings";
import { annotating } from "./annotating";
import { tints } from "./blame";
import type { InputMethod } from "./composing";
import { drawnMarks } from "./marks";
import { presence } from "./others";
import { passages } from "./passages";
import { suggesting } from "./suggesting";

interface Parts {
  account: string;
  writing: Compartment;
  /** Holds whether typing is proposing. */
  mode: Extension;
  keys: readonly KeyBinding[];
  updated(update: ViewUpdate): void;
  clicked(element: HTMLElement): boolean;
  inputMethod: InputMethod;
  /** Ways to look at the text. */
  looking: Extension;
  /** How one finds something in it. */
  finding: Extension;
}

/** Everything that makes a CodeMirror state the editor of a document. */
export function extensions({ account, mode, writing, keys, updated, clicked, inputMethod, looking, finding }: Parts): Extension {
  return [
    shared(),
    inputMethod.extension,
    history(),
    annotating(),
    mode,
    suggesting(account),
    drawnMarks(),
    tints,
    looking,
    presence(),
    passages(),
    drawSelection(),
    highlightSpecialChars(),
    highlightSelectionMatches({ minSelectionLength: 2, maxMatches: 300 }),
    finding,
    writing.of(writable(false)),
    EditorView.lineWrapping,
    EditorView.cspNonce.of(nonce()),
    EditorView.contentAttributes.of({
      "aria-label": words.editor.label,
      tabindex: "0",
      lang: "lzh",
      spellcheck: "false",
      autocorrect: "off",
      autocapitalize: "off",
      translate: "no",
    }),
    EditorState.tabSize.of(4),
    EditorView.updateListener.of(updated),
    EditorView.domEventHandlers({
      click: (event) => event.target instanceof HTMLElement && clicked(event.target),
    }),
    Prec.high(keymap.of([...keys])),
    keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
  ];
}

/** Who does not edit may select and copy. */
export function writable(may: boolean): Extension {
  return [EditorState.readOnly.of(!may), EditorView.contentAttributes.of({ "aria-readonly": String(!may) })];
}

/** The server writes a fresh nonce into the page; the browser hides it from scripts that look at attributes. */
export function nonce(): string {
  const element = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');
  return element?.nonce || element?.content || "";
}
