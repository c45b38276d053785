import { type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

/** A range of the shown text, whose it is (the number of a tint, 0 for none) and the same in words. */
export interface Tinted {
  from: number;
  to: number;
  tint: number;
  words: string;
}

/** Tints, none included. They are told apart by their line below the text, too, not by colour alone. */
export const TINTS = 10;

/** Tints the text by who wrote it; an empty list takes the tints away. */
export const showTints = StateEffect.define<readonly Tinted[]>();

export const tints = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(showTints)) return decorate(effect.value, transaction.newDoc.length);
    }
    return transaction.docChanged ? before.map(transaction.changes) : before;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorate(tinted: readonly Tinted[], length: number): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { from, to, tint, words } of tinted) {
    if (from >= to || to > length) continue;
    const look = { class: `tint tint-${tint}`, attributes: { title: words } };
    ranges.push(Decoration.mark(look).range(from, to));
  }
  return Decoration.set(ranges, true);
}
