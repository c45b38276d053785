import { request, at } from "./api";

/** How two stretches that belong together differ. */
export type DifferenceKind =
  | "variant"
  | "transliteration"
  | "wording"
  | "transposition"
  | "only-a"
  | "only-b"
  | "mark";

export interface TextDifference {
  start: number;
  end: number;
  otherStart: number;
  otherEnd: number;
  kind: DifferenceKind;
  /** One of the texts may have lost a character when it was converted. */
  lost: boolean;
}

export interface OtherText {
  id: string;
  title: string;
  revision: number;
  text: string;
  differences: TextDifference[];
}

/** A text, and what others have differently from it. */
export interface Collated {
  revision: number;
  text: string;
  others: OtherText[];
}

export const collation = {
  of: (document: string, others: readonly string[]) => {
    const query = new URLSearchParams(others.map((other) => ["with", other]));
    return request<Collated>("GET", `${at`/api/documents/${document}/collation`}?${query}`);
  },
};
