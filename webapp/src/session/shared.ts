import {
  Annotation,
  type ChangeDesc,
  ChangeSet,
  type EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Text,
  Transaction,
} from "@codemirror/state";
import { words } from "./composing";
import { mapEffect } from "./effects";
import type { UpdateJson } from "./frames";
import * as ink from "./ink";
import { condense, sayings } from "./saying";
import type { EditEffect } from "./values";

/** An annotation or proposal made in this tab; it travels with the text edits around it. */
export const edited = StateEffect.define<EditEffect>({ map: mapEffect });

/** What is inserted is proposed, not typed into the document. */
export const written = StateEffect.define<null>();

/** A range of the text is proposed to be struck out. */
export const struck = StateEffect.define<{ act: string; from: number; to: number }>({
  map: ({ act, from, to }, changes) => ({ act, from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) }),
});

/** An act of striking out is undone, or done again. */
export const standing = StateEffect.define<{ act: string; stands: boolean }>();

/** A local change that the log does not have yet. */
export interface Pending {
  readonly changes: ChangeSet;
  readonly effects: readonly EditEffect[];
  /** How many edits of the person it stands for. */
  readonly count: number;
  /** Written through an input method: the first letters of a word, or what became of them. */
  readonly composed?: "first" | "further" | null;
}

/** All of them in order; those of the submit that is on its way stand first, as they were sent. */
interface Waiting {
  readonly updates: readonly Pending[];
  readonly frozen: number;
}

/** Invariant: the confirmed text with the updates applied, and the ink laid over it, is what the editor shows. */
interface Local extends Waiting {
  readonly ink: ink.Ink;
  /** Where the letters stand, in the shown text, that an input method wrote last as ink. */
  readonly letters: { readonly from: number; readonly to: number } | null;
}

const replaced = Annotation.define<Local>();

const field = StateField.define<Local>({
  create: () => ({ updates: [], frozen: 0, ink: ink.NO_INK, letters: null }),
  update(local, transaction) {
    const instead = transaction.annotation(replaced);
    if (instead !== undefined) return instead;
    const after = inked(local.ink, transaction);
    const changes = ink.documentChanges(transaction.changes, local.ink, after);
    const effects = transaction.effects
      .filter((effect) => effect.is(edited))
      .map(({ value }) => beneath(value as EditEffect, after));
    const letters = spelled(local.letters, transaction);
    if (changes.empty && effects.length === 0) {
      return after === local.ink && letters === local.letters ? local : { ...local, ink: after, letters };
    }
    const made: Pending = { changes, effects, count: 1, composed: composed(transaction) };
    return { ...local, ink: after, letters, updates: [...local.updates, made] };
  },
});

function inked(before: ink.Ink, { changes, effects }: Transaction): ink.Ink {
  const acts = effects.flatMap((effect) => (effect.is(standing) ? [effect.value] : []));
  const strokes: ink.Strokes = {
    written: effects.some((effect) => effect.is(written)),
    struck: effects.flatMap((effect) => (effect.is(struck) ? [effect.value] : [])),
    sleep: new Set(acts.filter(({ stands }) => !stands).map(({ act }) => act)),
    wake: new Set(acts.filter(({ stands }) => stands).map(({ act }) => act)),
  };
  const idle = acts.length === 0 && strokes.struck.length === 0 && (changes.empty || !strokes.written);
  return idle && (changes.empty || ink.isBlank(before)) ? before : ink.afterLocal(before, changes, strokes);
}

/** Follows the letters that an input method writes as ink: what it puts in their place belongs to them. */
function spelled(before: Local["letters"], transaction: Transaction): Local["letters"] {
  const { changes, effects } = transaction;
  const how = effects.some((effect) => effect.is(written)) ? composed(transaction) : null;
  if (how === "first") {
    let range: Local["letters"] = null;
    changes.iterChangedRanges((_fromA, _toA, from, to) => (range = { from: range?.from ?? from, to }));
    return range;
  }
  return follow(before, changes, how === "further" ? 1 : -1);
}

/** Where letters stand after a change; with side 1, what is put at their edges belongs to them. */
function follow(letters: Local["letters"], changes: ChangeDesc, side: -1 | 1): Local["letters"] {
  if (letters === null || changes.empty) return letters;
  const from = changes.mapPos(letters.from, side === 1 ? -1 : 1);
  return { from, to: Math.max(from, changes.mapPos(letters.to, side)) };
}

/** An effect that counts in the shown text, in the document's. */
function beneath<E extends EditEffect>(effect: E, over: ink.Ink): E {
  if (!("start" in effect) || over.runs.length === 0) return effect;
  return { ...effect, start: ink.toDocument(over, effect.start), end: ink.toDocument(over, effect.end) };
}

function composed(transaction: Transaction): "first" | "further" | null {
  if (transaction.isUserEvent("input.type.compose.start")) return "first";
  return transaction.isUserEvent("input.type.compose") ? "further" : null;
}

