import { Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { EMPTY, type Listing, listing, MOST, type Seen } from "../src/annotate/listing";
import { Anchored } from "../src/session/anchored";
import type { Annotation, CommentThread, Suggestion } from "../src/session/values";

const TEXT = Text.of(["議將從前北京互換和約所有之條"]);
const person = { is: "tag", name: "person" } as const;

function annotation(id: string, start: number, part: Partial<Annotation> = {}): Annotation {
  return { id, start, end: start + 2, orphaned: false, body: person, author: "li", ...part };
}

function proposal(id: string, account: string): Suggestion {
  const candidates = [{ action: { is: "replace" as const, text: "换" }, confidence: 1, label: "" }];
  const said = { category: "proposal", surface: "換", candidates, explanation: "", evidence: [], fingerprint: "" };
  return { id, start: 7, end: 8, orphaned: false, maker: { account }, ...said };
}

function view(annotations: Annotation[], part: { total?: number; suggestions?: Suggestion[]; text?: Text } = {}): Seen {
  const { total = annotations.length, suggestions = [], text = TEXT } = part;
  const orphaned = annotations.filter((one) => one.orphaned).length;
  const marks = { annotations: Anchored.of(annotations), suggestions: Anchored.of(suggestions), threads: Anchored.none<CommentThread>(), approvals: [], total, orphaned };
  return { marks, text, sight: { start: 0, end: 6 }, session: { account: "li" } };
}

const ids = ({ lines }: Listing) => lines.map(({ id }) => id).join("");

describe("the listing of annotations", () => {
  const all = [annotation("a", 0), annotation("b", 4), annotation("c", 9)];

  it("is of all annotations of a short document, and of those in sight of a long one", () => {
    expect(ids(listing(view(all), EMPTY))).toBe("abc");
    expect(ids(listing(view(all, { total: MOST + 1 }), EMPTY))).toBe("ab");
  });

  it("stays the same object while typing only moves what is listed", () => {
    const suggestions = [proposal("p", "li")];
    const before = listing(view([...all, annotation("o", 3, { orphaned: true, end: 3 })], { suggestions }), EMPTY);
    const text = Text.of([`序${TEXT.toString()}`]);
    const moved = [annotation("a", 1), annotation("b", 5), annotation("c", 10), annotation("o", 4, { orphaned: true, end: 4 })];
    const shown = view(moved, { text, suggestions: [{ ...proposal("p", "li"), start: 8, end: 9 }] });
    expect(listing(shown, before)).toBe(before);
  });

  it("is another one when anything that it says is another", () => {
    const before = listing(view(all), EMPTY);
    const note = { is: "note", text: "見上" } as const;
    const others = [
      view([annotation("a", 0), annotation("b", 4, { body: note }), annotation("c", 9)]),
      view([annotation("a", 0), annotation("b", 4, { orphaned: true }), annotation("c", 9)]),
      view(all.slice(1)),
      view(all, { total: 4 }),
      view(all, { suggestions: [proposal("p", "li")] }),
      view(all, { text: Text.of([TEXT.toString().replace("議將", "議于")]) }),
    ];
    for (const other of others) {
      const now = listing(other, before);
      expect(now).not.toBe(before);
      expect(now).not.toEqual(before);
    }
  });

  it("keeps what is gone, and what others propose, out of the lines", () => {
    const orphan = annotation("b", 4, { orphaned: true, end: 4 });
    const { lines, orphans, own } = listing(
      view([annotation("a", 0), orphan], { suggestions: [proposal("p", "li"), proposal("q", "wang")] }),
      EMPTY,
    );
    expect([lines, orphans, own].map((list) => list.map(({ id }) => id))).toEqual([["a"], ["b"], ["p"]]);
    expect(own[0]).toMatchObject({ surface: "換", said: "换" });
    expect(lines[0]).toMatchObject({ kind: "person", surface: "議將", said: "" });
  });
});
