import type { Text } from "@codemirror/state";
import { isOwn } from "../review/deciding";
import { actionWords } from "../review/words";
import type { Annotation, Suggestion } from "../session/values";
import type { View } from "../workspace/view";
import { detail, kindOf } from "./kinds";

/** All annotations of a document with no more than so many are listed, wherever they are. */
export const MOST = 300;

/** What a line says. Where the annotation is does not belong to it: that changes with each keystroke before it. */
export interface Line {
  readonly id: string;
  readonly kind: string;
  readonly surface: string;
  readonly said: string;
  readonly author: string;
}

/** What the panel of annotations says; a list is the same object as long as it says the same. */
export interface Listing {
  /** Whether these are all; otherwise they are those in sight. */
  readonly whole: boolean;
  readonly lines: readonly Line[];
  readonly total: number;
  readonly orphaned: number;
  readonly orphans: readonly Line[];
  readonly own: readonly Line[];
}

export const EMPTY: Listing = { whole: true, lines: [], total: 0, orphaned: 0, orphans: [], own: [] };

/** As much of a view as the listing depends on. */
export type Seen = Pick<View, "marks" | "text" | "sight"> & { readonly session: Pick<View["session"], "account"> };

/** The listing of a view; `before` itself when nothing about it is another. */
export function listing({ marks, text, sight, session }: Seen, before: Listing): Listing {
  const { annotations, suggestions, total, orphaned } = marks;
  const whole = annotations.size >= total && total <= MOST;
  const near = whole ? annotations.list() : annotations.in(sight.start, sight.end);
  const living = near.filter((annotation) => !annotation.orphaned);
  const own = suggestions.list().filter((suggestion) => isOwn(suggestion, session.account));
  const now: Listing = {
    whole,
    lines: kept(before.lines, living.map((annotation) => annotated(annotation, text))),
    total,
    orphaned,
    orphans: kept(before.orphans, annotations.orphans().map((annotation) => annotated(annotation, text))),
    own: kept(before.own, own.map(proposed)),
  };
  return same(before, now) ? before : now;
}

function annotated({ id, start, end, body, author }: Annotation, text: Text): Line {
  const surface = end > start ? text.sliceString(start, Math.min(end, start + 24)) : "·";
  const said = detail(body);
  return { id, kind: kindOf(body), surface, said: said === surface ? "" : said, author };
}

function proposed({ id, surface, candidates, category }: Suggestion): Line {
  const said = candidates[0] ? actionWords(candidates[0].action) : "";
  return { id, kind: category, surface, said, author: "" };
}

/** The old lines when they are equal to the new ones. */
function kept(before: readonly Line[], now: readonly Line[]): readonly Line[] {
  return before.length === now.length && now.every((line, index) => same(before[index]!, line)) ? before : now;
}

function same<T extends object>(one: T, other: T): boolean {
  return (Object.keys(one) as (keyof T)[]).every((key) => one[key] === other[key]);
}
