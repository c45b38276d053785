import { ChangeSet, type EditorState, type Text, type Transaction } from "@codemirror/state";
import { disturbs, letters, wordCount, words } from "./composing";
import { type LogEntry, logEntry } from "./confirmed";
import { difference } from "./difference";
import type { Changes, ClientFrame, Done, Opened, Refused, Resumed } from "./frames";
import { type Flight, freeze, inserted, type Limits, MOST_CHANGES, tooLarge } from "./flight";
import { Ledger } from "./ledger";
import { type Pending, pending, pendingCount, receive, settle } from "./shared";

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

/** Edits that the server did not take: what they said, and why not. */
export interface LostEdit {
  code: string;
  message: string;
  inserted: string;
}

export interface SyncPorts {
  send(frame: string): void;
  lost(edit: LostEdit): void;
  /** Calls back later; the answer cancels. */
  later(work: () => void, milliseconds: number): void;
  limits(): Limits;
}

const TEMPORARY = new Set(["busy", "unavailable", "too-many"]);
const OUT_OF_STEP = new Set(["base-ahead", "sequence-gap", "sequence-reused"]);
const PATIENCE = 1500;
/** How long letters that nobody goes on with may keep others' changes from the screen, in milliseconds. */
const LETTERS_LEFT = 60_000;
const LOOK_EVERY = 250;
/** Held frames of changes; those beyond it are asked for again. */
const MOST_HELD = 2_000;

type Holdable = Opened | Changes | Refused;

/**
 * Brings local edits into the log and the log into the editor.
 *
 * Invariant: the confirmed text with the pending changes applied is what the editor shows. One submit
 * is in flight at a time and the confirmation is seeing one's own number in a `changes` frame.
 */
export class Sync {
  #ledger: Ledger | null = null;
  #flight: Flight | null = null;
  /** Last number of this client that is known to be in the log. */
  #sequence = 0;
  #epoch = 0;
  #open = false;
  #pulled = 0;
  #pausing = false;
  /** Frames, in their order, that would change the text under the hands of an input method. */
  #held: Holdable[] = [];
  #watching = false;
  /** Counts local edits, so that it can be told whether the input method is being used. */
  #edits = 0;

  constructor(
    readonly document: string,
    readonly client: string,
    private readonly desk: Desk,
    private readonly ports: SyncPorts,
  ) {}

  get ledger(): Ledger | null {
    return this.#ledger;
  }

  get inFlight(): boolean {
    return this.#flight !== null;
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

  opened(frame: Opened): void {
    this.#receive(frame);
  }

  #handleOpened(frame: Opened): boolean {
    const before = this.#ledger;
    if (before !== null && this.desk.composing) return false;
    this.#ledger = new Ledger(frame);
    if (before === null) this.desk.start(this.#ledger.confirmed.text);
    else this.#startOver(before.confirmed.text, frame.sequence);
    this.#sequence = frame.sequence;
    this.#epoch = frame.epoch;
    this.#landed();
    this.#resume();
    return true;
  }

  resumed(frame: Resumed): void {
    this.#epoch = frame.epoch;
    this.#ledger?.replaceSuggestions(frame.revision, frame.suggestions);
    this.#resume(frame.sequence);
  }

  /** Takes changes that are new and asks for those that are missing. */
  changes(frame: Changes): void {
    this.#receive(frame);
  }

  #receive(frame: Holdable): void {
    this.#release();
    if (this.#held.length > 0 || !this.#handle(frame)) this.#hold(frame);
  }

  /** Whether the frame is done with; otherwise it has to wait for the input method. */
  #handle(frame: Holdable): boolean {
    if (frame.type === "opened") return this.#handleOpened(frame);
    return frame.type === "changes" ? this.#accept(frame) : this.#handleRefused(frame);
  }

