import type { ChangeSet, EditorState, Text, Transaction } from "@codemirror/state";
import { type LogEntry, logEntry } from "./confirmed";
import { difference } from "./difference";
import type { Changes, ClientFrame, Done, Opened, Refused, Resumed } from "./frames";
import { type Flight, freeze, type Limits, tooLarge } from "./flight";
import type { Kept, KeptUpdate, Piece } from "./kept";
import { Ledger } from "./ledger";
import { randomName } from "./names";
import { pieceOf, piecesOf } from "./pieces";
import {
  adopt,
  condensed,
  freezeFirst,
  frozenCount,
  type Pending,
  pending,
  receive,
  settle,
  thaw,
  updateJson,
} from "./shared";

/** Where the text is shown: an editor view in the browser, a bare state in tests. */
export interface Desk {
  /** Lays out a text that was not there before; called once. */
  start(text: Text): void;
  readonly state: EditorState;
  dispatch(transaction: Transaction): void;
  /** An input method is at work: what stands in the text is not yet what is meant. */
  readonly composing: boolean;
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
}

/** Refusals that time mends. */
export const TEMPORARY = new Set(["busy", "unavailable", "storage-full"]);
const OUT_OF_STEP = new Set(["base-ahead", "sequence-gap", "sequence-reused"]);
const PATIENCE = 1500;
/** How long an input method may keep others' changes from the screen, in milliseconds. */
const COMPOSING = 5000;

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
  /** Frames that came while an input method was at work: a text that changes under it confuses it. */
  #held: Changes[] = [];
  #corrections = 0;

  constructor(
    readonly document: string,
    private readonly desk: Desk,
    private readonly ports: SyncPorts,
  ) {}

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
   * are answered, under the client name they had, and this client goes on without them under another.
   */
  opened(frame: Opened): Kept | null {
    const left = this.record();
    const first = this.#ledger === null;
    this.#held = [];
    this.#startingOver = false;
    this.#ledger = new Ledger(frame);
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
    }
    this.#resume();
    return left;
  }

  resumed(frame: Resumed): void {
    if (frame.timeline !== this.#timeline) return this.reopen();
    this.#epoch = frame.epoch;
    this.#head = Math.max(this.#head, frame.revision);
    this.#ledger?.replaceSuggestions(frame.revision, frame.suggestions);
    this.#resume(frame.sequence);
  }

  /** What the log does not have yet; null when it has everything. */
  record(): Kept | null {
    if (this.#ledger === null || pending(this.desk.state).length === 0) return null;
    const { document, client } = this;
    const { revision, text } = this.#ledger.confirmed;
    let before = text;
    const updates = condensed(this.desk.state).map((update): KeptUpdate => {
      const { count } = update;
      const kept = { ...updateJson(update), count, pieces: piecesOf(update, before) };
      before = update.changes.apply(before);
      return kept;
    });
    return {
      client,
      document,
      title: "",
      tab: "",
      timeline: this.#timeline,
      base: revision,
      sequence: this.#sequence,
      flight: this.#flight === null ? null : { bytes: this.#flight.bytes, last: this.#flight.last },
      updates,
      at: 0,
    };
  }

  /** Goes on with edits that were made on the confirmed text elsewhere; nothing is sent before they are kept. */
  adopt(updates: readonly Pending[], kept: () => Promise<void>): void {
    if (updates.length > 0) this.desk.dispatch(adopt(this.desk.state, updates));
    this.#after(kept());
  }

  /** Takes changes that are new and asks for those that are missing. */
  changes(frame: Changes): void {
    if (this.#startingOver) return;
    if (this.desk.composing) return this.#hold(frame);
    this.#release();
    this.#accept(frame);
  }

  #hold(frame: Changes): void {
    if (this.#held.length === 0) this.ports.later(() => this.#release(), COMPOSING);
    this.#held.push(frame);
  }

  #release(): void {
    for (const frame of this.#held.splice(0)) this.#accept(frame);
  }

  #accept(frame: Changes): void {
    if (this.#ledger === null) return;
    this.#epoch = Math.max(this.#epoch, frame.epoch);
    this.#head = Math.max(this.#head, frame.head ?? 0, frame.first + frame.changes.length - 1);
    const next = this.#ledger.revision + 1;
    if (frame.first > next) return this.#pull();
    const fresh = frame.changes.slice(next - frame.first).map(logEntry);
    if (fresh.length === 0) return;
    this.#pulled = 0;
    this.#take(fresh);
    this.#landed();
    if (this.#head > this.#ledger.revision) this.#pull();
    this.submit();
  }

  head(epoch: number, revision: number): void {
    if (this.#ledger === null || !this.#open) return;
    if (revision > this.#ledger.revision) {
      this.#head = Math.max(this.#head, revision);
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
    if (this.#flight === null || frame.sequence > this.#flight.last) return;
    if (TEMPORARY.has(frame.code)) return this.#pause();
    const count = frozenCount(this.desk.state);
    this.#flight = null;
    this.desk.dispatch(thaw(this.desk.state));
    if (OUT_OF_STEP.has(frame.code)) return this.reopen();
    this.#undo(count, frame.code, frame.message);
    this.submit();
  }

  /** Sends what is pending, unless something is on its way already. */
  submit(): void {
    if (this.#held.length > 0 && !this.desk.composing) this.#release();
    if (!this.#open || this.#pausing || this.#keeping > 0 || this.#flight || !this.#ledger) return;
    const waiting = pending(this.desk.state);
    if (waiting.length === 0 || this.desk.composing) return;
    const large = tooLarge(waiting[0]!, this.ports.limits());
    if (large !== null) {
      this.#undo(1, "too-large", large);
      return this.submit();
    }
    const { document, client } = this;
    const head = { document, client, sequence: this.#sequence + 1, base: this.#ledger.revision };
    const known = this.#ledger.confirmed.annotations.keys();
    const { flight, taken, updates, untimely } = freeze(head, waiting, known, this.ports.limits());
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

  /** Asks for the whole document again. */
  reopen(): void {
    this.#open = false;
    this.#startingOver = true;
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

  #take(entries: readonly LogEntry[]): void {
    let others: ChangeSet[] = [];
    const merge = () => {
      if (others.length > 0) this.desk.dispatch(receive(this.desk.state, others));
      others = [];
    };
    for (const entry of entries) {
      if (this.#isNextOwn(entry)) {
        merge();
        this.#confirm(entry);
      } else {
        others.push(entry.changes);
      }
      this.#ledger!.advance(entry);
    }
    merge();
  }

  #isNextOwn(entry: LogEntry): boolean {
    const own = entry.client === this.client && entry.sequence === this.#sequence + 1;
    return own && frozenCount(this.desk.state) > 0;
  }

  /** What comes back is what was foreseen here. Should it ever be otherwise, the server is right. */
  #confirm(entry: LogEntry): void {
    const expected = pending(this.desk.state)[0]!.changes;
    const same = JSON.stringify(expected) === JSON.stringify(entry.changes);
    const text = this.#ledger!.confirmed.text;
    const correction = same ? null : expected.invert(text).compose(entry.changes);
    if (!same) this.#corrections++;
    this.desk.dispatch(settle(this.desk.state, 1, correction));
    this.#sequence = entry.sequence;
  }

  #undo(count: number, code: string, message: string): void {
    const refused = pending(this.desk.state).slice(0, count);
    if (refused.length === 0) return;
    const { text } = this.#ledger!.confirmed;
    const changes = refused.map((update) => update.changes).reduce((all, next) => all.compose(next));
    this.desk.dispatch(settle(this.desk.state, refused.length, changes.invert(text)));
    this.ports.lost({ code, message, pieces: inWords(refused, text) });
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

function inWords(updates: readonly Pending[], text: Text): Piece[] {
  let before = text;
  return updates.flatMap((update) => {
    const pieces = piecesOf(update, before);
    before = update.changes.apply(before);
    return pieces;
  });
}
