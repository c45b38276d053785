import type { AnnotationsRead } from "./frames";
import type { EditEffect, Effect } from "./values";

/**
 * Which annotations exist, as far as it was seen: those that are not shown any more included. What has
 * been removed must not be named in a submit, and what was never seen has to be asked for first.
 */
export class Roll {
  readonly #here = new Set<string>();
  readonly #gone = new Set<string>();

  get gone(): ReadonlySet<string> {
    return this.#gone;
  }

  read({ annotations, orphans }: AnnotationsRead): void {
    for (const { id } of annotations) this.#came(id);
    for (const { id } of orphans) this.#came(id);
  }

  /** Of these ids it was asked which are missing. What came and went since is known better already. */
  answered(ids: readonly string[], missing: readonly string[]): void {
    const absent = new Set(missing);
    for (const id of ids) {
      if (this.#here.has(id) || this.#gone.has(id)) continue;
      if (absent.has(id)) this.#went(id);
      else this.#came(id);
    }
  }

  happened(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.is === "add-annotation" || effect.is === "restore-annotation") this.#came(effect.id);
      else if (effect.is === "remove-annotation") this.#went(effect.id);
    }
  }

  /** Annotations that these effects name and of which it is not known whether they are there. */
  unsure(effects: Iterable<EditEffect>): string[] {
    const made = new Set<string>();
    const unsure = new Set<string>();
    for (const effect of effects) {
      if (effect.is === "add-annotation") made.add(effect.id);
      else if (effect.is.endsWith("-annotation")) {
        const { id } = effect;
        if (!made.has(id) && !this.#here.has(id) && !this.#gone.has(id)) unsure.add(id);
      }
    }
    return [...unsure];
  }

  #came(id: string): void {
    this.#here.add(id);
    this.#gone.delete(id);
  }

  #went(id: string): void {
    this.#here.delete(id);
    this.#gone.add(id);
  }
}
