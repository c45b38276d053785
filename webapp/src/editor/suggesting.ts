import { invertedEffects } from "@codemirror/commands";
import {
  Annotation,
  ChangeSet,
  type ChangeSpec,
  EditorState,
  type Extension,
  Facet,
  type Range,
  StateEffect,
  Transaction,
  type TransactionSpec,
} from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate, WidgetType } from "@codemirror/view";
import type { Stroke } from "../session/ink";
import { randomName } from "../session/names";
import { inkOf, standing, struck, written } from "../session/shared";
import { classOf } from "./colours";

/** Whether what is typed is proposed instead of going into the text. */
export const suggests = Facet.define<boolean, boolean>({ combine: (values) => values.some(Boolean) });

/** On a deletion that leaves the cursor where it is. */
export const staying = Annotation.define<true>();

/**
 * Typing as proposing: what is inserted becomes letters that are only proposed, what is deleted is struck out
 * and stays. Undo takes both back.
 *
 * @param account whose proposals these are
 */
export function suggesting(account: string): Extension {
  return [
    EditorState.transactionFilter.of(proposed),
    invertedEffects.of(inverted),
    ViewPlugin.define((view) => new Drawing(view, classOf(account)), { decorations: (drawing) => drawing.decorations }),
  ];
}

/** What an edit is when it is only proposed. */
function proposed(edit: Transaction): TransactionSpec | readonly TransactionSpec[] {
  const { startState: state } = edit;
  const again = edit.isUserEvent("undo") || edit.isUserEvent("redo");
  if (!edit.docChanged || again || edit.annotation(Transaction.remote) || !state.facet(suggests)) return edit;
  const strokes = inkOf(state).runs.flatMap((run) => run.strokes);
  const specs: ChangeSpec[] = [];
  const strikes: { from: number; to: number }[] = [];
  let first = Infinity;
  let last = 0;
  let deletesText = false;
  edit.changes.iterChanges((from, to, _fromB, _toB, insert) => {
    const inside = strokes.filter((stroke) => stroke.from < to && stroke.to > from);
    for (const letters of inside.filter(({ act }) => act === null)) {
      specs.push({ from: Math.max(from, letters.from), to: Math.min(to, letters.to) });
    }
    const plain = between(from, to, inside);
    strikes.push(...plain);
    deletesText ||= plain.length > 0 || inside.some(({ act }) => act !== null);
    if (insert.length > 0) specs.push({ from: to, insert });
    first = Math.min(first, from);
    last = Math.max(last, to);
  }, true);
  if (!deletesText) return [edit, { effects: written.of(null) }];
  const changes = ChangeSet.of(specs, state.doc.length);
  const act = randomName();
  const effects: StateEffect<unknown>[] = strikes.map(({ from, to }) =>
    struck.of({ act, from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) }),
  );
  if (!changes.empty) effects.push(written.of(null));
  const back = edit.isUserEvent("delete.backward") || edit.isUserEvent("delete.cut");
  const userEvent = edit.annotation(Transaction.userEvent);
  const after = edit.annotation(staying) ? state.selection.main.head : last;
  return {
    changes,
    effects: [...edit.effects, ...effects],
    selection: { anchor: back ? changes.mapPos(first, -1) : changes.mapPos(after, 1) },
    scrollIntoView: edit.scrollIntoView,
    ...(userEvent === undefined ? {} : { userEvent }),
  };
}

/** The parts of a range on which there is no stroke. */
function between(from: number, to: number, strokes: readonly Stroke[]): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let place = from;
  for (const stroke of strokes) {
    if (stroke.from > place) parts.push({ from: place, to: stroke.from });
    place = Math.max(place, stroke.to);
  }
  if (place < to) parts.push({ from: place, to });
  return parts;
}

function inverted({ effects, docChanged }: Transaction): StateEffect<unknown>[] {
  const back: StateEffect<unknown>[] = [];
  if (docChanged && effects.some((effect) => effect.is(written))) back.push(written.of(null));
  for (const act of new Set(effects.flatMap((effect) => (effect.is(struck) ? [effect.value.act] : [])))) {
    back.push(standing.of({ act, stands: false }));
  }
  for (const effect of effects) {
    if (effect.is(standing)) back.push(standing.of({ ...effect.value, stands: !effect.value.stands }));
  }
  return back;
}

/** An edit that takes back what a proposal that is being typed says; null when it is not on this screen. */
export function takingBack(state: EditorState, id: string): TransactionSpec | null {
  const run = inkOf(state).runs.find((run) => run.id === id);
  if (run === undefined) return null;
  const letters = run.strokes.filter(({ act }) => act === null);
  const acts = new Set(run.strokes.flatMap(({ act }) => (act === null ? [] : [act])));
  return {
    changes: letters.map(({ from, to }) => ({ from, to })),
    effects: [written.of(null), ...[...acts].map((act) => standing.of({ act, stands: false }))],
    filter: false,
    userEvent: "delete",
  };
}

/** Line ends that are struck out or written, made visible. */
export function lineEnds(state: EditorState, from: number, to: number, name: string): Range<Decoration>[] {
  const signs: Range<Decoration>[] = [];
  const sign = Decoration.widget({ widget: new LineEnd(name), side: -1 });
  for (let line = state.doc.lineAt(from); line.to < to; line = state.doc.line(line.number + 1)) {
    signs.push(sign.range(line.to));
  }
  return signs;
}

class LineEnd extends WidgetType {
  constructor(private readonly name: string) {
    super();
  }

  override eq(other: LineEnd): boolean {
    return other.name === this.name;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement("span");
    element.className = `ghost ${this.name}`;
    element.textContent = "¶";
    return element;
  }
}

/** Draws the ink that is in sight. */
class Drawing {
  decorations: DecorationSet;

  constructor(
    view: EditorView,
    private readonly by: string,
  ) {
    this.decorations = this.#draw(view);
  }

  update({ view, startState, state, changes, docChanged, viewportChanged }: ViewUpdate): void {
    // What is drawn anew around the letters of an input method takes them from its hands.
    if (view.compositionStarted) this.decorations = this.decorations.map(changes);
    else if (docChanged || viewportChanged || inkOf(startState) !== inkOf(state)) this.decorations = this.#draw(view);
  }

  #draw({ state, visibleRanges }: EditorView): DecorationSet {
    const ranges: Range<Decoration>[] = [];
    for (const { id, strokes } of inkOf(state).runs) {
      for (const { from, to, act } of strokes) {
        if (!visibleRanges.some((seen) => seen.from <= to && seen.to >= from)) continue;
        const name = `proposal ${act === null ? "written" : "struck"} ${this.by}`;
        ranges.push(Decoration.mark({ class: name, attributes: { "data-suggestion": id } }).range(from, to));
        ranges.push(...lineEnds(state, from, to, name));
      }
    }
    return Decoration.set(ranges, true);
  }
}
