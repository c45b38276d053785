import { history, redo, undo } from "@codemirror/commands";
import { ChangeSet, EditorState, Text, type Transaction, type TransactionSpec } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { suggesting, suggests, takingBack } from "../src/editor/suggesting";
import { meant } from "../src/session/ink";
import { condense, replacement } from "../src/session/saying";
import { documentText, edited, inkOf, layDown, pending, receive, say, shared, takeUp } from "../src/session/shared";
import type { EditEffect } from "../src/session/values";

const TEXT = "天津條約";

class Editor {
  confirmed = Text.of([TEXT]);
  state: EditorState;

  constructor(proposes = true) {
    const extensions = [shared(), history({ newGroupDelay: 0 }), suggests.of(proposes), suggesting("me")];
    this.state = EditorState.create({ doc: TEXT, extensions });
  }

  do(spec: TransactionSpec): this {
    this.state = this.state.update(spec).state;
    return this;
  }

  type(at: number, insert: string): this {
    return this.do({ changes: { from: at, insert }, userEvent: "input.type" });
  }

  remove(from: number, to: number, userEvent = "delete.backward"): this {
    return this.do({ changes: { from, to }, userEvent });
  }

  say(): this {
    const transaction = say(this.state);
    if (transaction !== null) this.state = transaction.state;
    return this;
  }

  others(from: number, to: number, insert: string): this {
    const change = ChangeSet.of({ from, to, insert }, this.confirmed.length);
    this.state = receive(this.state, [change], this.confirmed).state;
    this.confirmed = change.apply(this.confirmed);
    return this;
  }

  back(again = false): this {
    (again ? redo : undo)({ state: this.state, dispatch: (transaction: Transaction) => (this.state = transaction.state) });
    return this;
  }

  /** What is shown: `[written]`, `(struck)`. */
  get shown(): string {
    let text = "";
    let at = 0;
    for (const { from, to, act } of inkOf(this.state).runs.flatMap(({ strokes }) => strokes)) {
      const inked = this.state.sliceDoc(from, to);
      text += this.state.sliceDoc(at, from) + (act === null ? `[${inked}]` : `(${inked})`);
      at = to;
    }
    return (text + this.state.sliceDoc(at)).replaceAll(")(", "");
  }

  get text(): string {
    return documentText(this.state).toString();
  }

  get runs() {
    return inkOf(this.state).runs.map((run) => {
      const { start, end, text } = meant(inkOf(this.state), run, this.state.doc);
      return [start, end, text];
    });
  }

  get said(): EditEffect[] {
    return pending(this.state).flatMap(({ effects }) => [...effects]);
  }
}

describe("typing while suggesting", () => {
  it("puts letters on the screen and none into the text", () => {
    const editor = new Editor().type(2, "之").type(3, "約");
    expect(editor.shown).toBe("天津[之約]條約");
    expect(editor.text).toBe(TEXT);
    expect(editor.runs).toEqual([[2, 2, "之約"]]);
    expect(pending(editor.state)).toEqual([]);
  });

  it("strikes out what is deleted, and goes on before it", () => {
    const editor = new Editor().remove(3, 4);
    expect(editor.shown).toBe("天津條(約)");
    expect(editor.state.selection.main.head).toBe(3);
    expect(editor.remove(2, 3).shown).toBe("天津(條約)");
    expect(editor.runs).toEqual([[2, 4, ""]]);
  });

  it("goes on behind what is deleted forwards", () => {
    const editor = new Editor().remove(0, 1, "delete.forward");
    expect(editor.state.selection.main.head).toBe(1);
  });

  it("writes behind what it replaces", () => {
    const editor = new Editor().do({ changes: { from: 1, to: 3, insert: "沽" }, userEvent: "input.type" });
    expect(editor.shown).toBe("天(津條)[沽]約");
    expect(editor.state.selection.main.head).toBe(4);
    expect(editor.runs).toEqual([[1, 3, "沽"]]);
  });

  it("really deletes its own letters", () => {
    const editor = new Editor().type(2, "之約").remove(2, 3);
    expect(editor.shown).toBe("天津[約]條約");
    expect(editor.remove(2, 3).shown).toBe(TEXT);
    expect(editor.runs).toEqual([]);
  });

  it("deletes its letters and strikes out the rest of what is selected", () => {
    expect(new Editor().type(2, "之").remove(1, 4, "delete.selection").shown).toBe("天(津條)約");
  });

  it("makes one proposal of what touches, and two of what does not", () => {
    const editor = new Editor().type(1, "一").type(4, "二");
    expect(editor.shown).toBe("天[一]津條[二]約");
    expect(editor.runs).toHaveLength(2);
    expect(editor.remove(2, 4, "delete.selection").runs).toEqual([[1, 3, "一二"]]);
  });

  it("leaves the text alone when it is not on", () => {
    const editor = new Editor(false).type(2, "之");
    expect(editor.text).toBe("天津之條約");
    expect(editor.runs).toEqual([]);
  });
});