/** Makes an editor state shareable: its local changes and effects are kept until confirmed. */
export function shared(): Extension {
  return field;
}

/** What is proposed by typing. */
export function inkOf(state: EditorState): ink.Ink {
  return state.field(field).ink;
}

/** The letters that an input method wrote last while suggesting; null when there are none. */
export function inkLetters(state: EditorState): Local["letters"] {
  const { letters } = state.field(field);
  return letters === null || letters.from === letters.to ? null : letters;
}

/** The document's text as it is shown, without what is proposed by typing. */
export function documentText(state: EditorState): Text {
  return ink.underneath(inkOf(state), state.doc);
}

export function pending(state: EditorState): readonly Pending[] {
  return state.field(field).updates;
}

/** All of them as one and the ink over them, without what they insert; `base` is the text on which the first was made. */
export function localChanges(state: EditorState, base: Text): ChangeDesc {
  const changes = pending(state).reduce(
    (all, update) => all.composeDesc(update.changes.desc),
    ChangeSet.empty(base.length).desc,
  );
  const { runs } = inkOf(state);
  return runs.length === 0 ? changes : changes.composeDesc(ink.layer(inkOf(state), state.doc.length));
}

/** How many of the pending changes are on their way. */
export function frozenCount(state: EditorState): number {
  return state.field(field).frozen;
}

export function counted(updates: readonly Pending[]): number {
  return updates.reduce((sum, { count }) => sum + count, 0);
}

/**
 * Runs of pending changes as one change each. A change with effects ends its run, for its effects
 * count in the text after it and may not be moved over what came later.
 */
export function steps(updates: readonly Pending[]): Pending[] {
  const result: Pending[] = [];
  for (const { changes, effects, count } of updates) {
    const last = result.at(-1);
    if (last !== undefined && last.effects.length === 0) {
      const together = { changes: last.changes.compose(changes), effects, count: last.count + count };
      result[result.length - 1] = together;
    } else {
      result.push({ changes, effects, count });
    }
  }
  return result;
}

/**
 * The pending changes, those that are not on their way taken together where that is possible; apart,
 * what belongs to the word that an input method is at.
 *
 * @param base the text on which the first of them was made
 */
export function condensed(state: EditorState, base: Text, composing: boolean): { closed: Pending[]; open: Pending[] } {
  const { updates, frozen } = state.field(field);
  const sent = updates.slice(0, frozen);
  const text = sent.reduce((before, update) => update.changes.apply(before), base);
  const done = words(updates.slice(frozen), text, composing);
  const taken = done.reduce((sum, { from }) => sum + from, frozen);
  return { closed: [...sent, ...steps(done.map(({ update }) => update))], open: updates.slice(taken) };
}

export function updateJson(update: Pick<Pending, "changes" | "effects">): UpdateJson {
  return { changes: update.changes.toJSON(), effects: [...update.effects] };
}

/**
 * Moves updates over one change that came before them; tells also what that change is after them.
 *
 * The server moves a submit in the same way over one change after the other. Changes of others
 * composed to one would lead to another text where one deletes and the next inserts at the same place.
 */
export function over<P extends Pending>(updates: readonly P[], change: ChangeSet): [P[], ChangeSet] {
  let others = change;
  const moved = updates.map((update) => {
    const changes = update.changes.map(others);
    others = others.map(update.changes, true);
    return { ...update, changes, effects: update.effects.map((effect) => mapEffect(effect, others)) };
  });
  return [moved, others];
}

/** Merges what others did to the base, one change after the other; local changes move over it. */
export function receive(
  state: EditorState,
  changes: readonly ChangeSet[],
  base: Text,
  composing = false,
  ended: ReadonlySet<string> = new Set(),
): Transaction {
  const { frozen } = state.field(field);
  const { closed, open } = condensed(state, base, composing);
  let updates = [...closed, ...open];
  const seen: ChangeSet[] = [];
  for (const change of changes) {
    const [moved, after] = over(updates, change);
    updates = moved;
    seen.push(after);
  }
  return quietly(state, { updates, frozen }, seen, ended);
}

const sizes = new WeakMap<Pending, number>();

/** What the pending changes come to in the form in which they are sent, in units. */
export function pendingSize(state: EditorState): number {
  return pending(state).reduce((sum, update) => sum + sizeOf(update), 0);
}

function sizeOf(update: Pending): number {
  const known = sizes.get(update);
  if (known !== undefined) return known;
  const size = JSON.stringify(updateJson(update)).length;
  sizes.set(update, size);
  return size;
}

/** Puts the first changes as they are sent in place of those they were made from, and marks them. */
export function freezeFirst(state: EditorState, count: number, sent: readonly Pending[]): Transaction {
  const { updates } = state.field(field);
  return quietly(state, { updates: [...sent, ...updates.slice(count)], frozen: sent.length });
}

