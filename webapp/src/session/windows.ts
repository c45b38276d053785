import type { Ledger } from "./ledger";
import type { AnnotationsRead, ClientFrame } from "./frames";
import { extent, missing, type Range } from "./loaded";

export interface WindowPorts {
  send(frame: ClientFrame): void;
  /** Calls back later; the answer cancels. */
  later(work: () => void, milliseconds: number): () => void;
  ledger(): Ledger | null;
  /** What is looked at, most important first, in places of the confirmed text. */
  inSight(): readonly Range[];
}

/** Windows begin and end at multiples of this, so that a little scrolling asks for nothing. */
const GRAIN = 4_096;
/** What is loaded ahead of scrolling, in units on each side. */
const AHEAD = 2 * GRAIN;
/** The longest range that is asked for at once, in units. */
const LONGEST = 8 * GRAIN;
/** Above this many annotations, those further away than twice the longest range are forgotten. */
const MOST = 20_000;
/** While a scroll bar is dragged nothing is asked for, in milliseconds. */
const PAUSE = 40;
/** An answer that did not come by then is asked for again, in milliseconds. */
const PATIENCE = 5_000;
/** Ids in one question: the longest ones fit into a frame. */
const MOST_IDS = 900;

/** Asks for the annotations around what is looked at: one question at a time, nothing twice. */
export class Windows {
  #open = false;
  #asked = false;
  #waits = false;
  #forget: () => void = () => {};
  #orphans = false;
  #unsure: readonly string[] = [];
  /** The ids in the question on its way. */
  #named: readonly string[] = [];

  constructor(
    private readonly document: string,
    private readonly ports: WindowPorts,
  ) {}

  opened(): void {
    this.#open = true;
    this.#answered();
  }

  disconnected(): void {
    this.#open = false;
    this.#forget();
    this.#asked = false;
  }

  /** The annotations whose text is gone are to be told, too. */
  wantOrphans(): void {
    this.#orphans = true;
    this.look();
  }

  /** It has to be known whether these annotations are there. */
  wantToKnow(ids: readonly string[]): void {
    this.#unsure = ids;
    this.look();
  }

  /** What is looked at, or what is known of it, may have changed. */
  look(): void {
    if (this.#waits) return;
    this.#waits = true;
    this.ports.later(() => {
      this.#waits = false;
      this.#ask();
    }, PAUSE);
  }

  received(frame: AnnotationsRead): void {
    const ledger = this.ports.ledger();
    ledger?.window(frame);
    ledger?.roll.answered(this.#named, frame.missing);
    this.#answered();
  }

  #answered(): void {
    this.#forget();
    this.#asked = false;
    this.#ask();
  }

  #ask(): void {
    const ledger = this.ports.ledger();
    if (!this.#open || this.#asked || ledger === null || ledger.windowWaits) return;
    const inSight = this.ports.inSight();
    if (inSight.length === 0) return;
    const { revision, text, loaded, annotations } = ledger.confirmed;
    const gap = inSight.map((range) => missing(loaded, around(range, text.length))[0]).find(Boolean);
    const ids = this.#unsure.slice(0, MOST_IDS);
    if (gap === undefined && ids.length === 0 && !this.#orphans) {
      if (annotations.size > MOST && extent(loaded) > 6 * LONGEST) ledger.forget(hull(inSight), 2 * LONGEST);
      return;
    }
    const { start, end } = gap ?? { start: 0, end: 0 };
    const range = { start, end: Math.min(end, start + LONGEST) };
    const { document } = this;
    this.ports.send({ type: "annotations", document, revision, ...range, orphans: this.#orphans, ids });
    this.#orphans = false;
    this.#unsure = [];
    this.#named = ids;
    this.#asked = true;
    this.#forget = this.ports.later(() => this.#answered(), PATIENCE);
  }
}

function hull(ranges: readonly Range[]): Range {
  const start = Math.min(...ranges.map((range) => range.start));
  return { start, end: Math.max(start, ...ranges.map((range) => range.end)) };
}

/** A range with what lies ahead, cut to whole grains. */
function around({ start, end }: Range, length: number): Range {
  const down = (place: number) => Math.max(0, Math.floor(place / GRAIN) * GRAIN);
  return { start: down(start - AHEAD), end: Math.min(length, down(end + AHEAD) + GRAIN) };
}
