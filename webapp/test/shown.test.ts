import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { annotating, isShown } from "../src/editor/annotating";
import { marks, showMarks } from "../src/editor/marks";
import { Anchored } from "../src/session/anchored";
import { movedApprovals } from "../src/session/confirmed";
import { type Displayed, NOTHING } from "../src/session/displayed";
import { edited, shared } from "../src/session/shared";
import type { Annotation, Approval, Suggestion } from "../src/session/values";
import { generator } from "./simulation";

const SEEDS = 50;
const LENGTH = 2_000;
const said = { category: "comma", surface: "", candidates: [], explanation: "", evidence: [], fingerprint: "" };
const maker = { plugin: "punctuation", version: "1" };
const body = { is: "tag", name: "person" } as const;

function annotation(id: string, start: number, end: number, part: Partial<Annotation> = {}): Annotation {
  return { id, start, end, orphaned: false, body, author: "an", ...part };
}

function suggestion(id: string, start: number, end: number): Suggestion {
  return { id, start, end, orphaned: false, maker, ...said };
}

function approval(id: string, start: number, end: number): Approval {
  return { id, start, end, account: "an", revision: 3 };
}

/** More marks than lie in one run. */
function displayed(part: Partial<Displayed> = {}): Displayed {
  const places = Array.from({ length: 400 }, (_, index) => 5 * index);
  return {
    ...NOTHING,
    annotations: Anchored.of(places.map((place) => annotation(`a${place}`, place, place + 2))),
    suggestions: Anchored.of(places.map((place) => suggestion(`s${place}`, place + 1, place + 1))),
    approvals: [approval("p", 100, 200), approval("q", 900, 950)],
    total: 400,
    ...part,
  };
}

function editor(shown: Displayed): EditorState {
  const state = EditorState.create({ doc: "文".repeat(LENGTH), extensions: [shared(), annotating(), marks] });
  return state.update({ effects: showMarks.of(shown) }).state;
}

describe("marks that come to the editor", () => {
  it.each([
    ["annotation that says something else", { annotations: displayed().annotations.with([annotation("a700", 700, 702, { body: { is: "note", text: "" } })]) }],
    ["annotation at another place", { annotations: displayed().annotations.with([annotation("a700", 700, 703)]) }],
    ["annotation whose text is gone", { annotations: displayed().annotations.with([annotation("a700", 700, 700, { orphaned: true })]) }],
    ["annotation less", { annotations: displayed().annotations.without(["a700"]) }],
    ["annotation more", { annotations: displayed().annotations.with([annotation("new", 701, 702)]) }],
    ["suggestion less", { suggestions: displayed().suggestions.without(["s1500"]) }],
    ["approval less", { approvals: displayed().approvals.slice(1) }],
    ["approval of another place", { approvals: [approval("p", 100, 201), approval("q", 900, 950)] }],
    ["number of all annotations", { total: 401 }],
    ["number of those without text", { orphaned: 1 }],
  ])("are new when there is another %s", (_, part) => {
    expect(isShown(editor(displayed()), displayed(part))).toBe(false);
  });

  it("are shown already when they say the same", () => {
    expect(isShown(editor(displayed()), displayed())).toBe(true);
  });

  it("are shown already when they moved over what was typed", () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = generator(seed);
      const below = (bound: number) => Math.floor(random() * bound);
      let state = editor(displayed());
      let confirmed = displayed();
      for (let key = 0; key < 5; key++) {
        const from = below(state.doc.length);
        const to = Math.min(state.doc.length, from + below(3) * below(2));
        const transaction = state.update({ changes: { from, to, insert: "字".repeat(below(2) + (to > from ? 0 : 1)) } });
        const { changes } = transaction;
        state = transaction.state;
        confirmed = {
          ...confirmed,
          annotations: confirmed.annotations.map(changes),
          suggestions: confirmed.suggestions.map(changes),
          approvals: movedApprovals(confirmed.approvals, changes),
        };
        if (below(2) === 0) confirmed.annotations.in(from - 100, from + 100);
        expect(isShown(state, confirmed), `seed ${seed}, key ${key}`).toBe(true);
      }
      expect(isShown(state, displayed()), `seed ${seed}`).toBe(false);
    }
  });

  it("are new when an edit was taken into the undo history here and never came to be", () => {
    const removed = edited.of({ is: "remove-annotation", id: "a700" });
    const state = editor(displayed()).update({ effects: removed }).state;
    expect(state.field(marks).shown).toEqual(displayed());
    expect(isShown(state, displayed())).toBe(false);
  });

  it("keep approvals with their passage while text is typed before it, and lose those whose text is touched", () => {
    const state = editor(displayed()).update({ changes: { from: 150, insert: "甲乙" } }).state;
    expect(state.field(marks).shown.approvals).toEqual([approval("q", 902, 952)]);
  });
});
