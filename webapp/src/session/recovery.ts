import { ChangeSet } from "@codemirror/state";
import { type LogEntry, logEntry } from "./confirmed";
import type { Changes, ClientFrame, Done, Refused } from "./frames";
import { type DraftReason, type Kept, LARGEST_TAIL, LONGEST_TAIL, type Piece } from "./kept";
import type { Ledger } from "./ledger";
import { passedOver } from "./ending";
import { PATIENCE, TEMPORARY } from "./runway";
import { over, type Pending } from "./shared";

/** What became of a record: edits that go on from the confirmed text, and edits for the person to look at. */
export interface Outcome {
  rest: readonly Pending[];
  lost: { reason: DraftReason; message: string; pieces: Piece[] } | null;
}

export interface RecoveryPorts {
  send(frame: string): void;
  later(work: () => void, milliseconds: number): void;
  /** The confirmed state; null before the document is open. */
  ledger(): Ledger | null;
  timeline(): string;
  finished(kept: Kept, outcome: Outcome): void;
}

interface Left extends Pending {
  readonly pieces: readonly Piece[];
}

/**
 * Brings the edits of a record to the present.
 *
 * It pulls what happened since the record's base and moves the edits over it one change after the other,
 * as the server would; what the log has of them falls away. The submit that was on its way is sent again
 * as it was, under its own client name and numbers: it is in the log once, however often it comes. When
 * that is answered, the rest goes on in the tab. What cannot be moved becomes a draft.
 */
export class Recovery {
  #updates: Left[];
  #flight: Kept["flight"];
  #sequence: number;
  /** Where the updates stand. */
  #revision: number;
  #size = 0;
  /** Why the edits cannot be moved, though the submit on its way has still to be answered. */
  #stuck: DraftReason | null = null;
  #refusal: Refused | null = null;
  /** Typed into proposals that had been decided when it came. */
  readonly #late: Piece[] = [];
  #asked = 0;
  /** How often in a row the server was behind the base; once can be a late frame. */
  #ahead = 0;
  #sent = false;
  #connected = false;
  #over = false;

  constructor(
    readonly kept: Kept,
    private readonly ports: RecoveryPorts,
  ) {
    this.#updates = kept.updates.map(({ changes, ...rest }) => ({ ...rest, changes: ChangeSet.fromJSON(changes) }));
    this.#flight = kept.flight;
    this.#sequence = kept.sequence;
    this.#revision = kept.base;
  }

  get client(): string {
    return this.kept.client;
  }

  /** Edits that are not known to be in the log. */
  get count(): number {
    return this.#over ? 0 : this.#updates.reduce((sum, { count }) => sum + count, 0);
  }

  connected(): void {
    this.#connected = true;
    this.#sent = false;
    this.#asked = 0;
    this.proceed();
  }

  disconnected(): void {
    this.#connected = false;
  }

  /**
   * The server told its newest revision: what was asked for and did not come is asked for again. A base
   * that stays ahead of the server is of a history that is gone.
   */
  nudge(head: number): void {
    this.#ahead = this.kept.base > head ? this.#ahead + 1 : 0;
    this.#asked = 0;
    this.proceed();
  }

