import type { ChangeDesc } from "@codemirror/state";
import { mapAnchor } from "./anchors";
import { Moves } from "./moves";
import type { Anchor } from "./values";

type Mark = Anchor & { readonly id: string };

/** A change of the text, as far as anchors see it: a touched range of the text before. */
interface Touch {
  from: number;
  to: number;
}

/** Marks per run: a change costs a look at each run and a look at each mark of the runs that it touches. */
const RUN = 128;

/** Some marks that lie near each other, all moved by the same distance since they were last looked at. */
class Run<A extends Mark> {
  #marks: readonly A[];
  #shift: number;
  #ids: Map<string, number> | null = null;
  #orphans: boolean | null = null;
  /** Lowest start. */
  readonly low: number;
  /** Highest end. */
  readonly high: number;

  constructor(marks: readonly A[], low = lowest(marks), high = highest(marks), shift = 0) {
    this.#marks = marks;
    this.#shift = shift;
    this.low = low;
    this.high = high;
  }

  get size(): number {
    return this.#marks.length;
  }

  /** The marks where they are now. */
  get marks(): readonly A[] {
    if (this.#shift !== 0) {
      const by = this.#shift;
      this.#marks = this.#marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }));
      this.#shift = 0;
    }
    return this.#marks;
  }

  get hasOrphans(): boolean {
    this.#orphans ??= this.#marks.some(({ orphaned }) => orphaned);
    return this.#orphans;
  }

