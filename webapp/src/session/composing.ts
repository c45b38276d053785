import { type ChangeDesc, ChangeSet, type EditorState, type Text } from "@codemirror/state";
import { mapEffect } from "./effects";
import type { Pending } from "./shared";

/*
 * An input method writes letters into the text (pinyin, zhuyin, kana, jamo) that become a word or
 * vanish. The letters are the screen's business only: what leaves the tab are words.
 */

/** Something that may leave the tab, and how many local changes it was made of. */
export interface Word {
  readonly from: number;
  readonly update: Pending;
}

/**
 * The local changes that may leave the tab, at most so many: a word as one change, whatever letters it
 * went through. While `composing`, the word that is being written stays here, with everything that
 * came after its first letter.
 *
 * @param base the text on which the first of them was made
 */
export function words(pending: readonly Pending[], base: Text, composing: boolean, most = Infinity): Word[] {
  let text = base;
  return grouped(pending, composing)
    .slice(0, most)
    .map((group) => {
      const before = text;
      const update = together(group);
      text = update.changes.apply(before);
      const idle = group.length > 1 && text.eq(before);
      return { from: group.length, update: idle ? { ...update, changes: ChangeSet.empty(before.length) } : update };
    });
}

/** The word that was begun last, the text before it, and what takes it out of the text as it stands now. */
export function letters(
  pending: readonly Pending[],
  base: Text,
): { word: Pending; before: Text; back: ChangeSet } | null {
  const groups = grouped(pending, false);
  const index = groups.findLastIndex((group) => group[0]!.composed === "first");
  if (index < 0) return null;
  const apply = (text: Text, group: readonly Pending[]) => together(group).changes.apply(text);
  const word = together(groups[index]!);
  const before = groups.slice(0, index).reduce(apply, base);
  const back = word.changes.invert(before);
  const later = groups.slice(index + 1).flat();
  return { word, before, back: later.length === 0 ? back : back.map(together(later).changes) };
}

/** How many edits of the person that makes; letters that vanished again are none. */
export function wordCount(pending: readonly Pending[], composing: boolean): number {
  return grouped(pending, composing).reduce((sum, group) => sum + (vanished(group) ? 0 : together(group).count), 0);
}

function vanished(group: readonly Pending[]): boolean {
  const grown = group.at(-1)!.changes.newLength - group[0]!.changes.length;
  if (group.length === 1 || grown !== 0) return false;
  const { changes, effects } = together(group);
  return changes.empty && effects.length === 0;
}

/** Each word of an input method is a group, from its first letter to its last change. */
function grouped(pending: readonly Pending[], composing: boolean): Pending[][] {
  const result: Pending[][] = [];
  let index = 0;
  while (index < pending.length) {
    const first = pending[index]!.composed;
    let end = index + 1;
    for (let next = end; first && next < pending.length && pending[next]!.composed !== "first"; next++) {
      if (pending[next]!.composed === "further") end = next + 1;
    }
    result.push(pending.slice(index, end));
    index = end;
  }
  if (!composing) return result;
  const open = result.findLastIndex((group) => group[0]!.composed === "first");
  return open < 0 ? result : result.slice(0, open);
}

/** A group as one change. What was done to annotations meanwhile moves to its end. */
function together([first, ...further]: readonly Pending[]): Pending {
  const { changes, effects, count } = first!;
  if (further.length === 0) return { changes, effects, count };
  return further.reduce<Pending>(
    (all, { changes, effects }) => ({
      changes: all.changes.compose(changes),
      effects: [...all.effects.map((effect) => mapEffect(effect, changes)), ...effects],
      count: 1,
    }),
    { changes, effects, count: 1 },
  );
}

/**
 * Whether changes would be drawn into the passage where an input method is at work. The browser gives
 * a composition up when the text around it is drawn anew; elsewhere it does not care.
 */
export function disturbs(state: EditorState, changes: ChangeDesc): boolean {
  const { from, to } = state.selection.main;
  const { doc } = state;
  return changes.touchesRange(doc.lineAt(from).from, doc.lineAt(to).to) !== false;
}
