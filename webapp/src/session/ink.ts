import { type ChangeDesc, ChangeSet, type Text } from "@codemirror/state";
import { randomName } from "./names";

/*
 * Ink is what a person proposes by typing in this tab: letters on the screen that are not in the document,
 * and characters of the document that are struck out. It lies over the text as the last layer: the confirmed
 * text, then the pending changes, then ink. Places in the screen's text are *shown* places; the others count in
 * the document's text.
 */

/** A stretch of the shown text. */
export interface Stroke {
  readonly from: number;
  readonly to: number;
  /** The act that struck it out, by which undo finds it; null for letters that were written. */
  readonly act: string | null;
}

/** Strokes that touch one another: one proposal. */
export interface Run {
  readonly id: string;
  readonly strokes: readonly Stroke[];
  /** Whether it was proposed once; then it is revised from now on. */
  readonly proposed: boolean;
  /** Whether what is proposed is what is shown. */
  readonly said: boolean;
}

export interface Ink {
  /** In the order of their places. */
  readonly runs: readonly Run[];
  /** Strokes that were undone and may be redone. */
  readonly asleep: readonly Stroke[];
  /** Proposals whose run is gone; they are to be withdrawn. */
  readonly gone: readonly string[];
}

export const NO_INK: Ink = { runs: [], asleep: [], gone: [] };

/** What a local transaction does to the ink besides its changes. Places count in the text after it. */
export interface Strokes {
  /** Whether what it inserts is ink. */
  readonly written: boolean;
  readonly struck: readonly { act: string; from: number; to: number }[];
  readonly sleep: ReadonlySet<string>;
  readonly wake: ReadonlySet<string>;
}

