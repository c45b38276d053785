import type { Batch, Kept, Shelf } from "./kept";

/** An edit lies in the browser's storage so many milliseconds after it was made. */
export const WRITE_AFTER = 30;

export interface KeeperPorts {
  /** Whether there is something to be kept. */
  pending(): boolean;
  /** What is to be kept now; null for nothing. */
  record(): Kept | null;
  later(work: () => void, milliseconds: number): void;
  /** Whether what is pending lies safely in the storage may be new. */
  told(safe: boolean): void;
}

/**
 * Keeps the record of one tab up to date in the browser's storage: soon after each edit, gone when
 * everything is in the log.
 *
 * An edit that lies there as unsent must lie there as sent before it is sent: otherwise, after a crash,
 * nobody could tell whether it is in the log. `ahead` is for that.
 */
export class Keeper {
  #due = false;
  #written = 0;
  /** The client name of what lies there. */
  #client: string | null = null;
  #unsentLiesThere = false;

  constructor(
    private readonly shelf: Shelf,
    private readonly ports: KeeperPorts,
  ) {}

  /** To be called after whatever may have changed the record. */
  changed(): void {
    if (this.#due || (this.#client === null && !this.ports.pending())) return;
    this.#due = true;
    this.ports.later(() => this.#due && void this.write().catch(() => {}), WRITE_AFTER);
  }

  /** A promise when the storage has to know that something is sent before it is. */
  ahead(): Promise<void> | null {
    if (this.#unsentLiesThere) return this.write();
    this.changed();
    return null;
  }

  /** What lies there is somebody else's concern from now on. */
  leave(): void {
    this.#client = null;
    this.#unsentLiesThere = false;
  }

  /** Writes the record as it is now, and what has to happen together with that. */
  async write(more: Batch = {}): Promise<void> {
    this.#due = false;
    const record = this.ports.record();
    const gone = this.#client !== null && this.#client !== record?.client ? [this.#client] : [];
    this.#client = record?.client ?? null;
    const unsent = record !== null && hasUnsent(record);
    this.#unsentLiesThere ||= unsent;
    const turn = ++this.#written;
    const batch = {
      ...more,
      put: [...(more.put ?? []), ...(record === null ? [] : [record])],
      remove: [...(more.remove ?? []), ...gone],
    };
    try {
      await this.shelf.write(batch);
    } catch (failure) {
      this.ports.told(false);
      throw failure;
    }
    if (turn === this.#written) this.#unsentLiesThere = unsent;
    this.ports.told(true);
  }
}

function hasUnsent({ flight, sequence, updates }: Kept): boolean {
  return updates.length > (flight === null ? 0 : flight.last - sequence);
}
