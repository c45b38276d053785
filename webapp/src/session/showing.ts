import { ChangeSet, type Text, type Transaction } from "@codemirror/state";
import { disturbs, letters } from "./composing";
import type { LogEntry } from "./confirmed";
import type { Desk } from "./desk";
import { difference } from "./difference";
import { type Run, toDocument } from "./ink";
import type { Piece } from "./kept";
import type { Ledger } from "./ledger";
import type { Numbering } from "./numbering";
import { pieceOf, piecesOf } from "./pieces";
import { inWords } from "./record";
import { endedBy, passedOver, unsaid } from "./ending";
import { documentText, frozenCount, inkLetters, inkOf, layDown, type Pending, pending, receive, settle, written } from "./shared";

/**
 * Makes the editor show what the log says.
 *
 * Invariant: the confirmed text with the pending changes applied is what the editor shows.
 */
export class Showing {
  #corrections = 0;

  constructor(
    private readonly desk: Desk,
    private readonly numbering: Numbering,
    /** Is told what was typed into a proposal that somebody decided meanwhile. */
    private readonly late: (pieces: Piece[]) => void,
  ) {}

  /** How often the server's outcome for an own change was another than the one foreseen here. */
  get corrections(): number {
    return this.#corrections;
  }

  /** Takes them all into the ledger and the editor, or as many as an input method allows. */
  take(entries: readonly LogEntry[], ledger: Ledger): boolean {
    const { composing } = this.desk;
    let base = ledger.confirmed.text;
    let others: ChangeSet[] = [];
    let ended = new Set<string>();
    const merge = () => {
      if (others.length === 0) return true;
      const late = unsaid(this.desk.state, ended);
      const merged = this.#draw(receive(this.desk.state, others, base, composing, ended));
      if (merged && late.length > 0) this.late(late);
      others = [];
      ended = new Set();
      return merged;
    };
    for (const entry of entries) {
      if (this.numbering.isNext(entry) && frozenCount(this.desk.state) > 0) {
        merge();
        if (!this.#confirm(entry, ledger.confirmed.text)) return false;
      } else {
        if (others.length === 0) base = ledger.confirmed.text;
        others.push(entry.changes);
        for (const id of endedBy(entry.effects)) ended.add(id);
        if (composing && !merge()) return false;
      }
      ledger.advance(entry);
    }
    return merge();
  }

  /** Takes back the first local changes; in words what they were, as they would have been sent. */
  takeBack(count: number, updates: readonly Pending[], confirmed: Text): Piece[] {
    const changes = updates.map((update) => update.changes).reduce((all, next) => all.compose(next));
    const named = new Set(updates.flatMap(({ effects }) => effects.map(({ id }) => id)));
    this.desk.dispatch(settle(this.desk.state, count, changes.invert(confirmed)));
    this.#layDown(({ id }) => named.has(id));
    return inWords(updates, confirmed);
  }

  /** Takes out the letters of an input method, which were never meant to stand in the text; in words what they were. */
  takeLettersOut(confirmed: Text): Piece[] | null {
    const { state } = this.desk;
    const proposed = inkLetters(state);
    if (proposed !== null) return this.#takeInkOut(proposed.from, proposed.to);
    const left = letters(pending(state), confirmed);
    if (left === null) return null;
    this.desk.dispatch(state.update({ changes: left.back, userEvent: "input.type.compose" }));
    return piecesOf(left.word, left.before);
  }

  #takeInkOut(from: number, to: number): Piece[] {
    const { state } = this.desk;
    const before = documentText(state);
    const place = toDocument(inkOf(state), from);
    const insert = state.sliceDoc(from, to);
    const changes = ChangeSet.of({ from: place, insert }, before.length, "\n");
    this.desk.dispatch(state.update({ changes: { from, to }, effects: written.of(null), userEvent: "input.type.compose" }));
    return piecesOf({ changes, effects: [] }, before);
  }

  /** Shows the confirmed text and nothing else, whatever was shown before. */
  anew(confirmed: Text): void {
    this.#layDown(() => true);
    const { state } = this.desk;
    this.desk.dispatch(settle(state, pending(state).length, difference(documentText(state), confirmed)));
  }

  #layDown(which: (run: Run) => boolean): void {
    const transaction = layDown(this.desk.state, which);
    if (transaction !== null) this.desk.dispatch(transaction);
  }

  /** Draws what others did, unless that would disturb an input method. */
  #draw(transaction: Transaction): boolean {
    const { state, composing } = this.desk;
    if (composing && disturbs(state, transaction.changes)) return false;
    this.desk.dispatch(transaction);
    return true;
  }

  /** What comes back is what was foreseen here. Should it ever be otherwise, the server is right. */
  #confirm(entry: LogEntry, text: Text): boolean {
    const { changes: expected, effects } = pending(this.desk.state)[0]!;
    const late = passedOver(effects, entry.effects).map((effect) => pieceOf(effect, documentText(this.desk.state)));
    const same = JSON.stringify(expected) === JSON.stringify(entry.changes);
    const correction = same ? null : expected.invert(text).compose(entry.changes);
    if (!this.#draw(settle(this.desk.state, 1, correction))) return false;
    if (!same) this.#corrections++;
    if (late.length > 0) this.late(late);
    this.numbering.sequence = entry.sequence;
    return true;
  }
}
