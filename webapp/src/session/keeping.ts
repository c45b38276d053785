import type { Changes, Done, Refused } from "./frames";
import { type Batch, type Draft, type DraftReason, type Kept, type Liveness, type Piece, type Shelf } from "./kept";
import { Keeper } from "./keeper";
import { randomName } from "./names";
import { type Outcome, Recovery, type RecoveryPorts } from "./recovery";
import type { Pending } from "./shared";

/** How often to look whether a tab that kept edits has ended, in milliseconds, while there is such a tab. */
const LOOK_AGAIN = 5_000;

/** What keeps edits beyond the life of a tab. */
export interface Storage {
  shelf: Shelf;
  liveness: Liveness;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface KeepingPorts extends Omit<RecoveryPorts, "finished"> {
  readonly document: string;
  title(): string;
  pending(): boolean;
  record(): Kept | null;
  /** Takes edits into the editor; nothing is sent before the promise is kept. */
  adopt(updates: readonly Pending[], kept: () => Promise<void>): void;
  changed(): void;
  /** Something new is among the drafts. */
  drafted(draft: Draft): void;
}

/**
 * All that one tab has to do with the storage: it keeps its own unsaved edits there, takes over those of
 * tabs that have ended, and has the drafts.
 */
export class Keeping {
  readonly #tab = randomName();
  readonly #keeper: Keeper;
  #release: () => void = () => {};
  #recoveries: Recovery[] = [];
  #drafts: readonly Draft[] = [];
  /** Drafts that this tab made: what is lost for the same reason goes to the same one. */
  readonly #made = new Set<string>();
  readonly #discarded = new Set<string>();
  #connected = false;
  #looking = false;
  #stopped = false;
  /** Nothing is kept from here any more. */
  #ended = false;
  #safe = true;

  constructor(
    private readonly storage: Storage,
    private readonly ports: KeepingPorts,
  ) {
    this.#keeper = new Keeper(storage.shelf, {
      pending: () => ports.pending(),
      record: () => (this.#ended ? null : this.#signed(ports.record())),
      later: (work, wait) => ports.later(work, wait),
      told: (safe) => {
        if (safe === this.#safe) return;
        this.#safe = safe;
        ports.changed();
      },
    });
  }

  /** Edits of tabs that have ended, on their way into the text. */
  get count(): number {
    return this.#recoveries.reduce((sum, recovery) => sum + recovery.count, 0);
  }

  /** Whether the storage takes what it is given. */
  get safe(): boolean {
    return this.#safe;
  }

  get drafts(): readonly Draft[] {
    return this.#drafts;
  }

  start(): void {
    this.#stopped = false;
    this.#release = this.storage.liveness.hold(this.#tab);
  }

  /** Writes what is not written yet and leaves it to the next tab. */
  stop(): void {
    this.#stopped = true;
    const left = () => {
      this.#keeper.leave();
      this.#ended = true;
      this.#release();
    };
    void this.#keeper.write().then(left, left);
  }

  flush(): void {
    void this.#keeper.write().catch(() => {});
  }

  edited(): void {
    this.#keeper.changed();
  }

  ahead(): Promise<void> | null {
    return this.#keeper.ahead();
  }

