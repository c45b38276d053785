import type { LogEntry } from "./confirmed";
import { randomName } from "./names";

/** Under which name this tab numbers its edits, and how far the log has them. */
export class Numbering {
  #client = randomName();
  /** The last number that is known to be in the log. */
  sequence = 0;

  get client(): string {
    return this.#client;
  }

  isNext({ client, sequence }: LogEntry): boolean {
    return client === this.#client && sequence === this.sequence + 1;
  }

  /** Begins again under another name. */
  renew(): void {
    this.#client = randomName();
    this.sequence = 0;
  }
}
