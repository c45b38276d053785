import { type Asked, EVERYTHING, written } from "../http/pictures";

export const PICTURES = ["map", "timeline", "network"] as const;
export type Picture = (typeof PICTURES)[number];

/** What stands in the address of the page: which picture, and of what. */
export interface Wish {
  picture: Picture;
  asked: Asked;
}

/** From the part of an address behind the ?. What is unknown is passed over. */
export function read(query: string): Wish {
  const parts = new URLSearchParams(query);
  const picture = PICTURES.find((one) => one === parts.get("picture")) ?? "map";
  const asked = { ...EVERYTHING };
  for (const name of Object.keys(EVERYTHING) as (keyof Asked)[]) asked[name] = parts.get(name) ?? "";
  return { picture, asked };
}

export const address = ({ picture, asked }: Wish) => written(asked, { picture });

/** Types that commas part, with one put in or taken out. */
export function ticked(types: string, type: string, on: boolean): string {
  const others = types.split(",").filter((one) => one !== "" && one !== type);
  return [...others, ...(on ? [type] : [])].join(",");
}

const YEAR = /^-?\d{1,4}$/;

/** A year, or nothing when it is none. */
export const year = (word: string): string => (YEAR.test(word.trim()) ? word.trim() : "");
