import type { Form, Passed } from "../http/search";

/** How a text is looked through as one types. */
export interface Look {
  text: string;
  ignore: readonly Passed[];
  /** Other forms that count, by character. */
  forms: Readonly<Record<string, readonly Form[]>>;
}

const MARKS = "，。、；：？！「」『』《》〈〉“”‘’（）【】…—·";
const LAYOUT = "\n\t \u3000";
const NOTES = ["（）", "〔〕", "［］", "【】"];
const LONGEST_NOTE = 200;
const ANY = "□？?";
const SELECTOR = "[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]";
const isSelector = (sign: string) => /^[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]$/u.test(sign);

/** The characters that are looked for, each with its selectors, and whether □ means itself. */
function wanted({ text, ignore }: Look): { signs: string[]; literal: boolean } {
  const quoted = /^"(.*)"$/su.exec(text);
  const signs: string[] = [];
  for (const sign of quoted?.[1] ?? text) {
    if (isSelector(sign) && signs.length > 0) {
      if (!ignore.includes("selectors")) signs[signs.length - 1] += sign;
    } else if (!isPassed(sign, ignore)) signs.push(sign);
  }
  const literal = quoted !== null || signs.every((sign) => ANY.includes(sign));
  return { signs, literal };
}

/** A mark that may stand for any character is no mark in a question. */
function isPassed(sign: string, ignore: readonly Passed[]): boolean {
  return (
    (ignore.includes("marks") && MARKS.includes(sign) && !ANY.includes(sign)) || (ignore.includes("lines") && LAYOUT.includes(sign))
  );
}

/** What to look for as a regular expression with the flag u; empty when there is nothing. No run is read in two ways. */
export function pattern(look: Look): string {
  const { signs, literal } = wanted(look);
  const behind = look.ignore.includes("selectors") ? `${SELECTOR}*` : `(?!${SELECTOR})`;
  const between = passing(look.ignore);
  return signs
    .map((sign) => (!literal && ANY.includes(sign) ? `[^\\n]${SELECTOR}*` : `${forms(sign, look)}${behind}`))
    .join(between);
}

function forms(sign: string, { forms }: Look): string {
  const [first = ""] = sign;
  const others = (forms[sign] ?? forms[first] ?? []).map(({ form }) => form + sign.slice(first.length));
  const all = [...new Set([sign, ...others])].map(escaped);
  return all.length === 1 ? all[0]! : `(?:${all.join("|")})`;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`);

function passing(ignore: readonly Passed[]): string {
  const notes = ignore.includes("notes");
  const brackets = notes ? NOTES.join("") : "";
  const parts: string[] = [];
  if (ignore.includes("marks")) {
    const marks = [...MARKS].filter((mark) => !brackets.includes(mark) && mark !== "〈" && mark !== "〉").join("");
    parts.push(`[${marks}]`, "(?<!■)〈", `(?<!■〈[^〉\\n]{0,${LONGEST_NOTE}})〉`);
  }
  if (ignore.includes("lines")) parts.push(`[${LAYOUT.replace("\n", "\\n").replace("\t", "\\t")}]`);
  if (notes) {
    const inside = (close: string) => `[^${close}\\n]{0,${LONGEST_NOTE - 2}}${close}`;
    parts.push(...NOTES.map((pair) => `${pair[0]}${inside(pair[1]!)}`), `(?<=■)〈${inside("〉")}`);
  }
  return parts.length === 0 ? "" : `(?:(?:${parts.join("|")})${SELECTOR}*)*`;
}