  /** The document is open: looks after what was left, here or by others. */
  connected(): void {
    this.#connected = true;
    for (const recovery of this.#recoveries) recovery.connected();
    void this.look();
  }

  disconnected(): void {
    this.#connected = false;
    for (const recovery of this.#recoveries) recovery.disconnected();
  }

  /** The text was taken anew and these edits of this tab are not in it. */
  leftBehind(record: Kept): void {
    const kept = this.#signed(record)!;
    this.#keeper.leave();
    void this.#keeper.write({ put: [kept] }).catch(() => {});
    this.#recover(kept);
  }

  /** Finds drafts, and edits of tabs that have ended. */
  async look(): Promise<void> {
    if (this.#looking || this.#stopped) return;
    this.#looking = true;
    try {
      const { shelf, liveness } = this.storage;
      this.#found(await shelf.drafts(this.ports.document));
      let others = false;
      for (const { client, tab } of await shelf.kept(this.ports.document)) {
        if (tab === this.#tab || this.#stopped) continue;
        const kept = (await liveness.isAlive(tab)) ? null : await shelf.claim(client, tab, this.#tab);
        if (kept === null) others = true;
        else this.#recover(kept);
      }
      if (others) this.ports.later(() => void this.look(), LOOK_AGAIN);
    } catch {
      this.#safe = false;
      this.ports.changed();
    } finally {
      this.#looking = false;
    }
  }

  isFor(frame: Done | Refused): boolean {
    return this.#recoveries.some(({ client }) => client === frame.client);
  }

  done(frame: Done): void {
    for (const recovery of this.#of(frame.client)) recovery.done(frame);
  }

  refused(frame: Refused): void {
    for (const recovery of this.#of(frame.client)) recovery.refused(frame);
  }

  changes(frame: Changes): void {
    for (const recovery of [...this.#recoveries]) recovery.changes(frame);
  }

  /** After anything that may have brought the confirmed state further. */
  proceed(): void {
    for (const recovery of [...this.#recoveries]) recovery.proceed();
  }

  /** The server told its newest revision. */
  nudge(head: number): void {
    for (const recovery of [...this.#recoveries]) recovery.nudge(head);
  }

  /** Makes a draft of edits that this tab could not bring in. */
  lost(reason: DraftReason, message: string, pieces: readonly Piece[]): void {
    const draft = this.#draft(reason, message, pieces, this.storage.now());
    this.#write({ drafts: [draft] });
    this.#add(draft);
  }

  /** Nobody can bring these edits in any more: all that was left in this document becomes drafts. */
  async giveUp(message: string): Promise<void> {
    if (this.#ended) return;
    const { shelf, liveness } = this.storage;
    await this.#keeper.write();
    this.#keeper.leave();
    this.#ended = true;
    this.#recoveries = [];
    for (const { client, tab } of await shelf.kept(this.ports.document)) {
      const own = tab === this.#tab;
      if (!own && (await liveness.isAlive(tab))) continue;
      const kept = await shelf.claim(client, tab, this.#tab);
      if (kept === null) continue;
      const pieces = kept.updates.flatMap((update) => update.pieces);
      const draft = { ...this.#draft("forbidden", message, pieces, kept.at), title: kept.title };
      await shelf.write({ remove: [client], drafts: [draft] });
    }
    this.#found(await shelf.drafts(this.ports.document));
  }

  /** Marks a piece as applied; written together with the edit that applied it. */
  applied(id: string, index: number): void {
    const draft = this.#drafts.find((other) => other.id === id);
    if (draft === undefined) return;
    const pieces = draft.pieces.map((piece, at) => (at === index ? { ...piece, applied: true } : piece));
    if (pieces.every(({ applied }) => applied)) return this.discard(id);
    const now = { ...draft, pieces };
    this.#drafts = this.#drafts.map((other) => (other.id === id ? now : other));
    this.#write({ drafts: [now] });
    this.ports.changed();
  }

  discard(id: string): void {
    this.#made.delete(id);
    this.#discarded.add(id);
    this.#drafts = this.#drafts.filter((draft) => draft.id !== id);
    this.#write({ removeDrafts: [id] });
    this.ports.changed();
  }

  #of(client: string): Recovery[] {
    return this.#recoveries.filter((recovery) => recovery.client === client);
  }

  #recover(kept: Kept): void {
    const recovery = new Recovery(kept, {
      ...this.ports,
      finished: (record, outcome) => this.#finished(recovery, record, outcome),
    });
    this.#recoveries = [...this.#recoveries, recovery];
    if (this.#connected) recovery.connected();
    this.ports.changed();
  }

  /** In one write the record goes and what became of it comes. */
  #finished(recovery: Recovery, kept: Kept, { rest, lost }: Outcome): void {
    this.#recoveries = this.#recoveries.filter((other) => other !== recovery);
    const drafts = lost === null ? [] : [this.#draft(lost.reason, lost.message, lost.pieces, kept.at)];
    this.ports.adopt(rest, () => this.#keeper.write({ remove: [kept.client], drafts }));
    for (const draft of drafts) this.#add(draft);
    this.ports.changed();
  }

  #draft(reason: DraftReason, message: string, pieces: readonly Piece[], at: number): Draft {
    const { document } = this.ports;
    const title = this.ports.title();
    const same = this.#drafts.find((one) => this.#made.has(one.id) && one.reason === reason && one.message === message);
    if (same !== undefined) return { ...same, pieces: [...same.pieces, ...pieces] };
    const id = randomName();
    this.#made.add(id);
    return { id, document, title, reason, message, at, pieces: [...pieces] };
  }

  #add(draft: Draft): void {
    const known = this.#drafts.some(({ id }) => id === draft.id);
    this.#drafts = [...this.#drafts.filter(({ id }) => id !== draft.id), draft];
    if (!known) this.ports.drafted(draft);
  }

  /** What lies in the storage, and what is still on its way there from here. */
  #found(stored: readonly Draft[]): void {
    const there = stored.filter(({ id }) => !this.#discarded.has(id));
    const ids = new Set(there.map(({ id }) => id));
    const coming = this.#drafts.filter(({ id }) => this.#made.has(id) && !ids.has(id));
    this.#drafts = [...there, ...coming].sort((a, b) => a.at - b.at);
    this.ports.changed();
  }

  #write(batch: Batch): void {
    void this.#keeper.write(batch).catch(() => {});
  }

  #signed(record: Kept | null): Kept | null {
    return record === null
      ? null
      : { ...record, title: this.ports.title(), tab: this.#tab, at: this.storage.now() };
  }
}
