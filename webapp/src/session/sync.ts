import type { Text } from "@codemirror/state";
import { checksum } from "./checksum";
import { wordCount, words } from "./composing";
import { logEntry } from "./confirmed";
import { cut } from "./cutting";
import type { Desk } from "./desk";
import { difference } from "./difference";
import { freeze, type Limits, MOST_CHANGES, tooLarge } from "./flight";
import type { Changes, ClientFrame, Done, Head, Opened, Refused, Resumed } from "./frames";
import { Held } from "./held";
import type { DraftReason, Kept, Piece } from "./kept";
import { Ledger } from "./ledger";
import { Numbering } from "./numbering";
import { pieceOf, piecesOf } from "./pieces";
import { recordOf } from "./record";
import { Runway, TEMPORARY } from "./runway";
import {
  adopt,
  condensed,
  counted,
  divide,
  documentText,
  freezeFirst,
  frozenCount,
  type Pending,
  pending,
  say,
  settle,
  thaw,
} from "./shared";
import { Showing } from "./showing";

/** Edits that are not in the text: what they were, and why not. */
export interface LostEdit {
  reason: DraftReason;
  /** The words of whoever refused them. */
  message: string;
  pieces: Piece[];
}

export interface SyncPorts {
  send(frame: string): void;
  lost(edit: LostEdit): void;
  /** Calls back later. */
  later(work: () => void, milliseconds: number): void;
  limits(): Limits;
  /** Keeps what is pending now. A promise when nothing of it may be sent before that is done. */
  keep(): Promise<void> | null;
  /** Edits that were pending on a text that had to be taken anew; they are answered under the name they had. */
  left(kept: Kept): void;
  /** It has to be asked whether these annotations are there; then `submit` is to be called again. */
  unsure(annotations: readonly string[]): void;
}

const OUT_OF_STEP = new Set(["base-ahead", "sequence-gap", "sequence-reused"]);
type Holdable = Opened | Changes | Refused;

/**
 * Brings local edits into the log and the log into the editor.
 *
 * Invariant: one submit is in flight at a time, and its confirmation is seeing one's own number in a
 * `changes` frame.
 */
export class Sync {
  #ledger: Ledger | null = null;
  #epoch = 0;
  #timeline = "";
  /** The newest revision that the server has told of. */
  #head = 0;
  #open = false;
  /** The whole text was asked for; what is told before it comes is of no use. */
  #startingOver = false;
  #pulled = 0;
  readonly #numbering = new Numbering();
  readonly #showing: Showing;
  readonly #runway: Runway;
  readonly #held: Held<Holdable>;
  /** A text that turned out not to be the server's. */
  #diverged: Text | null = null;

