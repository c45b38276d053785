import type { ChangeSet, EditorState, Text, Transaction } from "@codemirror/state";
import { checksum } from "./checksum";
import { disturbs, letters, wordCount, words } from "./composing";
import { type LogEntry, logEntry } from "./confirmed";
import { cut } from "./cutting";
import { difference } from "./difference";
import type { Changes, ClientFrame, Done, Head, Opened, Refused, Resumed } from "./frames";
import { type Flight, freeze, type Limits, MOST_CHANGES, tooLarge } from "./flight";
import { Held } from "./held";
import type { Kept, Piece } from "./kept";
import { Ledger } from "./ledger";
import { randomName } from "./names";
import { pieceOf, piecesOf } from "./pieces";
import { inWords, recordOf } from "./record";
import {
  adopt,
  condensed,
  counted,
  divide,
  freezeFirst,
  frozenCount,
  type Pending,
  pending,
  receive,
  settle,
  thaw,
} from "./shared";

/** Where the text is shown: an editor view in the browser, a bare state in tests. */
export interface Desk {
  /** Lays out a text that was not there before; called once. */
  start(text: Text): void;
  readonly state: EditorState;
  dispatch(transaction: Transaction): void;
  /** An input method is at work: what stands in the text is not yet what is meant. */
  readonly composing: boolean;
  /** Makes the input method stop, and calls back when it has. */
  endComposing(then: () => void): void;
}

/** Edits that the server did not take: what they were, and why not. */
export interface LostEdit {
  code: string;
  message: string;
  pieces: Piece[];
}

export interface SyncPorts {
  send(frame: string): void;
  lost(edit: LostEdit): void;
  /** Calls back later; the answer cancels. */
  later(work: () => void, milliseconds: number): void;
  limits(): Limits;
  /** Keeps what is pending now. A promise when nothing of it may be sent before that is done. */
  keep(): Promise<void> | null;
  /** Edits that were pending on a text that had to be taken anew; they are answered under the name they had. */
  left(kept: Kept): void;
  /** It has to be asked whether these annotations are there; then `submit` is to be called again. */
  unsure(annotations: readonly string[]): void;
}

/** Refusals that time mends. */
export const TEMPORARY = new Set(["busy", "unavailable", "storage-full"]);
const OUT_OF_STEP = new Set(["base-ahead", "sequence-gap", "sequence-reused"]);
const PATIENCE = 1500;
type Holdable = Opened | Changes | Refused;

/**
 * Brings local edits into the log and the log into the editor.
 *
 * Invariant: the confirmed text with the pending changes applied is what the editor shows. One submit
 * is in flight at a time and the confirmation is seeing one's own number in a `changes` frame.
 */
export class Sync {
  #client = randomName();
  #ledger: Ledger | null = null;
  #flight: Flight | null = null;
  /** Whether it was sent on this connection. */
  #flown = false;
  /** Last number of this client that is known to be in the log. */
  #sequence = 0;
  #epoch = 0;
  #timeline = "";
  /** The newest revision that the server has told of. */
  #head = 0;
  #open = false;
  /** The whole text was asked for; what is told before it comes is of no use. */
  #startingOver = false;
  #pulled = 0;
  #pausing = false;
  /** Being kept at this moment; nothing is sent until then. */
  #keeping = 0;
  readonly #held: Held<Holdable>;
  /** A text that turned out not to be the server's. */
  #diverged: Text | null = null;
  #corrections = 0;