  #hold(frame: Holdable): void {
    if (this.#held.length < MOST_HELD || frame.type !== "changes") this.#held.push(frame);
    if (!this.#watching) this.#watch(0);
  }

  #release(): void {
    while (this.#held.length > 0 && this.#handle(this.#held[0]!)) this.#held.shift();
  }

  #watch(waited: number): void {
    this.#watching = true;
    const edits = this.#edits;
    this.ports.later(() => {
      this.#watching = false;
      this.#release();
      if (this.#held.length === 0) return;
      const idle = edits === this.#edits ? waited + LOOK_EVERY : 0;
      if (idle >= LETTERS_LEFT) this.desk.endComposing(() => this.#takeLettersOut());
      this.#watch(idle % LETTERS_LEFT);
    }, LOOK_EVERY);
  }

  /** They were never meant to stand in the text; the person can have them back. */
  #takeLettersOut(): void {
    const { state } = this.desk;
    const left = letters(pending(state), this.#ledger!.confirmed.text);
    if (left === null) return;
    const message = "others changed this passage while an input method was left open in it";
    this.desk.dispatch(state.update({ changes: left.back, userEvent: "input.type.compose" }));
    this.ports.lost({ code: "letters-left", message, inserted: inserted(left.changes) });
  }

  #accept(frame: Changes): boolean {
    if (this.#ledger === null) return true;
    this.#epoch = Math.max(this.#epoch, frame.epoch);
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
    this.submit();
    return all;
  }

  head(epoch: number, revision: number): void {
    if (this.#ledger === null || !this.#open || this.#held.length > 0) return;
    if (revision > this.#ledger.revision) {
      this.#pulled = 0;
      this.#pull();
    } else if (revision < this.#ledger.revision && epoch > this.#epoch) {
      this.reopen();
    }
  }

  done(frame: Done): void {
    if (this.#flight !== null && frame.sequence <= this.#flight.last) this.#pull();
  }

  refused(frame: Refused): void {
    this.#receive(frame);
  }

  #handleRefused(frame: Refused): boolean {
    if (this.#flight === null || frame.sequence > this.#flight.last) return true;
    const passing = TEMPORARY.has(frame.code) || OUT_OF_STEP.has(frame.code);
    if (!passing && this.desk.composing) return false;
    const { counts } = this.#flight;
    this.#flight = null;
    if (TEMPORARY.has(frame.code)) this.#pause();
    else if (OUT_OF_STEP.has(frame.code)) this.reopen();
    else {
      this.#undo(sum(counts), frame.code, frame.message);
      this.submit();
    }
    return true;
  }

  /** To be called after each local edit, and when an input method has finished. */
  edited(): void {
    this.#edits++;
    this.#release();
    this.submit();
  }

  /** Sends what is pending, unless something is on its way already. */
  submit(): void {
    if (!this.#open || this.#pausing || this.#flight || !this.#ledger) return;
    const waiting = this.#waiting();
    const first = waiting[0];
    if (first === undefined) return;
    if (first.changes.empty && first.effects.length === 0) {
      this.desk.dispatch(settle(this.desk.state, this.client, first.count, null));
      return this.submit();
    }
    const large = tooLarge(first, this.ports.limits());
    if (large !== null) {
      if (this.desk.composing) return;
      this.#undo(first.count, "too-large", large);
      return this.submit();
    }
    const { document, client } = this;
    const head = { document, client, sequence: this.#sequence + 1, base: this.#ledger.revision };
    const known = this.#ledger.confirmed.annotations.keys();
    this.#flight = freeze(head, waiting, known, this.ports.limits());
    this.ports.send(this.#flight.bytes);
  }

  #waiting() {
    const { state, composing } = this.desk;
    return words(pending(state), this.#ledger!.confirmed.text, composing, MOST_CHANGES);
  }

  /** How many local changes are not known to be in the log; letters of an input method are none. */
  get unsaved(): number {
    const own = this.#held.flatMap((frame) => (frame.type === "changes" ? frame.changes : []));
    const landed = own.filter(({ client, sequence }) => client === this.client && sequence > this.#sequence).length;
    const known = sum(this.#flight?.counts.slice(0, landed) ?? []);
    return wordCount(pending(this.desk.state).slice(known), this.desk.composing);
  }

  /** Asks for the whole document again. */
  reopen(): void {
    this.#open = false;
    const { document, client } = this;
    this.ports.send(JSON.stringify({ type: "open", document, client } satisfies ClientFrame));
  }

  #resume(sequence = this.#sequence): void {
    this.#open = true;
    this.#pulled = 0;
    if (this.#flight !== null && sequence < this.#flight.last) this.ports.send(this.#flight.bytes);
    this.submit();
  }

  /** Takes them all, or as many as an input method allows. */
  #take(entries: readonly LogEntry[]): boolean {
    let others: ChangeSet[] = [];
    const merge = () => {
      const merged = others.length === 0 || this.#show(receive(this.desk.state, others));
      others = [];
      return merged;
    };
    const { composing } = this.desk;
    for (const entry of entries) {
      if (this.#isNextOwn(entry)) {
        merge();
        if (!this.#confirm(entry)) return false;
      } else {
        others.push(entry.changes);
        if (composing && !merge()) return false;
      }
      this.#ledger!.advance(entry);
    }
    return merge();
  }

  #isNextOwn(entry: LogEntry): boolean {
    const own = entry.client === this.client && entry.sequence === this.#sequence + 1;
    return own && pendingCount(this.desk.state) > 0;
  }

  /** Draws what others did, unless that would disturb an input method. */
  #show(transaction: Transaction): boolean {
    const { state, composing } = this.desk;
    if (composing && disturbs(state, transaction.changes)) return false;
    this.desk.dispatch(transaction);
    return true;
  }

  /**
   * Mapping over changes one by one can end elsewhere than mapping over them composed, as the server
   * did, when an insertion's surroundings are gone. Then the server's outcome holds.
   */
  #confirm(entry: LogEntry): boolean {
    const count = this.#flight?.counts[0] ?? 1;
    const expected = composed(pending(this.desk.state).slice(0, count));
    const same = JSON.stringify(expected) === JSON.stringify(entry.changes);
    const text = this.#ledger!.confirmed.text;
    const correction = same ? null : expected.invert(text).compose(entry.changes);
    if (!this.#show(settle(this.desk.state, this.client, count, correction))) return false;
    this.#flight?.counts.shift();
    this.#sequence = entry.sequence;
    return true;
  }

  #undo(count: number, code: string, message: string): void {
    const refused = pending(this.desk.state).slice(0, count);
    if (refused.length === 0) return;
    const changes = composed(refused);
    const correction = changes.invert(this.#ledger!.confirmed.text);
    this.desk.dispatch(settle(this.desk.state, this.client, refused.length, correction));
    this.ports.lost({ code, message, inserted: inserted(changes) });
  }

  /** The server sent the whole text: local edits that are not in it move over the difference. */
  #startOver(before: Text, sequence: number): void {
    const counts = this.#flight?.counts.splice(0, Math.max(0, sequence - this.#sequence)) ?? [];
    const landed = pending(this.desk.state).slice(0, sum(counts));
    const known = landed.reduce((text, update) => update.changes.apply(text), before);
    const correction = difference(known, this.#ledger!.confirmed.text);
    this.desk.dispatch(settle(this.desk.state, this.client, landed.length, correction));
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
      this.submit();
    }, PATIENCE);
  }
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

function composed(updates: readonly Pending[]): ChangeSet {
  return updates.map((update) => update.changes).reduce((all, changes) => all.compose(changes));
}
