import type { Suggestion } from "./values";

const REMEMBERED = 10_000;

/**
 * Which suggestion took the place of another when its plugin looked again: who had chosen the one goes on with the
 * other, which says the same kind of thing about the same place, but is surer or less sure of it.
 */
export class Heirs {
  readonly #next = new Map<string, string>();

  note(removed: readonly Suggestion[], added: readonly Suggestion[]): void {
    if (removed.length === 0) return;
    const standing = new Map(added.map((one) => [standingOf(one), one.id]));
    for (const one of removed) {
      const heir = standing.get(standingOf(one));
      if (heir !== undefined) this.#next.set(one.id, heir);
    }
    for (const id of this.#next.keys()) {
      if (this.#next.size <= REMEMBERED) break;
      this.#next.delete(id);
    }
  }

  /** What stands now in the place of one that is gone, as far as it is remembered. */
  of(gone: string, stands: (id: string) => boolean): string | null {
    const seen = new Set<string>();
    for (let id = this.#next.get(gone); id !== undefined && !seen.has(id); id = this.#next.get(id)) {
      if (stands(id)) return id;
      seen.add(id);
    }
    return null;
  }
}

/** Where a plugin says what kind of thing; what people propose has an id for good. */
function standingOf({ id, maker, category, start, end }: Suggestion): string {
  return "plugin" in maker ? `${start} ${end} ${category} ${maker.plugin}` : id;
}
