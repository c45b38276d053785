import { EditorState, type Extension, Prec, type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate, WidgetType } from "@codemirror/view";
import { marks } from "../editor/marks";
import { orthography, type Shown } from "./characters";
import { isMark } from "./marks";
import { isPlain, type Look, PLAIN, shown, textShown } from "./views";

/** Shows the text otherwise. */
export const showAs = StateEffect.define<Look>();

/** How the text is shown. */
export const shownAs = StateField.define<Look>({
  create: () => PLAIN,
  update: (before, { effects }) => effects.findLast((effect) => effect.is(showAs))?.value ?? before,
});

/** What was copied: how it was shown, and how many characters it has. */
export type Copied = (look: Look, characters: number) => void;

/**
 * Views of the text: what is in sight is drawn otherwise, what is copied is what is on the screen, and nothing can be
 * typed where some of the text is not to be seen.
 */
export function viewing(first: Look, copied: Copied): Extension {
  const tell = (_event: Event, { state }: EditorView) => {
    const look = state.field(shownAs);
    if (!isPlain(look)) copied(look, count(copiedAs(look, state)));
    return false;
  };
  return [
    shownAs.init(() => first),
    orthography,
    ViewPlugin.fromClass(Drawing, {
      decorations: (drawing) => drawing.replaced,
      provide: (plugin) => [
        EditorView.decorations.of((view) => view.plugin(plugin)?.unsure ?? Decoration.none),
        EditorView.atomicRanges.of((view) => view.plugin(plugin)?.replaced ?? Decoration.none),
      ],
    }),
    Prec.highest(EditorState.readOnly.computeN([shownAs], (state) => (isPlain(state.field(shownAs)) ? [] : [true]))),
    EditorView.editorAttributes.compute([shownAs], (state) => {
      const look = state.field(shownAs);
      return { "data-characters": look.characters, "data-marks": look.marks };
    }),
    EditorView.clipboardOutputFilter.of(copiedText),
    EditorView.domEventHandlers({ copy: tell, cut: tell }),
  ];
}

/** The selected text as it is shown; without a selection the editor copies the line of each cursor. */
export function copiedText(text: string, state: EditorState): string {
  const look = state.field(shownAs);
  return isPlain(look) ? text : copiedAs(look, state);
}

/** What is copied when the text is shown in some way. */
export function copiedAs(look: Look, state: EditorState): string {
  const { ranges } = state.selection;
  const selected = ranges.filter(({ empty }) => !empty);
  if (selected.length > 0) {
    return selected.map(({ from, to }) => textShown(look, state, from, to)).join(state.lineBreak);
  }
  const lines = new Set(ranges.map(({ head }) => state.doc.lineAt(head)));
  return [...lines].map(({ from, to }) => textShown(look, state, from, to) + state.lineBreak).join("");
}

/** How many characters a text has; line ends are none. */
export function count(text: string): number {
  let characters = 0;
  for (const character of text) if (character !== "\n") characters++;
  return characters;
}

class Drawing {
  replaced: DecorationSet = Decoration.none;
  unsure: DecorationSet = Decoration.none;

  constructor(view: EditorView) {
    this.#draw(view);
  }

  update({ view, docChanged, viewportChanged, startState, state }: ViewUpdate): void {
    if (docChanged || viewportChanged || isOther(startState, state)) this.#draw(view);
  }

  #draw({ state, visibleRanges }: EditorView): void {
    const look = state.field(shownAs);
    const replaced: Range<Decoration>[] = [];
    const unsure: Range<Decoration>[] = [];
    for (const { from, to } of isPlain(look) ? [] : visibleRanges) {
      for (const one of shown(look, state, from, to)) {
        if (one.choices === undefined) replaced.push(instead(one, state.sliceDoc(one.from, one.to)).range(one.from, one.to));
        else unsure.push(UNSURE.range(one.from, one.to));
      }
    }
    this.replaced = Decoration.set(replaced);
    this.unsure = Decoration.set(unsure);
  }
}

const UNSURE = Decoration.mark({ class: "shown-unsure" });

/** Whether something is drawn otherwise now although the text is the same. */
function isOther(before: EditorState, now: EditorState): boolean {
  const look = now.field(shownAs);
  if (look !== before.field(shownAs) || before.field(orthography) !== now.field(orthography)) return true;
  if (look.characters !== "regularised") return false;
  return before.field(marks, false)?.shown.annotations !== now.field(marks, false)?.shown.annotations;
}

function instead({ text, decided }: Shown, original: string): Decoration {
  if (text === "") return Decoration.replace({});
  const isOfMark = decided === undefined && isMark(original[0]!);
  return Decoration.replace({ widget: new Instead(text, original, isOfMark ? "shown-instead of-mark" : "shown-instead") });
}

/** Stands in the place of what the text has there. */
class Instead extends WidgetType {
  constructor(
    readonly text: string,
    readonly original: string,
    readonly name: string,
  ) {
    super();
  }

  override eq(other: Instead): boolean {
    return other.text === this.text && other.original === this.original && other.name === this.name;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement("span");
    element.className = this.name;
    element.textContent = this.text;
    return element;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}