  constructor(
    readonly document: string,
    private readonly desk: Desk,
    private readonly ports: SyncPorts,
  ) {
    this.#showing = new Showing(desk, this.#numbering, (pieces) => ports.lost({ reason: "decided", message: "", pieces }));
    this.#runway = new Runway({
      send: (bytes) => ports.send(bytes),
      later: (work, milliseconds) => ports.later(work, milliseconds),
      isOpen: () => this.#open,
      cleared: () => this.submit(),
    });
    this.#held = new Held<Holdable>({
      handle: (frame) => this.#handle(frame),
      later: (work, milliseconds) => ports.later(work, milliseconds),
      abandoned: () => desk.endComposing(() => this.#takeLettersOut()),
    });
  }

  /** The name under which edits are numbered; a new one when the text had to be taken anew. */
  get client(): string {
    return this.#numbering.client;
  }

  get timeline(): string {
    return this.#timeline;
  }

  /** How often the server's outcome for an own change was another than the one foreseen here. */
  get corrections(): number {
    return this.#showing.corrections;
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
    this.#numbering.sequence = frame.sequence;
    if (first) this.desk.start(this.#ledger.confirmed.text);
    else this.#showing.anew(this.#ledger.confirmed.text);
    if (left !== null) {
      this.#numbering.renew();
      this.#runway.clear();
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
      sequence: this.#numbering.sequence,
      flight: this.#runway.flight,
    });
  }

  /** Goes on with edits that were made on the confirmed text elsewhere; nothing is sent before they are kept. */
  adopt(updates: readonly Pending[], kept: () => Promise<void>): void {
    if (updates.length > 0) this.desk.dispatch(adopt(this.desk.state, updates));
    this.#runway.hold(kept());
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
    const pieces = this.#showing.takeLettersOut(this.#ledger!.confirmed.text);
    if (pieces === null) return;
    this.ports.lost({ reason: "letters-left", message: "", pieces });
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
    const all = this.#showing.take(fresh, this.#ledger);
    this.#runway.landed(this.#numbering.sequence);
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
    const text = documentText(state);
    const found = checksum(text);
    if (found === expected) return;
    const { document } = this;
    const { revision } = this.#ledger!;
    const frame: ClientFrame = { type: "diverged", document, revision, checksum: found };
    this.#diverged = text;
    this.ports.send(JSON.stringify(frame));
    this.reopen();
  }

  /** Keeps as a draft in what the text that was shown differed from the server's. */
  #tellDifference(text: Text): void {
    const shown = this.#diverged;
    this.#diverged = null;
    const changes = shown === null ? null : difference(text, shown);
    if (changes === null || changes.empty) return;
    this.ports.lost({ reason: "diverged", message: "", pieces: piecesOf({ changes, effects: [] }, text) });
  }

  done(frame: Done): void {
    const { flight } = this.#runway;
    if (flight !== null && frame.sequence <= flight.last) this.#pull();
  }

  refused(frame: Refused): void {
    this.#held.receive(frame);
  }

  #handleRefused(frame: Refused): boolean {
    const { flight } = this.#runway;
    if (flight === null || frame.sequence > flight.last) return true;
    if (TEMPORARY.has(frame.code)) {
      this.#runway.pause();
      return true;
    }
    const outOfStep = OUT_OF_STEP.has(frame.code);
    if (!outOfStep && this.desk.composing) return false;
    const count = frozenCount(this.desk.state);
    this.#runway.clear();
    this.desk.dispatch(thaw(this.desk.state));
    if (outOfStep) {
      this.reopen();
      return true;
    }
    this.#undo(count, pending(this.desk.state).slice(0, count), frame.message);
    this.submit();
    return true;
  }

  /** Puts what is proposed by typing among the pending edits, unless an input method is still at it. */
  say(): void {
    if (this.desk.composing) return;
    const transaction = say(this.desk.state);
    if (transaction !== null) this.desk.dispatch(transaction);
  }

  /** To be called after each local edit, and when an input method has finished. */
  edited(): void {
    this.#held.edited();
    this.submit();
  }

  /** Sends what is pending, unless something is on its way already. */
  submit(): void {
    if (!this.#open || !this.#runway.isFree || this.#ledger === null) return;
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
      this.#undo(first.from, [first.update], large);
      return this.submit();
    }
    const { roll } = this.#ledger;
    const unsure = roll.unsure(waiting.flatMap(({ update }) => update.effects));
    if (unsure.length > 0) return this.ports.unsure(unsure);
    const { document, client } = this;
    const head = { document, client, sequence: this.#numbering.sequence + 1, base: this.#ledger.revision };
    const { flight, taken, updates, untimely } = freeze(head, waiting, roll.gone, this.ports.limits());
    this.#runway.load(flight);
    this.desk.dispatch(freezeFirst(this.desk.state, taken, updates));
    if (untimely.length > 0) {
      const pieces = untimely.map((effect) => pieceOf(effect, documentText(this.desk.state)));
      this.ports.lost({ reason: "removed", message: "", pieces });
    }
    const keeping = this.ports.keep();
    if (keeping === null) this.#runway.fly();
    else this.#runway.hold(keeping);
  }

  /** How many edits are not known to be in the log; letters of an input method are none. */
  get unsaved(): number {
    if (this.#ledger === null) return 0;
    const own = this.#held.frames.flatMap((frame) => (frame.type === "changes" ? frame.changes : []));
    const landed = own.filter(({ client, sequence }) => client === this.client && sequence > this.#numbering.sequence).length;
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

  #resume(sequence = this.#numbering.sequence): void {
    this.#open = true;
    this.#pulled = 0;
    this.#runway.resume(sequence);
    this.submit();
  }

  /** Takes back the first local changes; `updates` is what they are as they would have been sent. */
  #undo(count: number, updates: readonly Pending[], message: string): void {
    if (updates.length === 0) return;
    const pieces = this.#showing.takeBack(count, updates, this.#ledger!.confirmed.text);
    this.ports.lost({ reason: "refused", message, pieces });
  }

  #pull(): void {
    if (this.#ledger === null || !this.#open) return;
    const from = this.#ledger.revision + 1;
    if (this.#pulled === from) return;
    this.#pulled = from;
    const frame: ClientFrame = { type: "pull", document: this.document, from };
    this.ports.send(JSON.stringify(frame));
  }
}
