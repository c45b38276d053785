import { EditorState, type Range } from "@codemirror/state";
import { Decoration, EditorView, WidgetType } from "@codemirror/view";
import { drawSelection, keymap } from "@codemirror/view";
import { defaultKeymap } from "@codemirror/commands";
import { useEffect, useRef } from "react";
import { nonce } from "../editor/extensions";
import { words } from "../strings";
import type { Compared } from "./past";

interface Props {
  of: Compared;
  onSelect(from: number, to: number): void;
}

/** An earlier text to read and select in, with what came in and what went marked. */
export function PastText({ of, onSelect }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const select = useRef(onSelect);
  select.current = onSelect;
  useEffect(() => {
    const view = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: of.text,
        extensions: [
          EditorState.readOnly.of(true),
          EditorView.lineWrapping,
          EditorView.cspNonce.of(nonce()),
          EditorView.decorations.of(Decoration.set(of.differences.flatMap(marked), true)),
          EditorView.contentAttributes.of({
            "aria-label": words.past.text,
            "aria-readonly": "true",
            lang: "lzh",
            spellcheck: "false",
            tabindex: "0",
          }),
          drawSelection(),
          keymap.of(defaultKeymap),
          EditorView.updateListener.of((update) => {
            if (!update.selectionSet) return;
            const { from, to } = update.state.selection.main;
            select.current(from, to);
          }),
        ],
      }),
    });
    const first = of.differences[0];
    if (first !== undefined) view.dispatch({ effects: EditorView.scrollIntoView(first.from, { y: "center" }) });
    return () => view.destroy();
  }, [of]);
  return <div className="past-text" ref={host} />;
}

function marked({ from, to, deleted }: Compared["differences"][number]): Range<Decoration>[] {
  const ranges: Range<Decoration>[] = [];
  if (deleted !== "") {
    ranges.push(Decoration.widget({ widget: new Gone(deleted), side: -1 }).range(from));
  }
  if (to > from) ranges.push(Decoration.mark({ tagName: "ins", class: "came" }).range(from, to));
  return ranges;
}

const LONGEST = 2_000;

/** Text that is not there any more. */
class Gone extends WidgetType {
  constructor(readonly text: string) {
    super();
  }

  override eq(other: Gone): boolean {
    return other.text === this.text;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement("del");
    element.className = "went";
    const flat = this.text.replaceAll("\n", "¶");
    element.textContent = flat.length <= LONGEST ? flat : `${flat.slice(0, LONGEST)}…`;
    return element;
  }
}
