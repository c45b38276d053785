import { type ChangeDesc, Text } from "@codemirror/state";
import { Anchored } from "./anchored";
import { mapAnchor } from "./anchors";
import { advance, type Confirmed, type LogEntry } from "./confirmed";
import type { AnnotationsRead, Opened, SuggestionsChanged } from "./frames";
import { Heirs } from "./heirs";
import { NOTHING_LOADED } from "./loaded";
import { Roll } from "./roll";
import type { Suggestion } from "./values";
import { withoutFar, withWindow } from "./window";

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
  /** What was read at a revision that is not here yet. */
  #window: AnnotationsRead | null = null;
  /** Which annotations are there and which are gone, as far as it is known. */
  readonly roll = new Roll();
  /** What plugins put in the place of what they said before. */
  readonly heirs = new Heirs();

  constructor(frame: Opened) {
    this.#confirmed = {
      revision: frame.revision,
      text: Text.of(frame.text.split("\n")),
      annotations: Anchored.none(),
      total: frame.annotations,
      orphaned: frame.orphaned,
      approvals: new Map(),
      suggestions: Anchored.none(),
      threads: Anchored.of(frame.threads),
      loaded: NOTHING_LOADED,
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
    this.roll.happened(entry.effects);
    this.#takeOffers();
    this.#takeWindow();
  }

  /** Takes what was read of a range when its revision is here; what is late has to be asked for again. */
  window(frame: AnnotationsRead): void {
    this.#window = frame;
    this.#takeWindow();
  }

  get windowWaits(): boolean {
    return this.#window !== null;
  }

  /** Forgets annotations that lie further than a distance from a range. */
  forget(range: { start: number; end: number }, distance: number): void {
    this.#confirmed = withoutFar(this.#confirmed, range, distance);
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
    const { suggestions } = this.#confirmed;
    const before = offer.whole ? Anchored.none<Suggestion>() : suggestions.without(offer.removed);
    const added = since === null ? [] : offer.added.map((one) => since.reduce(mapAnchor<Suggestion>, one));
    this.heirs.note(offer.removed.flatMap((id) => suggestions.get(id) ?? []), added);
    this.#confirmed = { ...this.#confirmed, suggestions: before.with(added) };
  }

  #takeWindow(): void {
    const frame = this.#window;
    if (frame === null || frame.revision > this.revision) return;
    this.#window = null;
    if (frame.revision < this.revision) return;
    this.roll.read(frame);
    this.#confirmed = withWindow(this.#confirmed, frame);
  }
}
