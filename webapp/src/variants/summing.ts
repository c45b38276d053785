import type { Count, Uses } from "../http/variants";

/** How often each rule holds in all documents together. */
export function summed(uses: Uses[], rules: number): Count[] {
  const sums = Array.from({ length: rules }, () => ({ places: 0, settled: 0 }));
  for (const { counts } of uses) {
    counts.forEach((count, at) => {
      const sum = sums[at];
      if (sum === undefined) return;
      sum.places += count.places;
      sum.settled += count.settled;
    });
  }
  return sums;
}
