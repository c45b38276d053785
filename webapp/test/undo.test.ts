import { history, redo, undo } from "@codemirror/commands";
import { ChangeSet, EditorState, type StateCommand, Text, type TransactionSpec } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { edited, pending, receive, settle, shared } from "../src/session/shared";

/** Two people at one text, and what they send each other; the log is the order in which they send. */
class Desk {
  state: EditorState;
  confirmed: Text;

  constructor(
    readonly client: string,
    text: string,
  ) {
    this.confirmed = Text.of(text.split("\n"));
    this.state = EditorState.create({ doc: text, extensions: [shared(), history({ newGroupDelay: 0 })] });
  }

  edit(spec: TransactionSpec): this {
    this.state = this.state.update(spec).state;
    return this;
  }

  insert(at: number, insert: string): this {
    return this.edit({ changes: { from: at, insert }, userEvent: "input" });
  }

  run(command: StateCommand): this {
    command({ state: this.state, dispatch: (transaction) => (this.state = transaction.state) });
    return this;
  }

  /** Makes what waits the newest changes of the log: confirmed here, received there. */
  send(...others: Desk[]): this {
    const changes = pending(this.state).map((update) => update.changes);
    this.state = settle(this.state, changes.length, null).state;
    this.confirm(changes);
    for (const other of others) other.receive(changes);
    return this;
  }

  receive(changes: readonly ChangeSet[]): void {
    this.state = receive(this.state, changes, this.confirmed).state;
    this.confirm(changes);
  }

  confirm(changes: readonly ChangeSet[]): void {
    this.confirmed = changes.reduce((text, change) => change.apply(text), this.confirmed);
  }

  get text(): string {
    return this.state.doc.toString();
  }
}

function desks(text: string): [Desk, Desk] {
  return [new Desk("client-of-the-first-one", text), new Desk("client-of-the-other-one", text)];
}

describe("undo and redo of one person among others", () => {
  it("takes back one's own last edit, also when somebody else typed later", () => {
    const [an, bo] = desks("議將從前");
    an.insert(0, "甲").send(bo);
    bo.insert(5, "乙").send(an);
    expect(an.run(undo).text).toBe("議將從前乙");
    an.send(bo);
    expect(bo.text).toBe("議將從前乙");
    expect(bo.run(undo).text).toBe("議將從前");
    bo.send(an);
    expect(an.text).toBe("議將從前");
  });

  it("never takes back what somebody else did", () => {
    const [an, bo] = desks("議將從前");
    an.insert(2, "丙").send(bo);
    expect(bo.run(undo).text).toBe("議將丙從前");
    expect(pending(bo.state)).toEqual([]);
  });

  it("keeps what somebody else typed inside one's own text", () => {
    const [an, bo] = desks("議");
    an.insert(1, "甲乙丙丁").send(bo);
    bo.insert(3, "，").send(an);
    expect(an.text).toBe("議甲乙，丙丁");
    expect(an.run(undo).text).toBe("議，");
    expect(an.run(redo).text).toBe("議甲乙，丙丁");
    an.send(bo);
    expect(bo.text).toBe(an.text);
  });

  it("brings back what one deleted, where it stood among later text", () => {
    const [an, bo] = desks("議將從前");
    an.edit({ changes: { from: 1, to: 3 } }).send(bo);
    bo.insert(0, "。").insert(3, "！").send(an);
    expect(an.run(undo).text).toBe("。議將從前！");
    expect(an.run(redo).text).toBe("。議前！");
  });

  it("goes on after a correction that the server sent", () => {
    const [an] = desks("議將");
    an.insert(2, "甲");
    const correction = ChangeSet.of({ from: 0, insert: "（" }, 3);
    an.state = settle(an.state, 1, correction).state;
    expect(an.text).toBe("（議將甲");
    expect(an.run(undo).text).toBe("（議將");
  });

  it("leaves a received edit of annotations alone", () => {
    const [an, bo] = desks("議將");
    const body = { is: "tag", name: "person" } as const;
    an.edit({ effects: edited.of({ is: "add-annotation", id: "annotation-one-0001", start: 0, end: 1, body }) });
    an.send(bo);
    bo.run(undo);
    expect(pending(bo.state)).toEqual([]);
  });
});
