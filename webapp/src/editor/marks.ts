import { type EditorState, type Extension, type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate, WidgetType } from "@codemirror/view";
import { kindClass, kindOf } from "../annotate/kinds";
import { isOfMarks } from "../punctuate/suggested";
import { depthOf } from "../punctuate/sure";
import { conflicts } from "../review/conflict";
import { confidenceOf } from "../review/filter";
import { movedApprovals } from "../session/confirmed";
import { type Displayed, NOTHING } from "../session/displayed";
import { toDocument } from "../session/ink";
import { documentText, inkOf } from "../session/shared";
import type { Annotation, Suggestion } from "../session/values";
import { classOf } from "./colours";
import { lineEnds } from "./suggesting";

/** Brings new marks to the editor. Between two of them the old ones move with the text. */
export const showMarks = StateEffect.define<Displayed>();

/** Which suggestion or annotation is being looked at. */
export const lookAt = StateEffect.define<string | null>();

interface Marks {
  shown: Displayed;
  focus: string | null;
}

/** Says that kinds of annotations look otherwise now: marks are drawn anew. */
export const showKinds = StateEffect.define<null>();

/** All marks that are known, where they are in the text of the editor. */
export const marks = StateField.define<Marks>({
  create: () => ({ shown: NOTHING, focus: null }),
  update(before, transaction) {
    let { shown, focus } = before;
    if (transaction.docChanged) {
      const { changes } = transaction;
      shown = {
        ...shown,
        annotations: shown.annotations.map(changes),
        suggestions: shown.suggestions.map(changes),
        threads: shown.threads.map(changes),
        approvals: movedApprovals(shown.approvals, changes),
      };
    }
    for (const effect of transaction.effects) {
      if (effect.is(showMarks)) shown = effect.value;
      else if (effect.is(lookAt)) focus = effect.value;
    }
    return shown === before.shown && focus === before.focus ? before : { shown, focus };
  },
});

/** Draws the marks that are in sight; the others cost nothing. */
export function drawnMarks(): Extension {
  return [marks, ViewPlugin.fromClass(Drawing, { decorations: (drawing) => drawing.decorations })];
}

class Drawing {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorate(view.state, view.visibleRanges);
  }

  update({ view, state, startState, docChanged, viewportChanged, transactions }: ViewUpdate): void {
    const recoloured = transactions.some(({ effects }) => effects.some((effect) => effect.is(showKinds)));
    if (docChanged || viewportChanged || recoloured || state.field(marks) !== startState.field(marks)) {
      this.decorations = decorate(state, view.visibleRanges);
    }
  }
}

function decorate(state: EditorState, visible: readonly { from: number; to: number }[]): DecorationSet {
  const { shown, focus } = state.field(marks);
  const { length } = state.doc;
  const ranges: Range<Decoration>[] = [];
  const ink = inkOf(state);
  const text = documentText(state);
  const changed = (suggestion: Suggestion) => {
    const { start, end } = suggestion;
    return conflicts({ ...suggestion, start: toDocument(ink, start), end: toDocument(ink, end) }, text);
  };
  const done = new Set<string>([...ink.runs.map(({ id }) => id), ...ink.gone]);
  const fresh = ({ id, orphaned, end }: { id: string; orphaned: boolean; end: number }) => {
    const draws = !orphaned && end <= length && !done.has(id);
    done.add(id);
    return draws;
  };
  for (const { from, to } of visible) {
    for (const annotation of shown.annotations.in(from, to)) {
      if (fresh(annotation)) ranges.push(annotated(annotation, annotation.id === focus));
    }
    for (const { start, end, resolved } of shown.threads.in(from, to)) {
      if (!resolved && end > start) ranges.push(Decoration.mark({ class: "talked-about" }).range(start, end));
    }
    for (const suggestion of shown.suggestions.in(from, to)) {
      if (fresh(suggestion)) ranges.push(...suggested(state, suggestion, suggestion.id === focus, changed(suggestion)));
    }
  }
  return Decoration.set(ranges, true);
}

function annotated({ id, start, end, body }: Annotation, focused: boolean): Range<Decoration> {
  const name = `annotation ${kindClass(kindOf(body))}${focused ? " looked-at" : ""}`;
  if (start === end) return Decoration.widget({ widget: new Point(id, name), side: -1 }).range(start);
  return Decoration.mark({ class: name, attributes: { "data-annotation": id } }).range(start, end);
}

/** What a plugin offers is hinted at; what a person proposes is shown as it would be, in that person's colour. */
function suggested(state: EditorState, suggestion: Suggestion, focused: boolean, changed: boolean): Range<Decoration>[] {
  const { id, start, end } = suggestion;
  const name = `${offer(suggestion)}${doubt(suggestion)}${changed ? " conflicting" : ""}${focused ? " looked-at" : ""}`;
  const best = suggestion.candidates[0];
  const text = best?.action.is === "replace" ? best.action.text : start === end ? (best?.label ?? "?") : "";
  const replaces = isTyped(suggestion);
  const drawn: Range<Decoration>[] = [];
  if (start < end) {
    const struck = replaces ? " struck" : "";
    if (replaces) drawn.push(...lineEnds(state, start, end, name + struck));
    drawn.push(Decoration.mark({ class: name + struck, attributes: { "data-suggestion": id } }).range(start, end));
  }
  if (text !== "" && (start === end || replaces)) {
    const written = replaces ? " written" : "";
    drawn.push(Decoration.widget({ widget: new Ghost(id, text, name + written), side: 1 }).range(end));
  }
  return drawn;
}

/** Whether a person proposes another text. */
function isTyped({ maker: by, candidates }: Suggestion): boolean {
  return "account" in by && candidates[0]?.action.is === "replace";
}

function offer(suggestion: Suggestion): string {
  const { maker: by } = suggestion;
  return isTyped(suggestion) && "account" in by ? `proposal ${classOf(by.account)}` : `suggestion by-${maker(suggestion)}`;
}

/** How deep the colour of a mark is that a plugin suggests: the less sure, the deeper. */
function doubt(suggestion: Suggestion): string {
  return "plugin" in suggestion.maker && isOfMarks(suggestion) ? ` depth-${depthOf(confidenceOf(suggestion))}` : "";
}

/** A class of its own for the plugins that come with the house; others share one. */
function maker({ maker: by }: Suggestion): string {
  if ("account" in by) return "person";
  return ["punctuation", "variants", "names"].includes(by.plugin) ? by.plugin : "plugin";
}

/** What would be inserted, shown where it would stand. It is not part of the text. */
class Ghost extends WidgetType {
  constructor(
    readonly id: string,
    readonly text: string,
    readonly name: string,
  ) {
    super();
  }

  override eq(other: Ghost): boolean {
    return other.id === this.id && other.text === this.text && other.name === this.name;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement("span");
    element.className = `ghost ${this.name}`;
    element.dataset.suggestion = this.id;
    element.textContent = this.text.replaceAll("\n", "¶\n");
    return element;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** An annotation between two characters. */
class Point extends WidgetType {
  constructor(
    readonly id: string,
    readonly name: string,
  ) {
    super();
  }

  override eq(other: Point): boolean {
    return other.id === this.id && other.name === this.name;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement("span");
    element.className = `point ${this.name}`;
    element.dataset.annotation = this.id;
    return element;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}
