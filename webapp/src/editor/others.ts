import { EditorSelection, type EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { type EditorView, layer, type LayerMarker, RectangleMarker } from "@codemirror/view";
import type { Presence } from "../session/values";

/** Brings the others' selections to the editor. */
export const showOthers = StateEffect.define<readonly Presence[]>();

const others = StateField.define<readonly Presence[]>({
  create: () => [],
  update(before, transaction) {
    const told = transaction.effects.find((effect) => effect.is(showOthers));
    if (told !== undefined) return told.value as readonly Presence[];
    if (!transaction.docChanged) return before;
    const follow = (place: number) => transaction.changes.mapPos(Math.min(place, transaction.changes.length), 1);
    return before.map((presence) => ({
      ...presence,
      anchor: follow(presence.anchor),
      head: follow(presence.head),
    }));
  },
});

/** Where the editor shows the others. */
export function shownOthers(state: EditorState): readonly Presence[] {
  return state.field(others);
}

/** Draws other people's selections below the text and their cursors, with names, above it. */
export function presence(): Extension {
  return [
    others,
    layer({
      above: false,
      class: "others-selections",
      update: (update) => update.docChanged || update.startState.field(others) !== update.state.field(others),
      markers: (view) =>
        within(view).flatMap(({ anchor, head, colour }) =>
          anchor === head
            ? []
            : rectangles(view, "others-selection", Math.min(anchor, head), Math.max(anchor, head)).map(
                (rectangle) => new Coloured(rectangle, colour, null),
              ),
        ),
    }),
    layer({
      above: true,
      class: "others-cursors",
      update: (update) => update.docChanged || update.startState.field(others) !== update.state.field(others),
      markers: (view) =>
        within(view).flatMap(({ head, colour, name }) =>
          rectangles(view, "others-cursor", head, head).map((rectangle) => new Coloured(rectangle, colour, name)),
        ),
    }),
  ];
}

function within(view: EditorView): Presence[] {
  const { length } = view.state.doc;
  return view.state.field(others).filter(({ anchor, head }) => anchor <= length && head <= length);
}

function rectangles(view: EditorView, name: string, from: number, to: number): readonly RectangleMarker[] {
  const range = from === to ? EditorSelection.cursor(from) : EditorSelection.range(from, to);
  return RectangleMarker.forRange(view, name, range);
}

/** A rectangle in somebody's colour, with a flag that tells the name. Colours are set by property, not by markup. */
class Coloured implements LayerMarker {
  constructor(
    private readonly rectangle: RectangleMarker,
    private readonly colour: string,
    private readonly name: string | null,
  ) {}

  eq(other: LayerMarker): boolean {
    return (
      other instanceof Coloured &&
      other.colour === this.colour &&
      other.name === this.name &&
      this.rectangle.eq(other.rectangle)
    );
  }

  draw(): HTMLElement {
    const element = this.rectangle.draw() as HTMLElement;
    element.style.setProperty("--person", this.colour);
    if (this.name !== null) {
      const flag = document.createElement("span");
      flag.className = "others-name";
      flag.textContent = this.name;
      element.append(flag);
    }
    return element;
  }

  update(element: HTMLElement, previous: LayerMarker): boolean {
    if (!(previous instanceof Coloured)) return false;
    if (previous.colour !== this.colour || previous.name !== this.name) return false;
    return this.rectangle.update(element, previous.rectangle);
  }
}
