import { type ChangeDesc, Text } from "@codemirror/state";
import { mapAnchor } from "./anchors";
import { advance, byId, type Confirmed, type LogEntry } from "./confirmed";
import type { Opened, SuggestionsChanged } from "./frames";
import type { Suggestion } from "./values";

const REMEMBERED = 512;

/** What a plugin's frame does to the suggestions; waits until its revision is here. */
interface Offer {
  revision: number;
  removed: readonly string[];
  added: readonly Suggestion[];
  /** The frame held all suggestions, not a difference. */
  whole: boolean;
}

/**
 * The confirmed state and how it came about lately.
 *
 * Suggestions are told at a revision that may lie ahead of the changes received so far, or behind:
 * the first kind waits, the second is mapped over the remembered changes.
 */
export class Ledger {
  #confirmed: Confirmed;
  #recent: ChangeDesc[] = [];
  #waiting: Offer[] = [];

  constructor(frame: Opened) {
    this.#confirmed = {
      revision: frame.revision,
      text: Text.of(frame.text.split("\n")),
      annotations: byId(frame.annotations),
      approvals: byId(frame.approvals),
      suggestions: byId(frame.suggestions),
    };
  }

  get confirmed(): Confirmed {
    return this.#confirmed;
  }

  get revision(): number {
    return this.#confirmed.revision;
  }

  advance(entry: LogEntry): void {
    this.#confirmed = advance(this.#confirmed, entry);
    this.#recent.push(entry.changes.desc);
    if (this.#recent.length > REMEMBERED * 2) this.#recent.splice(0, REMEMBERED);
    this.#takeOffers();
  }

  offer(frame: Pick<SuggestionsChanged, "revision" | "removed" | "added">): void {
    this.#waiting.push({ ...frame, whole: false });
    this.#takeOffers();
  }

  replaceSuggestions(revision: number, suggestions: readonly Suggestion[]): void {
    this.#waiting = [{ revision, removed: [], added: suggestions, whole: true }];
    this.#takeOffers();
  }

  /** The changes from a revision up to now; none when it lies too far back or ahead. */
  since(revision: number): readonly ChangeDesc[] | null {
    const missing = this.revision - revision;
    if (missing < 0 || missing > this.#recent.length) return null;
    return this.#recent.slice(this.#recent.length - missing);
  }

  #takeOffers(): void {
    while (this.#waiting.length > 0 && this.#waiting[0]!.revision <= this.revision) {
      this.#take(this.#waiting.shift()!);
    }
  }

  #take(offer: Offer): void {
    const since = this.since(offer.revision);
    const suggestions = new Map(offer.whole ? [] : this.#confirmed.suggestions);
    for (const id of offer.removed) suggestions.delete(id);
    for (const suggestion of since === null ? [] : offer.added) {
      suggestions.set(suggestion.id, since!.reduce(mapAnchor<Suggestion>, suggestion));
    }
    this.#confirmed = { ...this.#confirmed, suggestions };
  }
}
