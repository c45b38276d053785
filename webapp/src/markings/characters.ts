import { type EditorState, StateEffect, StateField } from "@codemirror/state";
import { marks } from "../editor/marks";
import type { Annotation, Body } from "../session/values";
import { charactersIn, type Stretch } from "./marks";

/** What is shown in place of a stretch of the text. */
export interface Shown extends Stretch {
  /** Nothing is shown when it is empty. */
  readonly text: string;
  /** Who decided that, and as what. */
  readonly decided?: Annotation;
  /** The text is shown as it is, because it could be any of these. */
  readonly choices?: readonly string[];
}

/** What characters are in the other orthography, without a look at what stands beside them. */
export interface Orthography {
  readonly simplified: ReadonlyMap<string, string>;
  readonly traditional: ReadonlyMap<string, readonly string[]>;
}

/** Brings the table to the editor, when somebody wants to see another orthography. */
export const haveOrthography = StateEffect.define<Orthography>();

export const orthography = StateField.define<Orthography | null>({
  create: () => null,
  update: (before, { effects }) => effects.findLast((effect) => effect.is(haveOrthography))?.value ?? before,
});

/** A note on a glyph that begins farther before a range is not seen from it; they have a few characters. */
const LONGEST_NOTE = 200;

/** What touches a range and is shown otherwise, by place, nothing twice. It costs what the range is long. */
type Characters = (state: EditorState, from: number, to: number) => Shown[];

/** Ways to show the characters, in the order in which the key goes through them. */
export const CHARACTERS = { transcribed: () => [], regularised, simplified, traditional } satisfies Record<string, Characters>;

export type CharactersShown = keyof typeof CHARACTERS;

/** Some of the text that holds a range and what belongs to the characters at its ends. */
export function around({ doc }: EditorState, from: number, to: number): { start: number; text: string } {
  const start = Math.max(doc.lineAt(from).from, from - LONGEST_NOTE);
  return { start, text: doc.sliceString(start, Math.min(doc.lineAt(to).to, to + LONGEST_NOTE)) };
}

function simplified(state: EditorState, from: number, to: number): Shown[] {
  const table = state.field(orthography, false)?.simplified;
  if (!table) return [];
  return eachCharacter(state, from, to, (character) => {
    const text = table.get(character);
    return text === undefined ? null : { text };
  });
}

/** Which of several traditional forms was meant nobody can say by the character alone. */
function traditional(state: EditorState, from: number, to: number): Shown[] {
  const table = state.field(orthography, false)?.traditional;
  if (!table) return [];
  return eachCharacter(state, from, to, (character) => {
    const choices = table.get(character);
    if (choices === undefined || (choices.length === 1 && choices[0] === character)) return null;
    return choices.length === 1 ? { text: choices[0]! } : { text: character, choices };
  });
}

function eachCharacter(
  state: EditorState,
  from: number,
  to: number,
  instead: (character: string) => Omit<Shown, "from" | "to"> | null,
): Shown[] {
  const { start, text } = around(state, from, to);
  const shown: Shown[] = [];
  for (const place of charactersIn(text, (at) => start + at >= from && start + at < to)) {
    const found = instead(String.fromCodePoint(text.codePointAt(place.from)!));
    if (found !== null) shown.push({ ...found, from: start + place.from, to: start + place.to });
  }
  return shown;
}

/** What people decided to be the regular form of some text. */
function regularised(state: EditorState, from: number, to: number): Shown[] {
  const annotations = state.field(marks, false)?.shown.annotations;
  if (annotations === undefined) return [];
  const decided = (start: number, end: number) => annotations.in(start, end).filter((one) => isDecided(state, one));
  return decided(from, to)
    .filter((one) => decided(one.start, one.end).every((other) => one === other || !isBelow(one, other)))
    .sort((one, other) => one.start - other.start)
    .map((one) => ({ from: one.start, to: one.end, text: formOf(one.body), decided: one }));
}

function isDecided({ doc }: EditorState, { start, end, orphaned, body }: Annotation): boolean {
  if (orphaned || start === end || end > doc.length || formOf(body) === "") return false;
  return !doc.sliceString(start, end).includes("\n");
}

export function formOf(body: Body): string {
  return body.is === "regularization" || body.is === "glyph" ? body.form : "";
}

/** Of two that overlap the longer one counts, then the first one, then one of them. */
function isBelow(one: Annotation, other: Annotation): boolean {
  if (one.end <= other.start || other.end <= one.start) return false;
  const longer = other.end - other.start - (one.end - one.start);
  return longer > 0 || (longer === 0 && (other.start < one.start || (other.start === one.start && other.id < one.id)));
}
