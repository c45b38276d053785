import type { Flight } from "./flight";

/** Refusals that time mends. */
export const TEMPORARY = new Set(["busy", "unavailable", "storage-full"]);
/** After such a refusal it is tried again, in milliseconds. */
export const PATIENCE = 1500;

export interface RunwayPorts {
  send(bytes: string): void;
  /** Calls back later. */
  later(work: () => void, milliseconds: number): void;
  /** Whether the document is open on this connection. */
  isOpen(): boolean;
  /** What held a submit back is over. */
  cleared(): void;
}

/** The one submit that is on its way, and what holds it or the next one back. */
export class Runway {
  #flight: Flight | null = null;
  /** Whether it was sent on this connection. */
  #flown = false;
  #pausing = false;
  /** Being kept at this moment; nothing is sent until then. */
  #keeping = 0;

  constructor(private readonly ports: RunwayPorts) {}

  get flight(): Flight | null {
    return this.#flight;
  }

  /** Whether another submit may be made. */
  get isFree(): boolean {
    return !this.#pausing && this.#keeping === 0 && this.#flight === null;
  }

  /** Takes a submit, which stays on the ground until `fly` or `hold`. */
  load(flight: Flight): void {
    this.#flight = flight;
    this.#flown = false;
  }

  /** Sends it, unless something holds it back or it was sent before. */
  fly(): void {
    if (!this.ports.isOpen() || this.#keeping > 0 || this.#flight === null || this.#flown) return;
    this.#flown = true;
    this.ports.send(this.#flight.bytes);
  }

  /** It, and all that comes after it, waits until the promise is kept or broken. */
  hold(keeping: Promise<void>): void {
    this.#keeping++;
    const go = () => {
      this.#keeping--;
      this.#go();
    };
    void keeping.then(go, go);
  }

  /** Sends it again after a while. */
  pause(): void {
    this.#pausing = true;
    this.ports.later(() => {
      this.#pausing = false;
      this.#flown = false;
      this.#go();
    }, PATIENCE);
  }

  /** On a fresh connection: it has to be sent again unless the log has the numbers up to its last. */
  resume(sequence: number): void {
    this.#flown = this.#flight !== null && sequence >= this.#flight.last;
    this.fly();
  }

  /** The log has the numbers up to this one. */
  landed(sequence: number): void {
    if (this.#flight !== null && sequence >= this.#flight.last) this.#flight = null;
  }

  /** It is not on its way any more. */
  clear(): void {
    this.#flight = null;
  }

  #go(): void {
    this.fly();
    this.ports.cleared();
  }
}
