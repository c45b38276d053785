import type { EditorState } from "@codemirror/state";
import { around, CHARACTERS, type CharactersShown, type Shown } from "./characters";
import { isMark, isPause, isStop, marksIn } from "./marks";

const STOP = "。";
const PAUSE = "、";

/** Ways to show the marks, in the order in which the key goes through them: what stands for a mark. */
const MARKS = {
  full: (mark: string) => mark,
  breaks: (mark: string) => (isPause(mark) ? STOP : ""),
  judou: (mark: string) => (isStop(mark) ? STOP : isPause(mark) ? PAUSE : ""),
  bare: () => "",
} satisfies Record<string, (mark: string) => string>;

export type MarksShown = keyof typeof MARKS;

/** How one looks at a text: which characters, and which marks. Nothing of it is stored in the text. */
export interface Look {
  readonly characters: CharactersShown;
  readonly marks: MarksShown;
}

/** The text as it is. */
export const PLAIN: Look = { characters: "transcribed", marks: "full" };

export const ALL_CHARACTERS = Object.keys(CHARACTERS) as CharactersShown[];
export const ALL_MARKS = Object.keys(MARKS) as MarksShown[];

export function isPlain({ characters, marks }: Look): boolean {
  return characters === PLAIN.characters && marks === PLAIN.marks;
}

/** The one behind another in the order in which the key goes through them. */
export function next<T>(all: readonly T[], one: T): T {
  return all[(all.indexOf(one) + 1) % all.length]!;
}

/** The look of a name, as `nameOf` gives it; the text as it is where there is none. */
export function lookOf(name: string | null): Look {
  const [first, second] = (name ?? "").split(" ");
  return {
    characters: ALL_CHARACTERS.find((one) => one === first) ?? PLAIN.characters,
    marks: ALL_MARKS.find((one) => one === second) ?? PLAIN.marks,
  };
}

export function nameOf({ characters, marks }: Look): string {
  return `${characters} ${marks}`;
}

/** What is shown otherwise in a range, by place. It costs what the range is long. */
export function shown(look: Look, state: EditorState, from: number, to: number): Shown[] {
  const characters = CHARACTERS[look.characters](state, from, to);
  return withMarks(look.marks, state, from, to, characters).filter((one) => one.from >= from && one.to <= to);
}

/** A range of the text as it is shown. */
export function textShown(look: Look, state: EditorState, from: number, to: number): string {
  let text = "";
  let at = from;
  for (const one of shown(look, state, from, to)) {
    text += state.sliceDoc(at, one.from) + one.text;
    at = one.to;
  }
  return text + state.sliceDoc(at, to);
}

/** Marks in text that is shown otherwise as a whole are those of what is shown. */
function withMarks(marks: MarksShown, state: EditorState, from: number, to: number, characters: Shown[]): Shown[] {
  if (marks === "full") return characters;
  const instead: (mark: string) => string = MARKS[marks];
  const { start, text } = around(state, from, to);
  const all: Shown[] = [];
  let at = 0;
  for (const place of marksIn(text)) {
    const mark = { from: start + place.from, to: start + place.to, text: instead(text[place.from]!) };
    while (at < characters.length && characters[at]!.to <= mark.from) all.push(characters[at++]!);
    const covered = at < characters.length && characters[at]!.from < mark.to;
    if (!covered && (marks === "judou" || text.slice(place.from, place.to) !== mark.text)) all.push(mark);
  }
  all.push(...characters.slice(at));
  return all.map((one) => (one.decided === undefined ? one : { ...one, text: markedAs(one.text, instead) }));
}

function markedAs(text: string, instead: (mark: string) => string): string {
  return [...text].map((unit) => (isMark(unit) ? instead(unit) : unit)).join("");
}
