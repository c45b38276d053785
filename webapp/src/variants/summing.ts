import type { Count, Decided, Uses } from "../http/variants";

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

/** The decisions of one document. */
export interface Listed {
  document: string;
  title: string;
  revision?: number | undefined;
  decided: Decided[];
}

/** The list of all decisions as a table for a file; places count UTF-16 units from 0. */
export function asTable(all: Listed[]): string {
  const rows = all.flatMap(({ title, revision, decided }) =>
    decided.map((one) =>
      [title, revision ?? "", one.start, one.end, one.before, one.from, one.after, one.form, one.type, one.reason]
        .map((cell) => String(cell).replace(/[\t\r\n]/g, " "))
        .join("\t"),
    ),
  );
  return ["document\trevision\tstart\tend\tbefore\tfrom\tafter\tform\ttype\treason", ...rows, ""].join("\n");
}