  shifted(by: number): Run<A> {
    if (by === 0) return this;
    const run = new Run(this.#marks, this.low + by, this.high + by, this.#shift + by);
    run.#ids = this.#ids;
    run.#orphans = this.#orphans;
    return run;
  }

  /** Whether both say the same of the same marks, in the same order. */
  isSame(other: Run<A>): boolean {
    if (this.size !== other.size || this.low !== other.low || this.high !== other.high) return false;
    const by = this.#shift - other.#shift;
    if (this.#marks === other.#marks && by === 0) return true;
    return this.#marks.every((mark, index) => isMoved(mark, by, other.#marks[index]!));
  }

  index(id: string): number | undefined {
    this.#ids ??= new Map(this.#marks.map((mark, index) => [mark.id, index]));
    return this.#ids.get(id);
  }
}

/**
 * Marks by id and by place, as an immutable value that shares most of itself with the one it was made
 * from: to move them through a change costs a step for each 128 marks and a look at those near the change.
 */
export class Anchored<A extends Mark> implements Iterable<A> {
  static readonly #none = new Anchored<never>([]);
  #list: readonly A[] | null = null;

  private constructor(private readonly runs: readonly Run<A>[]) {}

  static none<A extends Mark>(): Anchored<A> {
    return Anchored.#none as Anchored<A>;
  }

  /** All these; of several with one id the last. */
  static of<A extends Mark>(marks: Iterable<A>): Anchored<A> {
    return Anchored.none<A>().with(marks);
  }

  get size(): number {
    return this.runs.reduce((sum, run) => sum + run.size, 0);
  }

  get(id: string): A | undefined {
    for (const run of this.runs) {
      const index = run.index(id);
      if (index !== undefined) return run.marks[index];
    }
    return undefined;
  }

  has(id: string): boolean {
    return this.runs.some((run) => run.index(id) !== undefined);
  }

  /** Those that share a unit with a range or touch an edge of it, in the order of their places. */
  in(from: number, to: number): A[] {
    const found: A[] = [];
    for (const run of this.runs) {
      if (run.low > to || run.high < from) continue;
      for (const mark of run.marks) if (mark.start <= to && mark.end >= from) found.push(mark);
    }
    return found.sort(byPlace);
  }

  /** The first one that begins behind a place and passes. */
  behind(place: number, passes: (mark: A) => boolean): A | undefined {
    let found: A | undefined;
    for (const run of this.runs) {
      if (run.high <= place || (found !== undefined && run.low >= found.start)) continue;
      for (const mark of run.marks) {
        if (mark.start > place && (found === undefined || mark.start < found.start) && passes(mark)) found = mark;
      }
    }
    return found;
  }

  /** The last one that begins before a place and passes. */
  before(place: number, passes: (mark: A) => boolean): A | undefined {
    let found: A | undefined;
    for (const run of this.runs) {
      if (run.low >= place || (found !== undefined && run.high <= found.start)) continue;
      for (const mark of run.marks) {
        if (mark.start < place && (found === undefined || mark.start > found.start) && passes(mark)) found = mark;
      }
    }
    return found;
  }

  /** Those whose text is gone, in the order of their places. */
  orphans(): A[] {
    return this.runs
      .filter((run) => run.hasOrphans)
      .flatMap((run) => run.marks.filter(({ orphaned }) => orphaned))
      .sort(byPlace);
  }

  /** All, in the order of their places. */
  list(): readonly A[] {
    this.#list ??= this.runs.flatMap((run) => run.marks).sort(byPlace);
    return this.#list;
  }

  [Symbol.iterator](): Iterator<A> {
    return this.list()[Symbol.iterator]();
  }

  /** These after a change of the text, by rule 2 of the protocol. */
  map(changes: ChangeDesc): Anchored<A> {
    if (changes.empty || this.runs.length === 0) return this;
    const touched: Touch[] = [];
    changes.iterChangedRanges((from, to) => void touched.push({ from, to }), true);
    const first = touched[0]!.from;
    const last = touched[touched.length - 1]!.to;
    const growth = changes.newLength - changes.length;
    const runs = this.runs.map((run) => {
      if (run.high < first) return run;
      if (run.low > last) return run.shifted(growth);
      if (touched.some(({ from, to }) => from <= run.high && to >= run.low)) {
        return new Run(run.marks.map((mark) => moved(mark, changes, first, last, growth)));
      }
      return run.shifted(Moves.of(changes).to(run.low, 1) - run.low);
    });
    return new Anchored(runs);
  }

  /**
   * Whether these are the same marks at the same places, each saying the same. Two that were made from the same one
   * by the same changes are; it costs a look at each run and at each mark that was not moved with its run.
   */
  isSame(other: Anchored<A>): boolean {
    const { runs } = other;
    return this.runs.length === runs.length && this.runs.every((run, index) => run === runs[index] || run.isSame(runs[index]!));
  }

  /** These and others; one with an id that is there already takes the place of that one. */
  with(added: Iterable<A>): Anchored<A> {
    const fresh = new Map<string, A>();
    for (const mark of added) fresh.set(mark.id, mark);
    return fresh.size === 0 ? this : this.without(fresh.keys()).#plus([...fresh.values()].sort(byPlace));
  }

  /** These without those that have one of the ids. */
  without(ids: Iterable<string>): Anchored<A> {
    const gone = new Set<string>();
    for (const id of ids) gone.add(id);
    const runs = this.runs.map((run) => {
      const hit = gone.size < run.size ? some(gone, (id) => run.index(id) !== undefined) : run.marks.some(isGone);
      return hit ? new Run(run.marks.filter((mark) => !isGone(mark))) : run;
    });
    function isGone(mark: A): boolean {
      return gone.has(mark.id);
    }
    return runs.every((run, index) => run === this.runs[index])
      ? this
      : new Anchored(runs.filter((run) => run.size > 0));
  }

  /** Puts marks, ordered by place and new, each to the run before it. */
  #plus(added: readonly A[]): Anchored<A> {
    const runs: Run<A>[] = [];
    let next = 0;
    const upTo = (bound: number) => {
      const from = next;
      while (next < added.length && added[next]!.start < bound) next++;
      return added.slice(from, next);
    };
    for (let index = 0; index < Math.max(1, this.runs.length); index++) {
      const run = this.runs[index];
      const more = upTo(this.runs[index + 1]?.low ?? Infinity);
      if (more.length === 0) runs.push(run!);
      else runs.push(...cut([...(run?.marks ?? []), ...more].sort(byPlace)));
    }
    return new Anchored(runs);
  }
}

function cut<A extends Mark>(marks: readonly A[]): Run<A>[] {
  if (marks.length <= 2 * RUN) return [new Run(marks)];
  const runs: Run<A>[] = [];
  for (let from = 0; from < marks.length; from += RUN) runs.push(new Run(marks.slice(from, from + RUN)));
  return runs;
}

/** The rule of anchors, with a short way for those that no change touches. */
function moved<A extends Mark>(mark: A, changes: ChangeDesc, first: number, last: number, growth: number): A {
  if (mark.end < first) return mark;
  if (mark.start > last) return growth === 0 ? mark : { ...mark, start: mark.start + growth, end: mark.end + growth };
  return mapAnchor(mark, changes);
}

/** Whether a mark, moved by a distance, is equal to another one. */
function isMoved<A extends Mark>(mark: A, by: number, other: A): boolean {
  if (mark === other) return by === 0;
  if (mark.start + by !== other.start || mark.end + by !== other.end) return false;
  for (const key in mark) if (mark[key] !== other[key] && key !== "start" && key !== "end") return false;
  return true;
}

export function byPlace(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return a.start - b.start || a.end - b.end;
}

function some<T>(values: Iterable<T>, holds: (value: T) => boolean): boolean {
  for (const value of values) if (holds(value)) return true;
  return false;
}

function lowest(marks: readonly Mark[]): number {
  return marks.reduce((low, mark) => Math.min(low, mark.start), Infinity);
}

function highest(marks: readonly Mark[]): number {
  return marks.reduce((high, mark) => Math.max(high, mark.end), -1);
}