/** A run in the document: what it takes out and what it puts there. */
export interface Meant {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function isBlank(ink: Ink): boolean {
  return ink.runs.length === 0 && ink.asleep.length === 0 && ink.gone.length === 0;
}

function isWritten(stroke: Stroke): boolean {
  return stroke.act === null;
}

function letters(ink: Ink): Stroke[] {
  return ink.runs.flatMap(({ strokes }) => strokes.filter(isWritten));
}

/** A shown place in the document's text. */
export function toDocument(ink: Ink, place: number): number {
  let before = 0;
  for (const { from, to } of letters(ink)) {
    if (from >= place) break;
    before += Math.min(to, place) - from;
  }
  return place - before;
}

/** The change that takes the letters of some runs out of the shown text. */
export function takingOut(ink: Ink, length: number, which: (run: Run) => boolean = () => true): ChangeSet {
  const runs = ink.runs.filter(which);
  return ChangeSet.of(
    letters({ ...ink, runs }).map(({ from, to }) => ({ from, to })),
    length,
  );
}

/** What the layer does to the document's text, as far as places see it. */
export function layer(ink: Ink, shownLength: number): ChangeDesc {
  return takingOut(ink, shownLength).invertedDesc;
}

/** The document's text under the ink. */
export function underneath(ink: Ink, shown: Text): Text {
  return ink.runs.length === 0 ? shown : takingOut(ink, shown.length).apply(shown);
}

/** What a run proposes. */
export function meant(ink: Ink, run: Run, shown: Text): Meant {
  const { id, strokes } = run;
  const text = strokes.filter(isWritten).map(({ from, to }) => shown.sliceString(from, to)).join("");
  const start = toDocument(ink, strokes[0]!.from);
  return { id, start, end: toDocument(ink, strokes.at(-1)!.to), text };
}

/** What a local change of the shown text does to the document's. */
export function documentChanges(changes: ChangeSet, before: Ink, after: Ink): ChangeSet {
  if (before.runs.length === 0 && after.runs.length === 0) return changes;
  const written = letters(after);
  const specs: { from: number; to: number; insert: string }[] = [];
  changes.iterChanges((fromA, toA, fromB, toB, inserted) => {
    let insert = "";
    let place = fromB;
    for (const { from, to } of written) {
      if (to <= place || from >= toB) continue;
      insert += inserted.sliceString(place - fromB, Math.max(place, from) - fromB, "\n");
      place = Math.min(to, toB);
    }
    insert += inserted.sliceString(place - fromB, toB - fromB, "\n");
    const from = toDocument(before, fromA);
    const to = toDocument(before, toA);
    if (from < to || insert !== "") specs.push({ from, to, insert });
  });
  return ChangeSet.of(specs, toDocument(before, changes.length), "\n");
}

interface Piece extends Stroke {
  /** The run that it comes from, unless it is new. */
  readonly of: Run | null;
}

/** The ink after a change that was made on this screen. */
export function afterLocal(ink: Ink, changes: ChangeDesc, { written, struck, sleep, wake }: Strokes): Ink {
  const kept = follow(ink.runs.flatMap((run) => run.strokes.map((stroke) => ({ ...stroke, of: run }))), changes);
  const asleep = follow(ink.asleep, changes);
  const slept = (stroke: Stroke) => stroke.act !== null && sleep.has(stroke.act);
  const woken = (stroke: Stroke) => wake.has(stroke.act!);
  let pieces: Piece[] = kept.filter((piece) => !slept(piece));
  if (written) {
    changes.iterChangedRanges((_fromA, _toA, from, to) => {
      if (from < to) pieces.push({ from, to, act: null, of: null });
    });
  }
  for (const stroke of [...struck, ...asleep.filter(woken)]) pieces = [...pieces, ...free(stroke, pieces)];
  const runs = runsOf(pieces.sort((a, b) => a.from - b.from));
  const left = new Set(runs.map(({ id }) => id));
  const lost = ink.runs.filter(({ id, proposed }) => proposed && !left.has(id)).map(({ id }) => id);
  return {
    runs,
    asleep: [...asleep.filter((stroke) => !woken(stroke)), ...kept.filter(slept).map(({ from, to, act }) => ({ from, to, act }))],
    gone: lost.length === 0 ? ink.gone : [...ink.gone, ...lost],
  };
}

/** What is left of stretches after a change. */
function follow<S extends Stroke>(strokes: readonly S[], changes: ChangeDesc): S[] {
  if (strokes.length === 0 || changes.empty) return [...strokes];
  const left: S[] = [];
  changes.iterGaps((fromA, fromB, length) => {
    for (const stroke of strokes) {
      const from = Math.max(fromA, stroke.from);
      const to = Math.min(fromA + length, stroke.to);
      if (from < to) left.push({ ...stroke, from: from - fromA + fromB, to: to - fromA + fromB });
    }
  });
  return left;
}

/** The parts of a stretch on which there is no ink yet, as new pieces. */
function free({ from, to, act }: Stroke, taken: readonly Piece[]): Piece[] {
  let parts: Piece[] = from < to ? [{ from, to, act, of: null }] : [];
  for (const there of taken) {
    parts = parts.flatMap((part) => [
      ...(part.from < Math.min(part.to, there.from) ? [{ ...part, to: Math.min(part.to, there.from) }] : []),
      ...(Math.max(part.from, there.to) < part.to ? [{ ...part, from: Math.max(part.from, there.to) }] : []),
    ]);
  }
  return parts;
}

/** Pieces that touch are one run; the first run that a piece was part of lives on in it. */
function runsOf(pieces: readonly Piece[]): Run[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last?.at(-1)?.to === piece.from) last.push(piece);
    else groups.push([piece]);
  }
  const used = new Set<string>();
  return groups.map((group) => {
    const before = group.map(({ of }) => of).find((run) => run !== null && !used.has(run.id)) ?? null;
    if (before === null) return { id: randomName(), strokes: joined(group), proposed: false, said: false };
    used.add(before.id);
    const strokes = joined(group);
    const same = group.every(({ of }) => of === before) && isSameShape(strokes, before.strokes);
    return { ...before, strokes, said: before.said && same };
  });
}

function joined(pieces: readonly Piece[]): Stroke[] {
  const strokes: Stroke[] = [];
  for (const { from, to, act } of pieces) {
    const last = strokes.at(-1);
    if (last !== undefined && last.act === act) strokes[strokes.length - 1] = { ...last, to };
    else strokes.push({ from, to, act });
  }
  return strokes;
}

function isSameShape(one: readonly Stroke[], other: readonly Stroke[]): boolean {
  const length = ({ from, to }: Stroke) => to - from;
  return (
    one.length === other.length &&
    one.every((stroke, index) => stroke.act === other[index]!.act && length(stroke) === length(other[index]!))
  );
}

/** Shows a change of the document, made by others, through the ink. */
export interface Seen {
  readonly changes: ChangeSet;
  readonly ink: Ink;
}

/**
 * Moves a change of the document that others made over the ink. Runs whose text it changes are taken off the
 * screen, as are those that are `ended`: their proposals speak for themselves from now on.
 *
 * Ink keeps its place as the anchor of its proposal does (rule 2 of the protocol).
 */
