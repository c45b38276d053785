/** Rows that are in sight, with a few more on both sides. */
export interface Window {
  first: number;
  /** One after the last. */
  end: number;
}

const MORE = 8;

export function visible(scrolled: number, height: number, row: number, count: number): Window {
  const first = Math.max(0, Math.floor(scrolled / row) - MORE);
  const end = Math.min(count, Math.ceil((scrolled + height) / row) + MORE);
  return { first: Math.min(first, end), end };
}

/** How far to scroll so that a row is in sight; unchanged when it is already. */
export function reveal(index: number, scrolled: number, height: number, row: number): number {
  const top = index * row;
  if (top < scrolled) return top;
  if (top + row > scrolled + height) return top + row - height;
  return scrolled;
}
