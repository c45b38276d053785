/** At most so often, in milliseconds. */
const EVERY = 100;

interface WhereaboutsPorts {
  /** Tells places of the shown text to the others. */
  tell(anchor: number, head: number): void;
  later(work: () => void, milliseconds: number): void;
}

/** Tells the others where one's selection is. */
export class Whereabouts {
  #place: { anchor: number; head: number } | null = null;
  #waits = false;

  constructor(private readonly ports: WhereaboutsPorts) {}

  at(anchor: number, head: number): void {
    this.#place = { anchor, head };
    if (this.#waits) return;
    this.#waits = true;
    this.ports.later(() => {
      this.#waits = false;
      this.tell();
    }, EVERY);
  }

  tell(): void {
    if (this.#place !== null) this.ports.tell(this.#place.anchor, this.#place.head);
  }
}
