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
  #flight: { question: Question; frames: readonly string[]; sequence: number } | null = null;
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
    if (this.#flight !== null) this.#fly(this.#flight.frames);
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
    const frames = parts(question.ask).map((ask) =>
      JSON.stringify({ ...ask, document, client, sequence } satisfies ClientFrame),
    );
    this.#flight = { question, frames, sequence };
    this.#fly(frames);
  }

  #fly(frames: readonly string[]): void {
    for (const frame of frames) this.send(frame);
  }
}

/** What the names in one frame come to at most, in units: then the frame fits. */
const MOST_UNITS = 48_000;

/** A decision about many suggestions, as frames that the server takes for one. */
function parts(ask: Ask): Ask[] {
  if (ask.type !== "decide") return [ask];
  const groups: string[][] = [[]];
  let units = 0;
  for (const name of ask.suggestions) {
    units += name.length + 3;
    if (units > MOST_UNITS) {
      groups.push([]);
      units = name.length + 3;
    }
    groups.at(-1)!.push(name);
  }
  const last = groups.pop()!;
  return [...groups.map((suggestions) => ({ ...ask, suggestions, more: true })), { ...ask, suggestions: last }];
}