/** Puts others that come to the same in place of the first changes, while nothing is on its way. */
export function divide(state: EditorState, count: number, parts: readonly Pending[]): Transaction {
  const { updates, frozen } = state.field(field);
  if (frozen > 0) throw new Error(`${frozen} changes are on their way`);
  return quietly(state, { updates: [...parts, ...updates.slice(count)], frozen });
}

/** What was on its way is not any more, and is not in the log. */
export function thaw(state: EditorState): Transaction {
  return quietly(state, { updates: pending(state), frozen: 0 });
}

/**
 * Takes the first local changes off the list of unconfirmed ones; what stands in the editor now, they
 * included, is then corrected by a change that counts as somebody else's.
 */
export function settle(state: EditorState, count: number, correction: ChangeSet | null): Transaction {
  const { updates, frozen } = state.field(field);
  const rest = updates.slice(count);
  const left = Math.max(0, frozen - count);
  if (correction === null) return quietly(state, { updates: rest, frozen: left });
  const [moved, seen] = over(rest, correction);
  return quietly(state, { updates: moved, frozen: left }, [seen]);
}

/** Adds changes of this account that were made elsewhere on the confirmed text; they go last. */
export function adopt(state: EditorState, adopted: readonly Pending[]): Transaction {
  const { updates, frozen } = state.field(field);
  let moved = [...adopted];
  for (const update of updates) [moved] = over(moved, update.changes);
  const all = moved.map(({ changes }) => changes).reduce((changes, next) => changes.compose(next));
  return quietly(state, { updates: [...updates, ...moved], frozen }, [all]);
}

/**
 * Proposes what the ink says that was not said yet, for the server and everybody. To be called when no input
 * method is at work; null when all is said.
 */
export function say(state: EditorState): Transaction | null {
  const local = state.field(field);
  const said = sayings(local.ink, state.doc);
  if (said === null) return null;
  const { updates, frozen } = local;
  const changes = ChangeSet.empty(ink.toDocument(local.ink, state.doc.length));
  const last = updates.length > frozen ? updates.at(-1)! : null;
  const joins = last !== null && last.changes.empty && last.effects.every(({ is }) => PROPOSING.has(is));
  const effects = condense([...(joins ? last.effects : []), ...said.effects]);
  const rest = joins ? updates.slice(0, -1) : updates;
  const all = effects.length === 0 ? rest : [...rest, { changes, effects, count: 1 }];
  return swap(state, { updates: all, frozen, ink: said.ink, letters: null }, null);
}

const PROPOSING = new Set<EditEffect["is"]>(["propose", "revise-proposal", "withdraw-proposal"]);

/** Takes runs of ink off the screen; what they proposed stays proposed. */
export function layDown(state: EditorState, which: (run: ink.Run) => boolean = () => true): Transaction | null {
  const local = state.field(field);
  if (!local.ink.runs.some(which)) return null;
  const { changes, ink: left } = ink.without(local.ink, state.doc.length, which);
  return swap(state, { ...local, ink: left }, changes);
}

/** Lays proposals over the text again that were laid down, or made elsewhere; null when there is none to lay. */
export function takeUp(state: EditorState, proposals: readonly ink.Meant[]): Transaction | null {
  const local = state.field(field);
  const { changes, ink: over } = ink.takenUp(local.ink, proposals, state.doc.length);
  return over === local.ink ? null : swap(state, { ...local, ink: over }, changes);
}

/**
 * Changes of the document's text, one after the other, that did not begin on this screen.
 *
 * @param ended the runs that they end
 */
function quietly(
  state: EditorState,
  waiting: Waiting,
  changes: readonly ChangeSet[] = [],
  ended: ReadonlySet<string> = new Set(),
): Transaction {
  let left = inkOf(state);
  const shown = changes.reduce<ChangeSet | null>((all, change) => {
    const seen = ink.afterRemote(left, change, all?.newLength ?? state.doc.length, ended);
    left = seen.ink;
    return all === null ? seen.changes : all.compose(seen.changes);
  }, null);
  return swap(state, { ...state.field(field), ...waiting, ink: left }, shown);
}

/**
 * Where text comes in the place of all that is selected, the editor would select from behind it to before it, which
 * no edit can be made of. The cursor stands behind it instead.
 */
function cursorInstead({ selection: { main } }: EditorState, changes: ChangeSet): { selection?: { anchor: number } } {
  const from = changes.mapPos(main.from, 1);
  return main.empty || from <= changes.mapPos(main.to, -1) ? {} : { selection: { anchor: from } };
}

function swap(state: EditorState, local: Local, changes: ChangeSet | null): Transaction {
  const moved = { ...local, letters: changes === null ? local.letters : follow(local.letters, changes, -1) };
  return state.update({
    ...(changes === null ? {} : { changes, ...cursorInstead(state, changes) }),
    annotations: [Transaction.addToHistory.of(false), Transaction.remote.of(true), replaced.of(moved)],
    filter: false,
  });
}
