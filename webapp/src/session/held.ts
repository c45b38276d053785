/** How long letters that nobody goes on with may keep others' changes from the screen, in milliseconds. */
const LETTERS_LEFT = 60_000;
const LOOK_EVERY = 250;
/** Frames of changes that wait; those beyond it are asked for again. */
const MOST_HELD = 2_000;

interface HeldPorts<F> {
  /** Whether the frame is done with; otherwise it has to wait. */
  handle(frame: F): boolean;
  later(work: () => void, milliseconds: number): void;
  /** For so long nobody has gone on writing while others wait. */
  abandoned(): void;
}

/**
 * Frames, in their order, that would change the text under the hands of an input method. When one has
 * to wait all that come after it wait too, and each later frame, edit and quarter of a second is an
 * occasion to try again.
 */
export class Held<F extends { type: string }> {
  #frames: F[] = [];
  #watching = false;
  /** Counts local edits, so that it can be told whether the input method is being used. */
  #edits = 0;

  constructor(private readonly ports: HeldPorts<F>) {}

  get frames(): readonly F[] {
    return this.#frames;
  }

  receive(frame: F): void {
    this.release();
    if (this.#frames.length === 0 && this.ports.handle(frame)) return;
    if (this.#frames.length < MOST_HELD || frame.type !== "changes") this.#frames.push(frame);
    if (!this.#watching) this.#watch(0);
  }

  edited(): void {
    this.#edits++;
    this.release();
  }

  /** Forgets them all: the whole text was asked for. */
  clear(): void {
    this.#frames = [];
  }

  release(): void {
    while (this.#frames.length > 0 && this.ports.handle(this.#frames[0]!)) this.#frames.shift();
  }

  #watch(waited: number): void {
    this.#watching = true;
    const edits = this.#edits;
    this.ports.later(() => {
      this.#watching = false;
      this.release();
      if (this.#frames.length === 0) return;
      const idle = edits === this.#edits ? waited + LOOK_EVERY : 0;
      if (idle >= LETTERS_LEFT) this.ports.abandoned();
      this.#watch(idle % LETTERS_LEFT);
    }, LOOK_EVERY);
  }
}
