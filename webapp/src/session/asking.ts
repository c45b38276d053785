import type { Ask, ClientFrame, Done, Refused } from "./frames";

/** The server said no; the message is its own words. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface Question {
  ask: Ask;
  answered(done: Done): void;
  refused(refusal: Refusal): void;
}

/**
 * Decisions, approvals and reverts: numbered under a client name of their own, one in flight, sent
 * again after a lost connection until answered. A refusal does not use the number up.
 */
export class Asking {
  #sequence = 0;
  #waiting: Question[] = [];
  #flight: { question: Question; bytes: string; sequence: number } | null = null;
  #open = false;

  constructor(
    private readonly document: string,
    private readonly client: string,
    private readonly send: (frame: string) => void,
  ) {}

  ask(ask: Ask): Promise<Done> {
    return new Promise((answered, refused) => {
      this.#waiting.push({ ask, answered, refused });
      this.#next();
    });
  }

  connected(): void {
    this.#open = true;
    if (this.#flight !== null) this.send(this.#flight.bytes);
    else this.#next();
  }

  disconnected(): void {
    this.#open = false;
  }

  isFor(frame: Done | Refused): boolean {
    return frame.client === this.client;
  }

  done(frame: Done): void {
    const flight = this.#flight;
    if (flight === null || frame.sequence !== flight.sequence) return;
    this.#sequence = flight.sequence;
    this.#flight = null;
    flight.question.answered(frame);
    this.#next();
  }

  refused(frame: Refused): void {
    const flight = this.#flight;
    if (flight === null || frame.sequence !== flight.sequence) return;
    this.#flight = null;
    flight.question.refused(new Refusal(frame.code, frame.message));
    this.#next();
  }

  #next(): void {
    if (!this.#open || this.#flight !== null) return;
    const question = this.#waiting.shift();
    if (question === undefined) return;
    const sequence = this.#sequence + 1;
    const { document, client } = this;
    const frame: ClientFrame = { ...question.ask, document, client, sequence };
    this.#flight = { question, bytes: JSON.stringify(frame), sequence };
    this.send(this.#flight.bytes);
  }
}
