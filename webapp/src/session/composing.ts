import { type ChangeDesc, ChangeSet, type EditorState, type Text } from "@codemirror/state";
import { mapEffect, type Pending, type Step } from "./shared";

/*
 * An input method writes letters into the text (pinyin, zhuyin, kana, jamo) that become a word or
 * vanish. The letters are the screen's business only: what leaves the tab are words.
 */

/**
 * The local changes that may leave the tab, at most so many: a word as one change, whatever letters it
 * went through. While `composing`, the word that is being written stays here, with everything that
 * came after its first letter.
 *
 * @param confirmed the text on which the first of them was made
 */
export function words(
  pending: readonly Pending[],
  confirmed: Text,
  composing: boolean,
  most = Infinity,
): Step[] {
  let text = confirmed;
  return grouped(pending, composing)
    .slice(0, most)
    .map((group) => {
      const before = text;
      const step = together(group);
      text = step.changes.apply(before);
      const idle = step.count > 1 && text.eq(before);
      return idle ? { ...step, changes: ChangeSet.empty(before.length) } : step;
    });
}

/** The word that was begun last, and what takes it out of the text as it stands now. */
export function letters(
  pending: readonly Pending[],
  confirmed: Text,
): { changes: ChangeSet; back: ChangeSet } | null {
  const groups = grouped(pending, false);
  const index = groups.findLastIndex((group) => group[0]!.composed === "first");
  if (index < 0) return null;
  const apply = (text: Text, group: readonly Pending[]) => together(group).changes.apply(text);
  const { changes } = together(groups[index]!);
  const back = changes.invert(groups.slice(0, index).reduce(apply, confirmed));
  const later = groups.slice(index + 1).flat();
  return { changes, back: later.length === 0 ? back : back.map(together(later).changes) };
}

/** How many changes that makes; letters that vanished again are none. */
export function wordCount(pending: readonly Pending[], composing: boolean): number {
  return grouped(pending, composing).filter((group) => group.length === 1 || !vanished(group)).length;
}

function vanished(group: readonly Pending[]): boolean {
  const grown = group.at(-1)!.changes.newLength - group[0]!.changes.length;
  if (grown !== 0) return false;
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
function together([first, ...further]: readonly Pending[]): Step {
  return further.reduce<Step>(
    (all, { changes, effects }) => ({
      changes: all.changes.compose(changes),
      effects: [...all.effects.map((effect) => mapEffect(effect, changes)), ...effects],
      count: all.count + 1,
    }),
    { changes: first!.changes, effects: first!.effects, count: 1 },
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
