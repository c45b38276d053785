import { EditorState, type Extension, Prec, type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate, WidgetType } from "@codemirror/view";
import { isFull, textShown, type TextView, viewOf } from "./views";

/** Shows the text otherwise. */
export const showAs = StateEffect.define<TextView>();

/** How the text is shown. */
export const shownAs = StateField.define<TextView>({
  create: () => viewOf("full"),
  update: (before, { effects }) => effects.findLast((effect) => effect.is(showAs))?.value ?? before,
});

/**
 * Views of the text: what is in sight is drawn otherwise, what is copied is what is on the screen, and nothing can be
 * typed where some of the text is not to be seen.
 */
export function viewing(first: TextView, copied: (view: TextView) => void): Extension {
  const tell = (_event: Event, { state }: EditorView) => {
    const view = state.field(shownAs);
    if (!isFull(view)) copied(view);
    return false;
  };
  return [
    shownAs.init(() => first),
    ViewPlugin.fromClass(Drawing, {
      decorations: (drawing) => drawing.decorations,
      provide: (plugin) =>
        EditorView.atomicRanges.of((view) => view.plugin(plugin)?.decorations ?? Decoration.none),
    }),
    Prec.highest(EditorState.readOnly.computeN([shownAs], (state) => (isFull(state.field(shownAs)) ? [] : [true]))),
    EditorView.editorAttributes.compute([shownAs], (state) => ({ "data-shown-as": state.field(shownAs).id })),
    EditorView.clipboardOutputFilter.of(copiedText),
    EditorView.domEventHandlers({ copy: tell, cut: tell }),
  ];
}

/** The selected text as it is shown; without a selection the editor copies the line of each cursor. */
export function copiedText(text: string, state: EditorState): string {
  const view = state.field(shownAs);
  if (isFull(view)) return text;
  const { ranges } = state.selection;
  const selected = ranges.filter(({ empty }) => !empty);
  if (selected.length > 0) {
    return selected.map(({ from, to }) => textShown(view, state, from, to)).join(state.lineBreak);
  }
  const lines = new Set(ranges.map(({ head }) => state.doc.lineAt(head)));
  return [...lines].map(({ from, to }) => textShown(view, state, from, to) + state.lineBreak).join("");
}

class Drawing {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorate(view);
  }

  update({ view, state, startState, docChanged, viewportChanged }: ViewUpdate): void {
    if (docChanged || viewportChanged || state.field(shownAs) !== startState.field(shownAs)) {
      this.decorations = decorate(view);
    }
  }
}

function decorate({ state, visibleRanges }: EditorView): DecorationSet {
  const view = state.field(shownAs);
  if (isFull(view)) return Decoration.none;
  const ranges: Range<Decoration>[] = [];
  for (const { from, to } of visibleRanges) {
    for (const shown of view.shown(state, from, to)) {
      const widget = shown.text === "" ? {} : { widget: new Instead(shown.text, state.sliceDoc(shown.from, shown.to)) };
      ranges.push(Decoration.replace(widget).range(shown.from, shown.to));
    }
  }
  return Decoration.set(ranges);
}

/** Stands in the place of what the text has there. */
class Instead extends WidgetType {
  constructor(
    readonly text: string,
    readonly original: string,
  ) {
    super();
  }

  override eq(other: Instead): boolean {
    return other.text === this.text && other.original === this.original;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement("span");
    element.className = "shown-instead";
    element.textContent = this.text;
    return element;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}
