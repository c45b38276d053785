import { history, redo, undo } from "@codemirror/commands";
import { EditorState, type Text, type Transaction } from "@codemirror/state";
import { DocumentSession, type Notice } from "../src/session/documentSession";
import type { ClientFrame, ServerFrame } from "../src/session/frames";
import type { Batch, Draft, Kept, Shelf } from "../src/session/kept";
import type { Storage } from "../src/session/keeping";
import { suggesting, suggests } from "../src/editor/suggesting";
import { documentText, edited, shared } from "../src/session/shared";
import type { WireEvents, World } from "../src/session/socket";
import type { Desk } from "../src/session/desk";
import type { Range } from "../src/session/loaded";
import type { EditEffect } from "../src/session/values";
import type { Authority } from "./authority";

/** Random numbers that a seed repeats (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A clock whose time passes only when told to; what is due runs in order of time. */
export class Clock {
  now = 0;
  #tasks: { at: number; work: () => void }[] = [];

  later = (work: () => void, milliseconds: number): (() => void) => {
    const task = { at: this.now + milliseconds, work };
    const index = this.#tasks.findIndex((other) => other.at > task.at);
    this.#tasks.splice(index < 0 ? this.#tasks.length : index, 0, task);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task);
    };
  };

  async pass(milliseconds: number): Promise<void> {
    const until = this.now + milliseconds;
    for (;;) {
      await settled();
      const next = this.#tasks[0];
      if (next === undefined || next.at > until) break;
      this.#tasks.shift();
      this.now = next.at;
      next.work();
    }
    this.now = until;
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await Promise.resolve();
}

/** How unkind the network is. */
export interface Weather {
  latency: number;
  /** Chance that a frame from the server about changes or suggestions is lost. */
  dropped: number;
}

/** How long the storage of a browser takes at most, in milliseconds. */
export const SLOWEST_WRITE = 20;

/** What one account has in one browser: it outlives the tabs. */
export class Disk {
  readonly kept = new Map<string, Kept>();
  readonly drafts = new Map<string, Draft>();
  readonly alive = new Set<string>();

  commit({ put = [], remove = [], drafts = [], removeDrafts = [] }: Batch): void {
    for (const client of remove) this.kept.delete(client);
    for (const record of put) this.kept.set(record.client, record);
    for (const id of removeDrafts) this.drafts.delete(id);
    for (const draft of drafts) this.drafts.set(draft.id, draft);
  }
}

/** One tab's way to the disk: in order, some milliseconds late, and not beyond its death. */
class Desktop implements Storage, Shelf {
  readonly shelf = this;
  readonly #waiting: { batch: Batch; done: () => void }[] = [];
  #last = 0;
  #ended = false;

  constructor(
    private readonly disk: Disk,
    private readonly clock: Clock,
    private readonly random: () => number,
  ) {}

  readonly liveness = {
    hold: (tab: string) => {
      this.disk.alive.add(tab);
      this.#tabs.push(tab);
      return () => void this.disk.alive.delete(tab);
    },
    isAlive: (tab: string) => Promise.resolve(this.disk.alive.has(tab)),
  };
  readonly #tabs: string[] = [];

  now = () => this.clock.now;

