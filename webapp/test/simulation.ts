import { EditorState, type Text, type Transaction } from "@codemirror/state";
import { DocumentSession, type Notice } from "../src/session/documentSession";
import type { ClientFrame, ServerFrame } from "../src/session/frames";
import { edited, shared } from "../src/session/shared";
import type { WireEvents, World } from "../src/session/socket";
import type { Desk } from "../src/session/sync";
import type { Range } from "../src/session/windows";
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

/** One tab: a bare editor state, a session, and a connection that can be cut. */
export class Tab implements Desk {
  state!: EditorState;
  composing = false;
  readonly session: DocumentSession;
  readonly notices: Notice[] = [];
  #cut: (() => void) | null = null;

  constructor(
    readonly name: string,
    private readonly authority: Authority,
    private readonly clock: Clock,
    private readonly random: () => number,
    private readonly weather: Weather,
  ) {
    const world: World = {
      ticket: () => Promise.resolve("ticket"),
      later: clock.later,
      random,
      dial: (events) => this.#dial(events),
    };
    this.session = new DocumentSession(authority.id, this, world, {
      changed: () => {},
      notice: (notice) => this.notices.push(notice),
      inSight: () => [this.sight()],
    });
  }

  start(text: Text): void {
    this.state = EditorState.create({ doc: text, extensions: shared(this.session.client) });
  }

  dispatch(transaction: Transaction): void {
    this.state = transaction.state;
  }

  edit(from: number, to: number, insert: string, effects: EditEffect[] = []): void {
    const spec = { changes: { from, to, insert }, effects: effects.map((e) => edited.of(e)) };
    this.dispatch(this.state.update(spec));
    this.session.edited();
  }

  mark(effect: EditEffect): void {
    this.dispatch(this.state.update({ effects: edited.of(effect) }));
    this.session.edited();
  }

  /** What is looked at; everything, unless a test says otherwise. */
  sight = (): Range => ({ start: 0, end: this.state.doc.length });

  get text(): string {
    return this.state.doc.toString();
  }

  /** Cuts the connection without a word, whatever is on its way. */
  cut(): void {
    this.#cut?.();
  }

  #dial(events: WireEvents) {
    let alive = true;
    let toServer = 0;
    let toClient = 0;
    const { clock, authority } = this;
    const account = { id: this.name, name: this.name, colour: "#888", administrator: false };
    const arrive = (last: number) =>
      Math.max(last, clock.now + this.random() * this.weather.latency);
    const peer = authority.join(account, (frame: ServerFrame) => {
      const lossy = frame.type === "changes" || frame.type === "presence";
      if (lossy && this.random() < this.weather.dropped) return;
      const bytes = JSON.stringify(frame);
      toClient = arrive(toClient);
      clock.later(() => alive && events.received(bytes), toClient - clock.now);
    });
    const stop = () => {
      if (!alive) return;
      alive = false;
      authority.leave(peer);
      clock.later(() => events.closed(1006, ""), 1);
    };
    this.#cut = stop;
    clock.later(() => alive && events.opened(), 1);
    return {
      send: (bytes: string) => {
        toServer = arrive(toServer);
        clock.later(
          () => alive && authority.receive(peer, JSON.parse(bytes) as ClientFrame),
          toServer - clock.now,
        );
      },
      close: stop,
    };
  }
}