describe("undo while suggesting", () => {
  it("takes letters back and brings them again, as letters that are only proposed", () => {
    const editor = new Editor().type(2, "之").back();
    expect(editor.shown).toBe(TEXT);
    expect(editor.back(true).shown).toBe("天津[之]條約");
    expect(editor.text).toBe(TEXT);
    expect(editor.remove(2, 3).back().shown).toBe("天津[之]條約");
  });

  it("lets struck characters stand again", () => {
    const editor = new Editor().do({ changes: { from: 1, to: 3, insert: "沽" }, userEvent: "input.type" });
    expect(editor.back().shown).toBe(TEXT);
    expect(editor.back(true).shown).toBe("天(津條)[沽]約");
  });

  it("finds them wherever others moved them", () => {
    const editor = new Editor().remove(2, 4).others(0, 0, "大清").back();
    expect(editor.shown).toBe("大清天津條約");
    expect(editor.back(true).shown).toBe("大清天津(條約)");
  });

  it("brings back a proposal that was taken back", () => {
    const editor = new Editor().do({ changes: { from: 1, to: 3, insert: "沽" }, userEvent: "input.type" }).say();
    const [run] = inkOf(editor.state).runs;
    editor.do(takingBack(editor.state, run!.id)!);
    expect(editor.shown).toBe(TEXT);
    expect(editor.say().said).toEqual([]);
    expect(editor.back().shown).toBe("天(津條)[沽]約");
  });
});

describe("what is told of it", () => {
  it("is one proposal, however many keys it took", () => {
    const editor = new Editor().type(2, "之").say().type(3, "約").say();
    expect(editor.said).toMatchObject([{ is: "propose", start: 2, end: 2, candidates: [replacement("之約")] }]);
    expect(editor.text).toBe(TEXT);
  });

  it("is withdrawn when nothing is left of it", () => {
    const editor = new Editor().type(2, "之").say();
    const sent = { ...editor.said[0]! };
    expect(editor.remove(2, 3).say().said).toEqual([]);
    expect(condense([{ is: "revise-proposal", ...fields(sent.id) }, { is: "withdraw-proposal", id: sent.id }])).toEqual([
      { is: "withdraw-proposal", id: sent.id },
    ]);
  });

  it("counts in the text without the letters", () => {
    const editor = new Editor().type(1, "一").say().type(5, "二").say();
    expect(editor.said).toMatchObject([{ start: 1 }, { start: 4 }]);
    editor.do({ effects: edited.of({ is: "add-annotation", id: "a", start: 2, end: 4, body: { is: "note", text: "" } }) });
    expect(editor.said.at(-1)).toMatchObject({ start: 1, end: 3 });
  });

  it("has words for a text that cannot be seen", () => {
    expect([replacement(""), replacement(" \n"), replacement("約".repeat(60))].map(({ label }) => label)).toEqual([
      "∅",
      "␣",
      `${"約".repeat(40)}…`,
    ]);
  });
});

describe("what others do", () => {
  it("comes in before and behind a proposal, not into it", () => {
    const editor = new Editor().do({ changes: { from: 1, to: 3, insert: "沽" }, userEvent: "input.type" });
    expect(editor.others(3, 3, "後").others(1, 1, "前").shown).toBe("天前(津條)[沽]後約");
  });

  it("comes in behind letters at the same place, as their anchor has it", () => {
    expect(new Editor().type(2, "之").others(2, 2, "甲").shown).toBe("天津[之]甲條約");
  });

  it("takes a proposal off the screen whose text it changes; it speaks for itself then", () => {
    const editor = new Editor().do({ changes: { from: 1, to: 3, insert: "沽" }, userEvent: "input.type" }).say();
    expect(editor.others(1, 2, "").shown).toBe("天條約");
    expect(editor.runs).toEqual([]);
    expect(editor.say().said).toHaveLength(1);
  });

  it("leaves a proposal on which nothing was done", () => {
    const editor = new Editor().type(2, "之").others(1, 2, "").others(1, 2, "");
    expect(editor.shown).toBe("天[之]約");
  });
});

describe("a proposal that was made before", () => {
  const proposals = [
    { id: "p", start: 1, end: 3, text: "沽" },
    { id: "q", start: 4, end: 4, text: "。" },
  ];

  function taken(editor: Editor): Editor {
    const transaction = takeUp(editor.state, proposals);
    if (transaction !== null) editor.state = transaction.state;
    return editor;
  }

  it("is gone on with as if it were being typed", () => {
    const editor = taken(new Editor());
    expect(editor.shown).toBe("天(津條)[沽]約[。]");
    expect(editor.say().said).toEqual([]);
    editor.type(4, "口").say();
    expect(editor.said).toMatchObject([{ is: "revise-proposal", id: "p", start: 1, end: 3, candidates: [{ action: { text: "沽口" } }] }]);
    expect(editor.text).toBe(TEXT);
  });

  it("is withdrawn when its letters are deleted", () => {
    const editor = taken(new Editor()).remove(5, 6).say();
    expect(editor.said).toEqual([{ is: "withdraw-proposal", id: "q" }]);
    expect(editor.back().shown).toBe("天(津條)[沽]約[。]");
  });

  it("stays where it is among ink that is there already", () => {
    const editor = new Editor().type(3, "之");
    expect(taken(editor).shown).toBe("天津條[之]約[。]");
    expect(taken(editor).shown).toBe("天津條[之]約[。]");
    expect(taken(new Editor().type(0, "曰")).shown).toBe("[曰]天(津條)[沽]約[。]");
  });
});

describe("when suggesting is over", () => {
  it("only proposals are left, and the text is as it was", () => {
    const editor = new Editor().type(2, "之").say();
    editor.state = layDown(editor.state)!.state;
    expect(editor.state.doc.toString()).toBe(TEXT);
    expect(editor.said).toHaveLength(1);
    expect(layDown(editor.state)).toBeNull();
  });
});

function fields(id: string) {
  return { id, start: 0, end: 0, candidates: [replacement("之")], explanation: "" };
}