  write(batch: Batch): Promise<void> {
    if (this.#ended) return new Promise(() => {});
    const copy = structuredClone(batch);
    return new Promise((done) => {
      this.#waiting.push({ batch: copy, done });
      this.#last = Math.max(this.#last, this.clock.now + this.random() * SLOWEST_WRITE);
      this.clock.later(() => this.#commitNext(), this.#last - this.clock.now);
    });
  }

  #commitNext(): void {
    if (this.#ended) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.disk.commit(next.batch);
    next.done();
  }

  claim(client: string, from: string, to: string): Promise<Kept | null> {
    const record = this.disk.kept.get(client);
    if (this.#ended || record?.tab !== from) return Promise.resolve(null);
    const claimed = { ...record, tab: to };
    this.disk.kept.set(client, claimed);
    return Promise.resolve(structuredClone(claimed));
  }

  kept = (document: string) => this.#of(this.disk.kept, document);
  drafts = (document: string) => this.#of(this.disk.drafts, document);
  waiting = () => Promise.resolve([]);
  clear = () => Promise.resolve();

  #of<T extends { document: string }>(all: Map<string, T>, document: string): Promise<T[]> {
    return Promise.resolve(structuredClone([...all.values()].filter((one) => one.document === document)));
  }

  /** The tab dies: some of what it was writing may have been written. */
  end(): void {
    while (this.#waiting.length > 0 && this.random() < 0.5) this.disk.commit(this.#waiting.shift()!.batch);
    this.#ended = true;
    for (const tab of this.#tabs) this.disk.alive.delete(tab);
  }
}

/** One tab: a bare editor state, a session, and a connection that can be cut. */
export class Tab implements Desk {
  state!: EditorState;
  composing = false;
  /** Where the letters of an unfinished word stand. */
  word: { from: number; to: number } | null = null;
  readonly session: DocumentSession;
  readonly notices: Notice[] = [];
  readonly #desktop: Desktop;
  #cut: (() => void) | null = null;
  #dead = false;
  /** Whether what is typed is proposed; to be set before the text comes. */
  proposes = false;
  /** No dial succeeds. */
  offline = false;
  /** Who the server takes it for. */
  signedInAs: string;

  constructor(
    readonly name: string,
    private readonly authority: Authority,
    private readonly clock: Clock,
    private readonly random: () => number,
    private readonly weather: Weather,
    readonly disk = new Disk(),
  ) {
    this.signedInAs = name;
    const world: World = {
      ticket: () => (this.offline ? Promise.reject(new Error("no network")) : Promise.resolve("ticket")),
      later: (work, wait) => clock.later(() => this.#dead || work(), wait),
      random,
      dial: (events) => this.#dial(events),
    };
    this.#desktop = new Desktop(disk, clock, random);
    const listener = {
      changed: () => {},
      notice: (notice: Notice) => void this.notices.push(notice),
      inSight: () => [this.sight()],
    };
    this.session = new DocumentSession(authority.id, name, this, world, listener, this.#desktop);
  }

  /** Ends without a word, as in a crash: nothing that it still meant to do is done. */
  crash(): void {
    this.#dead = true;
    this.#desktop.end();
    this.cut();
  }

  get dead(): boolean {
    return this.#dead;
  }

  start(text: Text): void {
    const mode = suggests.of(this.proposes);
    this.state = EditorState.create({ doc: text, extensions: [shared(), history(), mode, suggesting(this.name)] });
  }

  dispatch(transaction: Transaction): void {
    this.state = transaction.state;
    if (this.word === null) return;
    const from = transaction.changes.mapPos(this.word.from, 1);
    this.word = { from, to: Math.max(from, transaction.changes.mapPos(this.word.to, -1)) };
  }

  edit(from: number, to: number, insert: string, effects: EditEffect[] = []): void {
    const spec = { changes: { from, to, insert }, effects: effects.map((e) => edited.of(e)) };
    this.dispatch(this.state.update(spec));
    this.session.edited();
  }

  undo(again = false): void {
    const command = again ? redo : undo;
    if (command({ state: this.state, dispatch: (transaction) => this.dispatch(transaction) })) this.session.edited();
  }

  endComposing(then: () => void): void {
    this.composing = false;
    then();
  }

  /** An input method begins a word here, or goes on with the one that it has begun. */
  spell(from: number, to: number, letters: string): void {
    const range = this.word ?? { from, to };
    const userEvent = `input.type.compose${this.word === null ? ".start" : ""}`;
    const selection = { anchor: range.from + letters.length };
    this.word = null;
    this.composing = true;
    this.dispatch(this.state.update({ changes: { ...range, insert: letters }, selection, userEvent }));
    this.word = { from: range.from, to: selection.anchor };
    this.session.edited();
  }

  /** The input method turns its letters into a word, or into nothing. */
  settle(word: string): void {
    this.spell(0, 0, word);
    this.word = null;
    this.composing = false;
    this.session.edited();
  }

  mark(effect: EditEffect): void {
    this.dispatch(this.state.update({ effects: edited.of(effect) }));
    this.session.edited();
  }

  /** What is looked at; everything, unless a test says otherwise. */
  sight = (): Range => ({ start: 0, end: this.state.doc.length });

  /** The document's text as this tab has it. */
  get text(): string {
    return documentText(this.state).toString();
  }

  /** Cuts the connection without a word, whatever is on its way. */
  cut(): void {
    this.#cut?.();
  }

  #dial(events: WireEvents) {
    let alive = true;
    /** What was sent before a cut may arrive after it. */
    const late = this.random() < 0.5;
    let toServer = 0;
    let toClient = 0;
    const { clock, authority } = this;
    const account = { id: this.signedInAs, name: this.name, colour: "#888", administrator: false };
    const arrive = (last: number) =>
      Math.max(last, clock.now + this.random() * this.weather.latency);
    const peer = authority.join(account, (frame: ServerFrame) => {
      const lossy = frame.type === "changes" || frame.type === "presence";
      if (lossy && this.random() < this.weather.dropped) return;
      const bytes = JSON.stringify(frame);
      toClient = arrive(toClient);
      clock.later(() => alive && !this.#dead && events.received(bytes), toClient - clock.now);
    });
    const stop = () => {
      if (!alive) return;
      alive = false;
      authority.leave(peer);
      clock.later(() => this.#dead || events.closed(1006, ""), 1);
    };
    this.#cut = stop;
    clock.later(() => alive && !this.#dead && events.opened(), 1);
    return {
      send: (bytes: string) => {
        toServer = arrive(toServer);
        clock.later(
          () => (alive || late) && authority.receive(peer, JSON.parse(bytes) as ClientFrame),
          toServer - clock.now,
        );
      },
      close: stop,
    };
  }
}
