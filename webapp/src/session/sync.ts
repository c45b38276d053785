import { ChangeSet, type EditorState, type Text, type Transaction } from "@codemirror/state";
import { type LogEntry, logEntry } from "./confirmed";
import { difference } from "./difference";
import type { Changes, ClientFrame, Done, Opened, Refused, Resumed } from "./frames";
import { type Flight, freeze, inserted, type Limits, tooLarge } from "./flight";
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
  /** It has to be asked whether these annotations are there; then `submit` is to be called again. */
  unsure(annotations: readonly string[]): void;
}

const TEMPORARY = new Set(["busy", "unavailable", "too-many"]);
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
  #ledger: Ledger | null = null;
  #flight: Flight | null = null;
  /** Last number of this client that is known to be in the log. */
  #sequence = 0;
  #epoch = 0;
  #open = false;
  #pulled = 0;
  #pausing = false;
  /** Frames that came while an input method was at work: a text that changes under it confuses it. */
  #held: Changes[] = [];

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
    const before = this.#ledger;
    this.#held = [];
    this.#ledger = new Ledger(frame);
    if (before === null) this.desk.start(this.#ledger.confirmed.text);
    else this.#startOver(before.confirmed.text, frame.sequence);
    this.#sequence = frame.sequence;
    this.#epoch = frame.epoch;
    this.#landed();
    this.#resume();
  }

  resumed(frame: Resumed): void {
    this.#epoch = frame.epoch;
    this.#ledger?.replaceSuggestions(frame.revision, []);
    this.#resume(frame.sequence);
  }

  /** Takes changes that are new and asks for those that are missing. */
  changes(frame: Changes): void {
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
    const next = this.#ledger.revision + 1;
    if (frame.first > next) return this.#pull();
    const fresh = frame.changes.slice(next - frame.first).map(logEntry);
    if (fresh.length === 0) return;
    this.#pulled = 0;
    this.#take(fresh);
    this.#landed();
    this.submit();
  }

  head(epoch: number, revision: number): void {
    if (this.#ledger === null || !this.#open) return;
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
    if (this.#flight === null || frame.sequence > this.#flight.last) return;
    const { counts } = this.#flight;
    this.#flight = null;
    if (TEMPORARY.has(frame.code)) return this.#pause();
    if (OUT_OF_STEP.has(frame.code)) return this.reopen();
    this.#undo(sum(counts), frame.code, frame.message);
    this.submit();
  }

  /** Sends what is pending, unless something is on its way already. */
  submit(): void {
    if (this.#held.length > 0 && !this.desk.composing) this.#release();
    if (!this.#open || this.#pausing || this.#flight || !this.#ledger) return;
    const waiting = pending(this.desk.state);
    if (waiting.length === 0 || this.desk.composing) return;
    const large = tooLarge(waiting[0]!, this.ports.limits());
    if (large !== null) {
      this.#undo(1, "too-large", large);
      return this.submit();
    }
    const { roll } = this.#ledger;
    const unsure = roll.unsure(waiting.flatMap(({ effects }) => effects));
    if (unsure.length > 0) return this.ports.unsure(unsure);
    const { document, client } = this;
    const head = { document, client, sequence: this.#sequence + 1, base: this.#ledger.revision };
    this.#flight = freeze(head, waiting, roll.gone, this.ports.limits());
    this.ports.send(this.#flight.bytes);
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
    return own && pendingCount(this.desk.state) > 0;
  }

  /**
   * Mapping over changes one by one can end elsewhere than mapping over them composed, as the server
   * did, when an insertion's surroundings are gone. Then the server's outcome holds.
   */
  #confirm(entry: LogEntry): void {
    const count = this.#flight?.counts.shift() ?? 1;
    const expected = composed(pending(this.desk.state).slice(0, count));
    const same = JSON.stringify(expected) === JSON.stringify(entry.changes);
    const text = this.#ledger!.confirmed.text;
    const correction = same ? null : expected.invert(text).compose(entry.changes);
    this.desk.dispatch(settle(this.desk.state, this.client, count, correction));
    this.#sequence = entry.sequence;
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
