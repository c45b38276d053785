import { type Range, StateEffect, StateField, type Transaction } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import { kindOf } from "../annotate/kinds";
import type { Displayed } from "../session/displayed";
import type { Suggestion } from "../session/values";

/** Brings new marks to the editor. Between two of them the old ones move with the text. */
export const showMarks = StateEffect.define<Displayed>();

/** Which suggestion or annotation is being looked at. */
export const lookAt = StateEffect.define<string | null>();

const NOTHING: Displayed = { annotations: [], suggestions: [], approvals: [] };

interface Marks {
  shown: Displayed;
  focus: string | null;
  decorations: DecorationSet;
}

export const marks = StateField.define<Marks>({
  create: () => ({ shown: NOTHING, focus: null, decorations: Decoration.none }),
  update(before, transaction) {
    const shown = last(transaction, showMarks) ?? before.shown;
    const focus = transaction.effects.reduce(
      (value, effect) => (effect.is(lookAt) ? effect.value : value),
      before.focus,
    );
    if (shown !== before.shown || focus !== before.focus) {
      const length = transaction.newDoc.length;
      return { shown, focus, decorations: decorate(shown, focus, length) };
    }
    if (!transaction.docChanged) return before;
    return { ...before, decorations: before.decorations.map(transaction.changes) };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.decorations),
});

function last(transaction: Transaction, type: typeof showMarks): Displayed | undefined {
  return transaction.effects.filter((effect) => effect.is(type)).at(-1)?.value as Displayed | undefined;
}

function decorate(shown: Displayed, focus: string | null, length: number): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { id, start, end, orphaned, body } of shown.annotations) {
    if (orphaned || end > length) continue;
    const name = `annotation kind-${kindOf(body)}${id === focus ? " looked-at" : ""}`;
    if (end > start) {
      ranges.push(Decoration.mark({ class: name, attributes: { "data-annotation": id } }).range(start, end));
    } else {
      ranges.push(Decoration.widget({ widget: new Point(id, name), side: -1 }).range(start));
    }
  }
  for (const suggestion of shown.suggestions) {
    if (suggestion.orphaned || suggestion.end > length) continue;
    ranges.push(suggested(suggestion, suggestion.id === focus));
  }
  return Decoration.set(ranges, true);
}

function suggested(suggestion: Suggestion, focused: boolean): Range<Decoration> {
  const { id, start, end } = suggestion;
  const name = `suggestion by-${maker(suggestion)}${focused ? " looked-at" : ""}`;
  const best = suggestion.candidates[0];
  if (start === end) {
    const text = best?.action.is === "replace" ? best.action.text : (best?.label ?? "?");
    return Decoration.widget({ widget: new Ghost(id, text, name), side: 1 }).range(start);
  }
  return Decoration.mark({ class: name, attributes: { "data-suggestion": id } }).range(start, end);
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
    element.textContent = this.text;
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
