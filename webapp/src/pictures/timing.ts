import type { Scene } from "../http/pictures";

/** Dated passages on a line of time. Pure. */

const DAY = 86_400_000;

/** The number of a day, counted from 1970; years before 1 have a minus sign. */
export function dayOf(iso: string): number {
  const [, sign = "", year = "0", month = "1", day = "1"] = /^(-?)(\d+)-(\d+)-(\d+)$/.exec(iso) ?? [];
  const date = new Date(0);
  date.setUTCFullYear((sign === "-" ? -1 : 1) * Number(year), Number(month) - 1, Number(day));
  return Math.round(date.getTime() / DAY);
}

export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** Those whose days are known. */
export const resolved = (scenes: readonly Scene[]): Scene[] => scenes.filter(({ date }) => date.from !== "");

export interface Span {
  from: number;
  to: number;
}

/** The years that hold all of them, whole. */
export function spanOf(scenes: readonly Scene[]): Span {
  let [first, last] = [Infinity, -Infinity];
  for (const { date } of scenes) {
    first = Math.min(first, yearOf(dayOf(date.from)));
    last = Math.max(last, yearOf(dayOf(date.to)));
  }
  if (first > last) return { from: dayOf("1800-01-01"), to: dayOf("1900-01-01") };
  return { from: yearStart(first), to: yearStart(last + 1) };
}

function yearStart(year: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, 0, 1);
  return date.getTime() / DAY;
}

export interface Bar {
  scene: Scene;
  /** Where it begins and ends from left to right. */
  left: number;
  right: number;
  /** Of the rows of its document, counted from 0. */
  row: number;
}

export interface Band {
  document: string;
  rows: number;
  bars: Bar[];
}

const NARROWEST = 5;
const GAP = 1;

/** One band for each document; in it bars stand in rows so that none covers another. */
export function bands(scenes: readonly Scene[], order: readonly string[], span: Span, left: number, width: number): Band[] {
  const perDay = width / Math.max(1, span.to - span.from);
  const byDocument = new Map<string, Scene[]>(order.map((id) => [id, []]));
  for (const scene of scenes) byDocument.get(scene.date.document)?.push(scene);
  const made: Band[] = [];
  for (const [document, own] of byDocument) {
    if (own.length === 0) continue;
    const ends: number[] = [];
    const bars = own
      .map((scene) => ({ scene, from: dayOf(scene.date.from), to: dayOf(scene.date.to) + 1 }))
      .sort((one, other) => one.from - other.from || one.to - other.to)
      .map(({ scene, from, to }) => {
        const start = left + (from - span.from) * perDay;
        const end = Math.max(start + NARROWEST, left + (to - span.from) * perDay);
        const free = ends.findIndex((taken) => taken + GAP <= start);
        const row = free < 0 ? ends.length : free;
        ends[row] = end;
        return { scene, left: start, right: end, row };
      });
    made.push({ document, rows: ends.length, bars });
  }
  return made;
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** The years that are written under a line of time so that each has room. */
export function years(span: Span, perDay: number, room: number): number[] {
  const [first, last] = [yearOf(span.from), yearOf(span.to)];
  const step = STEPS.find((years) => years * 365.25 * perDay >= room) ?? 2000;
  const marks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) marks.push(year);
  return marks;
}

export const placeOfYear = (year: number, span: Span, perDay: number) => (yearStart(year) - span.from) * perDay;
