import { ChangeSet, type Text } from "@codemirror/state";

/** One replacement that turns the first text into the second, as small as prefix and suffix allow. */
export function difference(before: Text, after: Text): ChangeSet {
  const a = before.toString();
  const b = after.toString();
  const shorter = Math.min(a.length, b.length);
  let from = 0;
  while (from < shorter && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  if (from > 0 && isHigh(a.charCodeAt(from - 1))) from--;
  let tail = 0;
  while (tail < shorter - from && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) {
    tail++;
  }
  if (tail > 0 && isLow(a.charCodeAt(a.length - tail))) tail--;
  return ChangeSet.of(
    { from, to: a.length - tail, insert: after.slice(from, b.length - tail) },
    a.length,
  );
}

const isHigh = (unit: number) => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number) => (unit & 0xfc00) === 0xdc00;