export function afterRemote(ink: Ink, change: ChangeSet, shownLength: number, ended: ReadonlySet<string>): Seen {
  if (ink.runs.length === 0 && ink.asleep.length === 0) return { changes: change, ink };
  const at = places(ink);
  const off = new Set(ink.runs.filter((run, index) => ended.has(run.id) || disturbs(change, at[index]!)));
  const taken = takingOut(ink, shownLength, (run) => off.has(run));
  const left: Ink = {
    ...ink,
    runs: ink.runs.filter((run) => !off.has(run)).map((run) => ({ ...run, strokes: follow(run.strokes, taken) })),
    asleep: follow(ink.asleep, taken),
  };
  const shown = over(left, change, taken.newLength);
  return {
    changes: taken.compose(shown),
    ink: {
      ...left,
      runs: left.runs.map((run) => ({ ...run, strokes: follow(run.strokes, shown) })),
      asleep: follow(left.asleep, shown),
    },
  };
}

/** Takes runs off the screen. */
export function without(ink: Ink, shownLength: number, which: (run: Run) => boolean): Seen {
  const ids = new Set(ink.runs.filter(which).map(({ id }) => id));
  return afterRemote(ink, ChangeSet.empty(toDocument(ink, shownLength)), shownLength, ids);
}

/** Lays proposals over the text again, so that one can go on in them; not those that lie on other ink, or touch it. */
export function takenUp(ink: Ink, proposals: readonly Meant[], shownLength: number): Seen {
  const taken: Meant[] = [];
  let last = -1;
  const there = places(ink);
  const isFree = ({ start, end }: Place) => !there.some((one) => start <= one.end && end >= one.start);
  for (const one of [...proposals].sort((a, b) => a.start - b.start)) {
    if (one.start <= last || !isFree(one) || (one.start === one.end && one.text === "")) continue;
    taken.push(one);
    last = one.end;
  }
  const shown = shownPlaces(ink);
  const letters = taken.map(({ end, text }) => ({ from: shown(end), insert: text }));
  const changes = ChangeSet.of(letters, shownLength, "\n");
  if (taken.length === 0) return { changes, ink };
  const fresh = taken.map(({ id, start, end, text }): Run => {
    const from = changes.mapPos(shown(start), -1);
    const to = changes.mapPos(shown(end), -1);
    const strokes = [{ from, to, act: randomName() }, { from: to, to: to + text.length, act: null }];
    return { id, strokes: strokes.filter((stroke) => stroke.from < stroke.to), proposed: true, said: true };
  });
  const kept = ink.runs.map((run) => ({ ...run, strokes: follow(run.strokes, changes) }));
  const runs = [...kept, ...fresh].sort((a, b) => a.strokes[0]!.from - b.strokes[0]!.from);
  return { changes, ink: { ...ink, runs, asleep: follow(ink.asleep, changes) } };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the runs are in the document. */
function places({ runs }: Ink): Place[] {
  let before = 0;
  return runs.map(({ strokes }) => {
    const start = strokes[0]!.from - before;
    for (const stroke of strokes) if (isWritten(stroke)) before += stroke.to - stroke.from;
    return { start, end: strokes.at(-1)!.to - before };
  });
}

/** Whether a change does something inside of a range, or deletes across a point. */
function disturbs(change: ChangeSet, { start, end }: Place): boolean {
  let does = false;
  change.iterChangedRanges((from, to) => {
    if (from === to) does ||= start < from && from < end;
    else does ||= start === end ? from < start && start < to : from < end && to > start;
  }, true);
  return does;
}

/** Where the runs are in the document and in the shown text. */
function inBoth(ink: Ink): (Place & Pick<Stroke, "from" | "to">)[] {
  const at = places(ink);
  return ink.runs.map(({ strokes }, index) => ({ ...at[index]!, from: strokes[0]!.from, to: strokes.at(-1)!.to }));
}

/** Finds places of the document, outside of runs, in the shown text. */
function shownPlaces(ink: Ink): (place: number) => number {
  const runs = inBoth(ink);
  return (place) => {
    let by = 0;
    for (const { start, end, from, to } of runs) if (start < place) by += to - from - (end - start);
    return place + by;
  };
}

/** A change of the document as one of the shown text; it does nothing inside of a run. */
function over(ink: Ink, change: ChangeSet, shownLength: number): ChangeSet {
  if (ink.runs.length === 0) return change;
  const runs = inBoth(ink);
  const shift = shownPlaces(ink);
  const specs: { from: number; to: number; insert: Text }[] = [];
  change.iterChanges((fromA, toA, _fromB, _toB, insert) => {
    const here = runs.findLast(({ start, end }) => start === fromA && end === fromA);
    const from = here === undefined ? shift(fromA) : here.to;
    specs.push({ from, to: Math.max(from, shift(toA)), insert });
  }, true);
  return ChangeSet.of(specs, shownLength);
}
