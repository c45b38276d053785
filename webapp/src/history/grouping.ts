import type { HistoryEntry } from "../http/api";

/** What one person did within one minute; entries newest first. */
export interface Group {
  author: string;
  minute: string;
  entries: HistoryEntry[];
}

/** Groups neighbours by person and minute; entries are newest first. */
export function grouped(entries: readonly HistoryEntry[]): Group[] {
  const groups: Group[] = [];
  for (const entry of entries) {
    const minute = entry.at.slice(0, 16);
    const last = groups.at(-1);
    if (last !== undefined && last.author === entry.author && last.minute === minute) last.entries.push(entry);
    else groups.push({ author: entry.author, minute, entries: [entry] });
  }
  return groups;
}

/** Puts newly fetched entries to those at hand; each revision once, newest first. */
export function merged(known: readonly HistoryEntry[], fetched: readonly HistoryEntry[]): HistoryEntry[] {
  const all = new Map([...known, ...fetched].map((entry) => [entry.revision, entry]));
  return [...all.values()].sort((a, b) => b.revision - a.revision);
}

/** Drops what lies behind a gap, so that places can be followed up to now. */
export function withoutGap(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const gap = entries.findIndex((entry, index) => index > 0 && entries[index - 1]!.revision !== entry.revision + 1);
  return gap < 0 ? [...entries] : entries.slice(0, gap);
}
