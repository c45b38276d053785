import type { Shown } from "../markings/characters";
import type { Look } from "../markings/views";
import { count } from "./formats";

const characters = {
  transcribed: { name: "As transcribed", hint: "each character as it stands" },
  regularised: { name: "Regularised", hint: "regular forms that people decided" },
  simplified: { name: "Simplified 简", hint: "character by character" },
  traditional: { name: "Traditional 繁", hint: "where there is one form only" },
};

const marks = {
  full: { name: "All marks", hint: "as they stand" },
  breaks: { name: "Breaks only 斷句", hint: "each pause as 。" },
  judou: { name: "Pauses as 句讀", hint: "。 ends, 、 goes on" },
  bare: { name: "No marks 白文", hint: "characters alone" },
};

/** How it is shown, in words that stand in a sentence. */
const copiedAs = {
  transcribed: "as transcribed",
  regularised: "as regularised",
  simplified: "as simplified",
  traditional: "as traditional",
  full: "",
  breaks: ", each pause as 。",
  judou: ", pauses as 句讀",
  bare: ", without marks",
};

export const views = {
  menu: "View",
  label: "How the text is shown to you",
  headers: { characters: "Characters (Alt C)", marks: "Marks (Alt V)" },
  characters,
  marks,
  name: (look: Look) =>
    [
      ...(look.characters === "transcribed" ? [] : [characters[look.characters].name]),
      ...(look.marks === "full" ? [] : [marks[look.marks].name]),
    ].join(" · "),
  readOnly: "Read only. The text is unchanged, and others see it as before.",
  approvePlain: "the text is not shown as it is; show it so to approve it",
  copied: (look: Look, n: number) => `Copied ${copiedAs[look.characters]}${copiedAs[look.marks]}, ${count(n, "character")}.`,
  missing: "Annotations of a part of it are not here: what was decided there is copied as transcribed.",
  notCopied: "The browser did not let it be copied.",
  copyItself: "Copy the text itself",
  toPlain: "Show the text as it is",
  loading: "The table of characters is on its way…",
  failed: (why: string) => `The table of characters cannot be had: ${why} The characters are shown as they stand.`,
  at: ({ text, choices }: Shown, original: string) =>
    choices === undefined ? `${text === "" ? "Not shown" : text}: in the text ${original}.` : `${original}: ${choices.join(" or ")}?`,
  choices: (original: string, choices: readonly string[]) =>
    `${original} stands for ${choices.join(" or ")}; only the text around it tells which. It is shown as it is.`,
  original: (text: string) => `In the text: ${text}`,
  decided: (what: string, as: string, who: string) => `${what}: ${as}, by ${who}`,
  glyph: "unencoded character",
};
