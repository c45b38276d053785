import type { People } from "../session/values";

const names = new Map<string, string>();
const colours = new Map<string, string>();
let sheet: CSSStyleSheet | null = null;

/** The class of what is somebody's. The page's policy allows no colour in the markup: the rule comes with {@link colour}. */
export function classOf(account: string): string {
  let name = names.get(account);
  if (name === undefined) {
    name = `person-${names.size + 1}`;
    names.set(account, name);
  }
  return name;
}

/** Gives what is somebody's the colour of that person. */
export function colour(people: People): void {
  for (const [account, { colour }] of Object.entries(people)) {
    if (colours.get(account) === colour || !/^#[0-9a-f]{6}$/i.test(colour)) continue;
    colours.set(account, colour);
    sheet ??= adopted();
    sheet.insertRule(`.${classOf(account)} { --by: ${colour}; }`, sheet.cssRules.length);
  }
}

function adopted(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, made];
  return made;
}
