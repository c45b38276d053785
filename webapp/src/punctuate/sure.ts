import { confidenceOf } from "../review/filter";
import type { Band } from "../http/work";
import type { Suggestion } from "../session/values";
import { isOfMarks } from "./suggested";

/** From these confidences on a suggested mark is drawn paler; below the last it is drawn deepest. */
const STEPS = [0.9, 0.7, 0.5] as const;

/** How deep the colour of a doubt is: 0 for what is sure, 3 for what is least. */
export function depthOf(confidence: number): number {
  const step = STEPS.findIndex((from) => confidence >= from);
  return step < 0 ? STEPS.length : step;
}

/** What plugins suggest about marks, the most certain first, and how sure they are up to each of them. */
export class Certainty {
  private constructor(
    private readonly ordered: readonly Suggestion[],
    /** Sums of the confidences of the first ones. */
    private readonly sums: readonly number[],
  ) {}

  static of(suggestions: Iterable<Suggestion>): Certainty {
    const ordered = [...suggestions].filter((one) => "plugin" in one.maker && isOfMarks(one));
    ordered.sort((a, b) => confidenceOf(b) - confidenceOf(a));
    let sum = 0;
    return new Certainty(ordered, ordered.map((one) => (sum += confidenceOf(one))));
  }

  get size(): number {
    return this.ordered.length;
  }

  /** How many are at least so certain. */
  count(bound: number): number {
    let low = 0;
    let high = this.ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (confidenceOf(this.ordered[middle]!) >= bound) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The share of those at least so certain that is right, if the plugins are honest. */
  expected(bound: number): number {
    const count = this.count(bound);
    return count === 0 ? 0 : this.sums[count - 1]! / count;
  }

  /** Those at least so certain, in the order of their places. */
  atLeast(bound: number): Suggestion[] {
    return this.ordered.slice(0, this.count(bound)).sort((a, b) => a.start - b.start);
  }

  /** The plugins that suggest them. */
  get plugins(): ReadonlySet<string> {
    return new Set(this.ordered.map(({ maker }) => ("plugin" in maker ? maker.plugin : "")));
  }
}

/** So many decisions tell something. */
const ENOUGH = 50;

/** What people decided before, in bands of ten percent, about what plugins were at least so sure of. */
export interface Before {
  readonly from: number;
  readonly decided: number;
  /** How many were taken as they were. */
  readonly accepted: number;
}

/** What was decided up to now on this side of a bound; null when it is too little to tell anything. */
export function decidedBefore(bands: readonly Band[], plugins: ReadonlySet<string>, bound: number): Before | null {
  const above = bands.filter(({ plugin, to }) => plugins.has(plugin) && to > bound + 1e-9);
  const decided = above.reduce((sum, band) => sum + band.decided, 0);
  const accepted = above.reduce((sum, band) => sum + band.accepted, 0);
  return decided < ENOUGH ? null : { from: Math.min(...above.map(({ from }) => from)), decided, accepted };
}
