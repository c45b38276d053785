import type { Text } from "@codemirror/state";

/** Digits to the base of two numbers, modulo two primes below 2²⁶: every product is exact in a double. */
const FIRST = { prime: 67_108_859, base: 65_599 };
const SECOND = { prime: 67_108_837, base: 131_071 };

/** The checksum of a piece of text, and by how much it moves what stands before it. */
interface Sum {
  readonly first: number;
  readonly second: number;
  readonly firstShift: number;
  readonly secondShift: number;
}

const LINE_FEED = ofUnits("\n");
/** Pieces of a text are shared with the texts that were made of it by editing. */
const known = new WeakMap<Text, Sum>();

/** The word by which two ends see that they hold the same text: docs/protocol.md, "Checksums". */
export function checksum(text: Text): string {
  const { first, second } = sum(text);
  return [first, second].map((part) => part.toString(16).padStart(7, "0")).join("");
}

function sum(text: Text): Sum {
  let found = known.get(text);
  if (found === undefined) {
    found =
      text.children === null
        ? ofUnits(text.toString())
        : text.children.map(sum).reduce((before, behind) => then(then(before, LINE_FEED), behind));
    known.set(text, found);
  }
  return found;
}

function ofUnits(units: string): Sum {
  let first = 0;
  let second = 0;
  let firstShift = 1;
  let secondShift = 1;
  for (let i = 0; i < units.length; i++) {
    const unit = units.charCodeAt(i);
    first = (first * FIRST.base + unit) % FIRST.prime;
    second = (second * SECOND.base + unit) % SECOND.prime;
    firstShift = (firstShift * FIRST.base) % FIRST.prime;
    secondShift = (secondShift * SECOND.base) % SECOND.prime;
  }
  return { first, second, firstShift, secondShift };
}

function then(before: Sum, behind: Sum): Sum {
  return {
    first: (before.first * behind.firstShift + behind.first) % FIRST.prime,
    second: (before.second * behind.secondShift + behind.second) % SECOND.prime,
    firstShift: (before.firstShift * behind.firstShift) % FIRST.prime,
    secondShift: (before.secondShift * behind.secondShift) % SECOND.prime,
  };
}