  constructor(
    readonly document: string,
    private readonly desk: Desk,
    private readonly ports: SyncPorts,
  ) {
    this.#held = new Held<Holdable>({
      handle: (frame) => this.#handle(frame),
      later: (work, milliseconds) => ports.later(work, milliseconds),
      abandoned: () => desk.endComposing(() => this.#takeLettersOut()),
    });
  }

  /** The name under which edits are numbered; a new one when the text had to be taken anew. */
  get client(): string {
    return this.#client;
  }

  get timeline(): string {
    return this.#timeline;
  }

  /** How often the server's outcome for an own change was another than the one foreseen here. */
  get corrections(): number {
    return this.#corrections;
  }

  get ledger(): Ledger | null {
    return this.#ledger;
  }

  /** How to ask for the document on a fresh connection. */
  openFrame(): ClientFrame {
    const { document, client } = this;
    this.#open = false;
    if (this.#ledger === null) return { type: "open", document, client };
    return { type: "open", document, client, since: this.#ledger.revision, epoch: this.#epoch };
  }

  disconnected(): void {
    this.#open = false;
  }

  /**
   * Takes the whole text. Edits that are pending on an older one cannot move over to it from here: they
   * are told as left behind, and this client goes on without them under another name.
   */
  opened(frame: Opened): void {
    this.#startingOver = false;
    this.#held.receive(frame);
  }

  #handleOpened(frame: Opened): boolean {
    const first = this.#ledger === null;
    if (!first && this.desk.composing) return false;
    const left = this.record();
    this.#ledger = new Ledger(frame);
    this.#tellDifference(this.#ledger.confirmed.text);
    this.#head = frame.revision;
    this.#epoch = frame.epoch;
    this.#timeline = frame.timeline;
    this.#sequence = frame.sequence;
    if (first) this.desk.start(this.#ledger.confirmed.text);
    else this.#showAnew();
    if (left !== null) {
      this.#client = randomName();
      this.#sequence = 0;
      this.#flight = null;
      this.ports.left(left);
    }
    this.#resume();
    return true;
  }

  resumed(frame: Resumed): void {
    if (frame.timeline !== this.#timeline) return this.reopen();
    this.#epoch = frame.epoch;
    this.#head = Math.max(this.#head, frame.revision);
    this.#ledger?.replaceSuggestions(frame.revision, []);
    this.#resume(frame.sequence);
  }

  /** What the log does not have yet; null when it has everything. Letters of an input method are not meant yet. */
  record(): Kept | null {
    if (this.#ledger === null || pending(this.desk.state).length === 0) return null;
    const { closed } = condensed(this.desk.state, this.#ledger.confirmed.text, this.desk.composing);
    const { document, client } = this;
    return recordOf(closed, this.#ledger.confirmed, {
      document,
      client,
      timeline: this.#timeline,
      sequence: this.#sequence,
      flight: this.#flight,
    });
  }

  /** Goes on with edits that were made on the confirmed text elsewhere; nothing is sent before they are kept. */
  adopt(updates: readonly Pending[], kept: () => Promise<void>): void {
    if (updates.length > 0) this.desk.dispatch(adopt(this.desk.state, updates));
    this.#after(kept());
  }

  /** Takes changes that are new and asks for those that are missing. */
  changes(frame: Changes): void {
    if (!this.#startingOver) this.#held.receive(frame);
  }

  /** Whether the frame is done with; otherwise it has to wait for the input method. */
  #handle(frame: Holdable): boolean {
    if (frame.type === "opened") return this.#handleOpened(frame);
    return frame.type === "changes" ? this.#accept(frame) : this.#handleRefused(frame);
  }

  /** They were never meant to stand in the text; the person can have them back. */
  #takeLettersOut(): void {
    const { state } = this.desk;
    const left = letters(pending(state), this.#ledger!.confirmed.text);
    if (left === null) return;
    const message = "others changed this passage while an input method was left open in it";
    this.desk.dispatch(state.update({ changes: left.back, userEvent: "input.type.compose" }));
    this.ports.lost({ code: "letters-left", message, pieces: piecesOf(left.word, left.before) });
  }

  #accept(frame: Changes): boolean {
    if (this.#ledger === null) return true;
    this.#epoch = Math.max(this.#epoch, frame.epoch);
    this.#head = Math.max(this.#head, frame.head ?? 0, frame.first + frame.changes.length - 1);
    const next = this.#ledger.revision + 1;
    if (frame.first > next) {
      this.#pull();
      return true;
    }
    const fresh = frame.changes.slice(next - frame.first).map(logEntry);
    if (fresh.length === 0) return true;
    this.#pulled = 0;
    const all = this.#take(fresh);
    this.#landed();
    if (all && this.#head > this.#ledger.revision && this.#held.frames.length < 2) this.#pull();
    this.submit();
    return all;
  }

  head({ epoch, revision, checksum }: Head): void {
    if (this.#ledger === null || !this.#open || this.#held.frames.length > 0) return;
    if (revision === this.#ledger.revision && checksum !== undefined) return this.#compare(checksum);
    if (revision > this.#ledger.revision) {
      this.#head = Math.max(this.#head, revision);
      this.#pulled = 0;
      this.#pull();
    } else if (revision < this.#ledger.revision && epoch > this.#epoch) {
      this.reopen();
    }
  }

  /** What is shown, when nothing of it is new, has to be what the server has. */
  #compare(expected: string): void {
    const { state } = this.desk;
    if (pending(state).length > 0) return;
    const found = checksum(state.doc);
    if (found === expected) return;
    const { document } = this;
    const { revision } = this.#ledger!;
    const frame: ClientFrame = { type: "diverged", document, revision, checksum: found };
    this.#diverged = state.doc;
    this.ports.send(JSON.stringify(frame));
    this.reopen();
  }

  /** Keeps as a draft in what the text that was shown differed from the server's. */
  #tellDifference(text: Text): void {
    const shown = this.#diverged;
    this.#diverged = null;
    const changes = shown === null ? null : difference(text, shown);
    if (changes === null || changes.empty) return;
    const message = "the text that was shown here was not the server's";
    this.ports.lost({ code: "diverged", message, pieces: piecesOf({ changes, effects: [] }, text) });
  }

  done(frame: Done): void {
    if (this.#flight !== null && frame.sequence <= this.#flight.last) this.#pull();
  }

  refused(frame: Refused): void {
    this.#held.receive(frame);
  }

  #handleRefused(frame: Refused): boolean {
    if (this.#flight === null || frame.sequence > this.#flight.last) return true;
    if (TEMPORARY.has(frame.code)) {
      this.#pause();
      return true;
    }
    const outOfStep = OUT_OF_STEP.has(frame.code);
    if (!outOfStep && this.desk.composing) return false;
    const count = frozenCount(this.desk.state);
    this.#flight = null;
    this.desk.dispatch(thaw(this.desk.state));
    if (outOfStep) {
      this.reopen();
      return true;
    }
    this.#undo(count, pending(this.desk.state).slice(0, count), frame.code, frame.message);
    this.submit();
    return true;
  }

  /** To be called after each local edit, and when an input method has finished. */
  edited(): void {
    this.#held.edited();
    this.submit();
  }

  /** Sends what is pending, unless something is on its way already. */
  submit(): void {
    if (!this.#open || this.#pausing || this.#keeping > 0 || this.#flight || !this.#ledger) return;
    const { state, composing } = this.desk;
    const waiting = words(pending(state), this.#ledger.confirmed.text, composing, MOST_CHANGES);
    const first = waiting[0];
    if (first === undefined) return;
    if (first.update.changes.empty && first.update.effects.length === 0) {
      this.desk.dispatch(settle(state, first.from, null));
      return this.submit();
    }
    const large = tooLarge(first.update, this.ports.limits());
    if (large !== null) {
      const parts = cut(first.update, this.ports.limits());
      if (parts !== null) {
        this.desk.dispatch(divide(state, first.from, parts));
        return this.submit();
      }
      if (composing) return;
      this.#undo(first.from, [first.update], "too-large", large);
      return this.submit();
    }
    const { roll } = this.#ledger;
    const unsure = roll.unsure(waiting.flatMap(({ update }) => update.effects));
    if (unsure.length > 0) return this.ports.unsure(unsure);
    const { document, client } = this;
    const head = { document, client, sequence: this.#sequence + 1, base: this.#ledger.revision };
    const { flight, taken, updates, untimely } = freeze(head, waiting, roll.gone, this.ports.limits());
    this.#flight = flight;
    this.#flown = false;
    this.desk.dispatch(freezeFirst(this.desk.state, taken, updates));
    if (untimely.length > 0) {
      const pieces = untimely.map((effect) => pieceOf(effect, this.desk.state.doc));
      this.ports.lost({ code: "removed", message: "", pieces });
    }
    const keeping = this.ports.keep();
    if (keeping === null) this.#fly();
    else this.#after(keeping);
  }

  /** How many edits are not known to be in the log; letters of an input method are none. */
  get unsaved(): number {
    if (this.#ledger === null) return 0;
    const own = this.#held.frames.flatMap((frame) => (frame.type === "changes" ? frame.changes : []));
    const landed = own.filter(({ client, sequence }) => client === this.client && sequence > this.#sequence).length;
    const frozen = frozenCount(this.desk.state);
    const updates = pending(this.desk.state);
    return counted(updates.slice(landed, frozen)) + wordCount(updates.slice(frozen), this.desk.composing);
  }

  /** Asks for the whole document again. */
  reopen(): void {
    this.#open = false;
    this.#startingOver = true;
    this.#held.clear();
    const { document, client } = this;
    this.ports.send(JSON.stringify({ type: "open", document, client } satisfies ClientFrame));
  }

  #resume(sequence = this.#sequence): void {
    this.#open = true;
    this.#pulled = 0;
    this.#flown = this.#flight !== null && sequence >= this.#flight.last;
    this.#fly();
    this.submit();
  }

  #fly(): void {
    if (!this.#open || this.#keeping > 0 || this.#flight === null || this.#flown) return;
    this.#flown = true;
    this.ports.send(this.#flight.bytes);
  }

  /** What is frozen, and all that comes after it, waits until the promise is kept or broken. */
  #after(keeping: Promise<void>): void {
    this.#keeping++;
    const go = () => {
      this.#keeping--;
      this.#fly();
      this.submit();
    };
    void keeping.then(go, go);
  }

  /** Takes them all, or as many as an input method allows. */
  #take(entries: readonly LogEntry[]): boolean {
    const { composing } = this.desk;
    let base = this.#ledger!.confirmed.text;
    let others: ChangeSet[] = [];
    const merge = () => {
      const merged = others.length === 0 || this.#show(receive(this.desk.state, others, base, composing));
      others = [];
      return merged;
    };
    for (const entry of entries) {
      if (this.#isNextOwn(entry)) {
        merge();
        if (!this.#confirm(entry)) return false;
      } else {
        if (others.length === 0) base = this.#ledger!.confirmed.text;
        others.push(entry.changes);
        if (composing && !merge()) return false;
      }
      this.#ledger!.advance(entry);
    }
    return merge();
  }

  /** Draws what others did, unless that would disturb an input method. */
  #show(transaction: Transaction): boolean {
    const { state, composing } = this.desk;
    if (composing && disturbs(state, transaction.changes)) return false;
    this.desk.dispatch(transaction);
    return true;
  }

  #isNextOwn(entry: LogEntry): boolean {
    const own = entry.client === this.client && entry.sequence === this.#sequence + 1;
    return own && frozenCount(this.desk.state) > 0;
  }

  /** What comes back is what was foreseen here. Should it ever be otherwise, the server is right. */
  #confirm(entry: LogEntry): boolean {
    const expected = pending(this.desk.state)[0]!.changes;
    const same = JSON.stringify(expected) === JSON.stringify(entry.changes);
    const text = this.#ledger!.confirmed.text;
    const correction = same ? null : expected.invert(text).compose(entry.changes);
    if (!this.#show(settle(this.desk.state, 1, correction))) return false;
    if (!same) this.#corrections++;
    this.#sequence = entry.sequence;
    return true;
  }

  /** Takes back the first local changes; `updates` is what they are as they would have been sent. */
  #undo(count: number, updates: readonly Pending[], code: string, message: string): void {
    if (updates.length === 0) return;
    const { text } = this.#ledger!.confirmed;
    const changes = updates.map((update) => update.changes).reduce((all, next) => all.compose(next));
    this.desk.dispatch(settle(this.desk.state, count, changes.invert(text)));
    this.ports.lost({ code, message, pieces: inWords(updates, text) });
  }

  /** Shows the confirmed text and nothing else, whatever was shown before. */
  #showAnew(): void {
    const { state } = this.desk;
    const correction = difference(state.doc, this.#ledger!.confirmed.text);
    this.desk.dispatch(settle(state, pending(state).length, correction));
  }

  #landed(): void {
    if (this.#flight !== null && this.#sequence >= this.#flight.last) this.#flight = null;
  }

  #pull(): void {
    if (this.#ledger === null || !this.#open) return;
    const from = this.#ledger.revision + 1;
    if (this.#pulled === from) return;
    this.#pulled = from;
    const frame: ClientFrame = { type: "pull", document: this.document, from };
    this.ports.send(JSON.stringify(frame));
  }

  #pause(): void {
    this.#pausing = true;
    this.ports.later(() => {
      this.#pausing = false;
      this.#flown = false;
      this.#fly();
      this.submit();
    }, PATIENCE);
  }
}