  changes(frame: Changes): void {
    if (this.#over) return;
    const after = frame.first + frame.changes.length - 1;
    if (this.#stuck !== null) {
      for (const { client, sequence } of frame.changes) if (client === this.client) this.#landedUpTo(sequence);
    } else if (frame.first <= this.#revision + 1 && after > this.#revision) {
      const fresh = frame.changes.slice(this.#revision + 1 - frame.first);
      this.#size += JSON.stringify(fresh).length;
      for (const change of fresh) this.#take(logEntry(change));
    }
    this.proceed();
  }

  /** The log has the submit that was sent again. */
  done(frame: Done): void {
    if (this.#stuck === null) {
      this.#asked = 0;
      return this.proceed();
    }
    this.#landedUpTo(frame.sequence + this.#unanswered());
    this.proceed();
  }

  refused(frame: Refused): void {
    if (this.#unanswered() === 0) return;
    if (!TEMPORARY.has(frame.code)) {
      this.#refusal = frame;
      return this.proceed();
    }
    this.ports.later(() => {
      this.#sent = false;
      this.proceed();
    }, PATIENCE);
  }

  /** Does what can be done now. */
  proceed(): void {
    const ledger = this.ports.ledger();
    if (this.#over || !this.#connected || ledger === null) return;
    this.#stuck ??= this.#obstacle(ledger);
    if (this.#stuck === "other-history") this.#flight = null;
    if (this.#stuck === null) {
      if (this.#revision < ledger.revision) return this.#pull();
      if (this.#revision > ledger.revision) return;
    }
    if (this.#refusal !== null) return this.#finishRefused(this.#refusal, ledger);
    if (this.#unanswered() > 0) return this.#fly();
    const [rest, left] = this.#stuck === null ? [this.#updates, []] : [[], this.#updates];
    this.#finish(rest, left, this.#stuck ?? "too-long", "");
  }

  #obstacle(ledger: Ledger): DraftReason | null {
    if (this.kept.timeline !== this.ports.timeline() || this.#ahead > 1) return "other-history";
    return ledger.revision - this.kept.base > LONGEST_TAIL || this.#size > LARGEST_TAIL ? "too-long" : null;
  }

  #take(entry: LogEntry): void {
    const own = entry.client === this.client && entry.sequence === this.#sequence + 1;
    if (own && this.#unanswered() > 0) this.#landed(entry);
    else [this.#updates] = over(this.#updates, entry.changes);
    this.#revision++;
  }

  /** How many of the first updates are on their way. */
  #unanswered(): number {
    return this.#flight === null ? 0 : Math.max(0, this.#flight.last - this.#sequence);
  }

  /** What the log took of the first update is done with; what it passed over is for the person to see. */
  #landed({ sequence, effects: taken }: LogEntry): void {
    const { effects, pieces } = this.#updates[0]!;
    for (const effect of passedOver(effects, taken)) {
      const piece = pieces.at(effects.indexOf(effect) - effects.length);
      if (piece !== undefined) this.#late.push(piece);
    }
    this.#landedUpTo(sequence);
  }

  #landedUpTo(sequence: number): void {
    const count = Math.min(this.#unanswered(), sequence - this.#sequence);
    if (count <= 0) return;
    this.#updates.splice(0, count);
    this.#sequence += count;
  }

  #pull(): void {
    const from = this.#revision + 1;
    if (this.#asked === from) return;
    this.#asked = from;
    const frame: ClientFrame = { type: "pull", document: this.kept.document, from };
    this.ports.send(JSON.stringify(frame));
  }

  #fly(): void {
    if (this.#sent) return;
    this.#sent = true;
    this.ports.send(this.#flight!.bytes);
  }

  /** What the server does not take is taken out from under the rest. */
  #finishRefused({ message }: Refused, ledger: Ledger): void {
    const count = this.#unanswered();
    const refused = this.#updates.slice(0, count);
    const later = this.#updates.slice(count);
    if (this.#stuck !== null) return this.#finish([], this.#updates, this.#stuck, "");
    const changes = refused.map((update) => update.changes).reduce((all, next) => all.compose(next));
    const [rest] = over(later, changes.invert(ledger.confirmed.text));
    this.#finish(rest, refused, "refused", message);
  }

  #finish(rest: readonly Left[], left: readonly Left[], reason: DraftReason, message: string): void {
    this.#over = true;
    const pieces = [...this.#late, ...left.flatMap((update) => [...update.pieces])];
    const why = left.length === 0 ? "decided" : reason;
    this.ports.finished(this.kept, { rest, lost: pieces.length === 0 ? null : { reason: why, message, pieces } });
  }
}
