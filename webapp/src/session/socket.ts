import { type ClientFrame, PROTOCOL, type ServerFrame, type Welcome } from "./frames";

/** One WebSocket, as far as it matters here. */
export interface Wire {
  send(data: string): void;
  close(): void;
}

export interface WireEvents {
  opened(): void;
  received(data: string): void;
  closed(code: number, reason: string): void;
}

/** What a connection needs from the world; tests bring their own. */
export interface World {
  dial(events: WireEvents): Wire;
  /** A ticket for `hello`; rejects with `signedOut` true when nobody is signed in. */
  ticket(): Promise<string>;
  later(work: () => void, milliseconds: number): () => void;
  random(): number;
}

export interface Listener {
  welcomed(frame: Welcome): void;
  received(frame: ServerFrame): void;
  lost(why: Loss): void;
}

export type Loss = "network" | "signed-out" | "forbidden" | "quarantined" | "protocol";

const FIRST_WAIT = 250;
const LONGEST_WAIT = 5_000;
const SILENCE = 20_000;

/**
 * Keeps one WebSocket to the server: signs in with a fresh ticket, notices silence, and comes back
 * after a growing random wait.
 */
export class Connection {
  #wire: Wire | null = null;
  #welcomed = false;
  #attempt = 0;
  #stopped = false;
  #cancelWait: (() => void) | null = null;
  #cancelSilence: (() => void) | null = null;

  constructor(
    private readonly world: World,
    private readonly listener: Listener,
  ) {}

  get online(): boolean {
    return this.#welcomed;
  }

  start(): void {
    this.#stopped = false;
    void this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelWait?.();
    this.#cancelSilence?.();
    this.#wire?.close();
    this.#wire = null;
    this.#welcomed = false;
  }

  /** Frames sent while there is no connection are dropped: whoever sends knows what to repeat. */
  send(data: string): void {
    if (this.#welcomed) this.#wire?.send(data);
  }

  sendFrame(frame: ClientFrame): void {
    this.send(JSON.stringify(frame));
  }

  /** Tries at once instead of waiting, for instance because the network came back. */
  hurry(): void {
    if (this.#cancelWait === null) return;
    this.#cancelWait();
    this.#cancelWait = null;
    this.#attempt = 0;
    void this.#connect();
  }

  async #connect(): Promise<void> {
    let ticket: string;
    try {
      ticket = await this.world.ticket();
    } catch (failure) {
      return this.#retry(isSignedOut(failure) ? "signed-out" : "network");
    }
    if (this.#stopped) return;
    const wire: Wire = this.world.dial({
      opened: () => {
        const hello: ClientFrame = { type: "hello", protocol: PROTOCOL, ticket };
        wire.send(JSON.stringify(hello));
        this.#listen(wire);
      },
      received: (data) => this.#wire === wire && this.#received(wire, data),
      closed: (code) => this.#wire === wire && this.#closed(code),
    });
    this.#wire = wire;
    this.#listen(wire);
  }

  #received(wire: Wire, data: string): void {
    this.#listen(wire);
    const frame = JSON.parse(data) as ServerFrame;
    if (frame.type === "welcome") {
      this.#welcomed = true;
      this.#attempt = 0;
      this.listener.welcomed(frame);
    } else {
      this.listener.received(frame);
    }
  }

  /** The server says something at least every 5 s; a silent connection is a dead one. */
  #listen(wire: Wire): void {
    this.#cancelSilence?.();
    this.#cancelSilence = this.world.later(() => {
      wire.close();
      if (this.#wire === wire) this.#closed(1006);
    }, SILENCE);
  }

  #closed(code: number): void {
    this.#cancelSilence?.();
    this.#wire = null;
    this.#welcomed = false;
    if (this.#stopped) return;
    this.#retry(code === 4403 ? "forbidden" : code === 4400 ? "protocol" : "network");
  }

  #retry(why: Loss): void {
    if (this.#stopped) return;
    this.listener.lost(why);
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#attempt);
    this.#attempt = why === "network" ? this.#attempt + 1 : 5;
    const wait = FIRST_WAIT + this.world.random() * (longest - FIRST_WAIT / 2);
    this.#cancelWait = this.world.later(
      () => {
        this.#cancelWait = null;
        void this.#connect();
      },
      Math.min(LONGEST_WAIT, wait),
    );
  }
}

function isSignedOut(failure: unknown): boolean {
  return typeof failure === "object" && failure !== null && "status" in failure && failure.status === 401;
}

/** The browser's own world. */
export function browserWorld(ticket: () => Promise<string>): World {
  return {
    ticket,
    random: Math.random,
    later(work, milliseconds) {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    dial(events) {
      const scheme = location.protocol === "https:" ? "wss:" : "ws:";
      const socket = new WebSocket(`${scheme}//${location.host}/api/socket`);
      socket.onopen = () => events.opened();
      socket.onmessage = (message) => events.received(String(message.data));
      socket.onclose = (event) => events.closed(event.code, event.reason);
      return { send: (data) => socket.send(data), close: () => socket.close() };
    },
  };
}
