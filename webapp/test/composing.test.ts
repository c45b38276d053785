import { history, redo, undo, undoDepth } from "@codemirror/commands";
import { EditorState, Text, type TransactionSpec } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { disturbs, letters, wordCount, words } from "../src/session/composing";
import { stateOf } from "../src/workspace/StateLine";
import { Authority } from "./authority";
import { Clock, generator, Tab } from "./simulation";
import { edited, pending, receive, shared } from "../src/session/shared";
import { words as strings } from "../src/strings";

const TEXT = "天下太平\n此後兩國\n一律照辦";
const FIRST = "input.type.compose.start";
const FURTHER = "input.type.compose";

class Editor {
  confirmed = Text.of(TEXT.split("\n"));
  state = EditorState.create({ doc: TEXT, extensions: [shared(), history()] });

  do(spec: TransactionSpec): this {
    this.state = this.state.update(spec).state;
    return this;
  }

  put(userEvent: string, from: number, to: number, insert: string): this {
    return this.do({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent });
  }

  others(from: number, to: number, insert: string): this {
    const change = EditorState.create({ doc: this.confirmed }).update({ changes: { from, to, insert } }).changes;
    const base = this.confirmed;
    this.confirmed = change.apply(base);
    this.state = receive(this.state, [change], base, true).state;
    return this;
  }

  words(composing: boolean) {
    return words(pending(this.state), this.confirmed, composing).map(({ from, update }) => [
      JSON.stringify(update.changes),
      from,
    ]);
  }

  count(composing: boolean): number {
    return wordCount(pending(this.state), composing);
  }
}

describe("what may leave the tab", () => {
  const spelled = () => new Editor().put(FIRST, 2, 2, "n").put(FURTHER, 2, 3, "ni").put(FURTHER, 4, 4, "h");

  it("is nothing while letters are being written", () => {
    expect(spelled().words(true)).toEqual([]);
    expect(spelled().count(true)).toBe(0);
  });

  it("is what was typed before the first letter", () => {
    const editor = new Editor().put("input.type", 0, 0, "一").put(FIRST, 3, 3, "n");
    expect(editor.words(true)).toEqual([['[[0,"一"],14]', 1]]);
    expect(editor.count(true)).toBe(1);
  });

  it("is the word without the letters that it was", () => {
    expect(spelled().put(FURTHER, 2, 5, "你好").words(false)).toEqual([['[2,[0,"你好"],12]', 4]]);
  });

  it("is nothing when the letters were given up", () => {
    const given = spelled().put(FURTHER, 2, 5, "");
    expect(given.words(false)).toEqual([["[14]", 4]]);
    expect(given.count(false)).toBe(0);
  });

  it("is nothing when the text is again what it was", () => {
    const again = new Editor().put(FIRST, 0, 2, "tianxia").put(FURTHER, 0, 7, "天下");
    expect(again.words(false)).toEqual([["[14]", 2]]);
  });

  it("is the word before, when the next has been begun", () => {
    const two = spelled().put(FURTHER, 2, 5, "你").put(FIRST, 3, 3, "h");
    expect(two.words(true)).toEqual([['[2,[0,"你"],12]', 4]]);
    expect(two.put(FURTHER, 3, 4, "好").words(false)).toHaveLength(2);
  });

  it("is not what others did meanwhile", () => {
    expect(spelled().others(0, 1, "").put(FURTHER, 1, 4, "你").words(false)).toEqual([['[1,[0,"你"],12]', 4]]);
  });

  it("holds no letters even when something else is done before the word is there", () => {
    const annotated = spelled().do({
      effects: edited.of({ is: "add-annotation", id: "a", start: 3, end: 9, body: { is: "note", text: "" } }),
    });
    annotated.put("input.paste", 0, 0, "貼").put(FURTHER, 3, 6, "你");
    expect(annotated.words(true)).toEqual([]);
    const [step, ...more] = words(pending(annotated.state), annotated.confirmed, false);
    expect(more).toEqual([]);
    expect(JSON.stringify(step!.update.changes)).toBe('[[0,"貼"],2,[0,"你"],12]');
    expect(step!.update.effects).toMatchObject([{ start: 4, end: 8 }]);
  });
});

describe("letters that are left", () => {
  it("are taken out, and what they replaced comes back", () => {
    const editor = new Editor().put(FIRST, 0, 2, "ni").others(14, 14, "也").put("input.type", 0, 0, "一");
    const left = letters(pending(editor.state), editor.confirmed)!;
    expect(JSON.stringify(left.word.changes)).toContain("ni");
    expect(editor.do({ changes: left.back }).state.doc.toString()).toBe(`一${TEXT}也`);
  });

  it("are none where no input method was used", () => {
    const editor = new Editor().put("input.type", 0, 0, "一");
    expect(letters(pending(editor.state), editor.confirmed)).toBeNull();
  });
});

describe("others' changes", () => {
  const at = (anchor: number) => EditorState.create({ doc: TEXT, selection: { anchor } });
  const change = (from: number, to: number, insert: string) =>
    at(0).update({ changes: { from, to, insert } }).changes;

  it.each([
    ["before its passage", 3, 4, "", false],
    ["at the end of the passage before", 4, 4, "也", false],
    ["that join it with the passage before", 4, 5, "", true],
    ["at its start", 5, 5, "也", true],
    ["at the letters", 7, 7, "也", true],
    ["around the letters", 6, 8, "", true],
    ["at its end", 9, 9, "\n", true],
    ["that join it with the passage after", 9, 10, "", true],
    ["at the start of the passage after", 10, 10, "也", false],
    ["around the passage", 4, 10, "", true],
  ])("%s", (_where, from, to, insert, disturbing) => {
    expect(disturbs(at(7), change(from, to, insert))).toBe(disturbing);
  });
});

describe("undo", () => {
  it("takes the word back, never to letters", () => {
    const editor = new Editor().put(FIRST, 2, 2, "n").others(0, 0, "一").put(FURTHER, 3, 4, "ni");
    editor.put(FURTHER, 3, 5, "n").put(FURTHER, 3, 4, "你");
    const run = (command: typeof undo) => {
      command({ state: editor.state, dispatch: (transaction) => (editor.state = transaction.state) });
      return editor.state.doc.toString();
    };
    expect(undoDepth(editor.state)).toBe(1);
    expect(run(undo)).toBe(`一${TEXT}`);
    expect(run(redo)).toBe(`一${TEXT.slice(0, 2)}你${TEXT.slice(2)}`);
  });
});

describe("a session", () => {
  async function open(...names: string[]) {
    const clock = new Clock();
    const authority = new Authority("d", "t", TEXT, {});
    const tab = (name: string) => new Tab(name, authority, clock, generator(1), { latency: 20, dropped: 0 });
    const tabs = names.map(tab);
    for (const each of tabs) each.session.start();
    await clock.pass(3_000);
    return { clock, authority, tabs };
  }
  const said = (tab: Tab) => stateOf(tab.session.snapshot)[0];

  it("keeps letters to itself and says that all is saved", async () => {
    const { clock, authority, tabs } = await open("writer");
    const writer = tabs[0]!;
    writer.spell(7, 7, "ni");
    await clock.pass(30_000);
    expect(authority.log).toHaveLength(0);
    expect(said(writer)).toBe("saved");
    writer.settle("你");
    expect(said(writer)).toBe("saving");
    await clock.pass(1_000);
    expect(said(writer)).toBe("saved");
    expect(authority.log.map(({ changes }) => JSON.stringify(changes))).toEqual(['[7,[0,"你"],7]']);
  });

  it("sends nothing for letters that were given up", async () => {
    const { clock, authority, tabs } = await open("writer");
    tabs[0]!.spell(7, 7, "ni");
    tabs[0]!.settle("");
    await clock.pass(1_000);
    expect(authority.log).toHaveLength(0);
    expect(pending(tabs[0]!.state)).toHaveLength(0);
  });

  it("shows others' changes elsewhere at once, and in the passage when the word is there", async () => {
    const { clock, tabs } = await open("writer", "other");
    const [writer, other] = [tabs[0]!, tabs[1]!];
    writer.spell(7, 7, "ni");
    other.edit(0, 1, "");
    await clock.pass(1_000);
    expect(writer.text).toBe("下太平\n此後ni兩國\n一律照辦");
    other.edit(6, 6, "一");
    other.edit(0, 1, "");
    await clock.pass(1_000);
    expect(writer.text).toBe("下太平\n此後ni兩國\n一律照辦");
    writer.settle("你");
    await clock.pass(1_000);
    expect(writer.text).toBe("太平\n此後一你兩國\n一律照辦");
    expect(other.text).toBe(writer.text);
  });

  it("says that a word is saved though the input method is at the next one", async () => {
    const { clock, authority, tabs } = await open("writer", "other");
    const [writer, other] = [tabs[0]!, tabs[1]!];
    writer.spell(7, 7, "ni");
    other.edit(6, 6, "一");
    await clock.pass(1_000);
    writer.spell(0, 0, "你");
    writer.word = null;
    writer.spell(8, 8, "hao");
    await clock.pass(1_000);
    expect(writer.text).toContain("此後你hao兩國");
    expect(authority.state.text.toString()).toContain("此一後你兩國");
    expect(said(writer)).toBe("saved");
  });

  it("gives letters up that nobody goes on with while others' changes wait, and offers them", async () => {
    const { clock, authority, tabs } = await open("writer", "other");
    const [writer, other] = [tabs[0]!, tabs[1]!];
    writer.spell(6, 7, "ni");
    other.edit(5, 5, "一");
    await clock.pass(30_000);
    writer.spell(0, 0, "nih");
    await clock.pass(55_000);
    expect(writer.text).toContain("nih");
    await clock.pass(10_000);
    expect(writer.text).toBe("天下太平\n一此後兩國\n一律照辦");
    await clock.pass(1_000);
    const { drafts } = writer.session.snapshot;
    expect(drafts).toMatchObject([{ reason: "letters-left", message: "", pieces: [{ is: "text", inserted: "nih" }] }]);
    expect(strings.drafts.reason[drafts[0]!.reason]).toMatch(/^Others changed this passage while an input method was left open/);
    expect(writer.notices).toMatchObject([{ kind: "draft", reason: "letters-left" }]);
    expect(authority.log).toHaveLength(1);
    expect(pending(writer.state)).toHaveLength(0);
  });

  it("gives letters up in the same way that would only have been proposed", async () => {
    const clock = new Clock();
    const authority = new Authority("d", "t", TEXT);
    const [writer, other] = ["writer", "other"].map((name) => new Tab(name, authority, clock, generator(1), { latency: 5, dropped: 0 }));
    writer!.proposes = true;
    for (const tab of [writer!, other!]) tab.session.start();
    await clock.pass(1_000);
    writer!.edit(6, 6, "之");
    writer!.spell(7, 7, "ni");
    other!.edit(5, 5, "一");
    await clock.pass(30_000);
    writer!.spell(0, 0, "nih");
    await clock.pass(65_000);
    expect(writer!.state.doc.toString()).toBe("天下太平\n一此之後兩國\n一律照辦");
    await clock.pass(1_000);
    expect(writer!.session.snapshot.drafts).toMatchObject([{ reason: "letters-left", pieces: [{ is: "text", inserted: "nih" }] }]);
    const put = authority.log.map(({ changes, effects }) => [changes, effects.map((effect) => ({ ...effect, id: "" }))]);
    expect(JSON.stringify(put)).not.toContain("ni");
    expect(authority.state.suggestions.list()).toMatchObject([{ candidates: [{ action: { text: "之" } }] }]);
  });

  it("leaves letters alone as long as nobody else's change waits", async () => {
    const { clock, tabs } = await open("writer", "other");
    tabs[0]!.spell(7, 7, "ni");
    tabs[1]!.edit(0, 1, "");
    await clock.pass(600_000);
    expect(tabs[0]!.text).toBe("下太平\n此後ni兩國\n一律照辦");
  });

  it("takes a document that comes anew when the word is there", async () => {
    const { clock, authority, tabs } = await open("writer", "other");
    const writer = tabs[0]!;
    writer.spell(7, 7, "ni");
    tabs[1]!.edit(6, 6, "一");
    writer.session.sync.reopen();
    await clock.pass(1_000);
    expect(writer.text).toBe("天下太平\n此後ni兩國\n一律照辦");
    writer.settle("你");
    await clock.pass(1_000);
    expect(writer.text).toBe("天下太平\n此一後你兩國\n一律照辦");
    expect(authority.state.text.toString()).toBe(writer.text);
  });
});

describe("what is selected", () => {
  it("is nothing, behind what others put in its place", () => {
    for (const selection of [{ anchor: 1, head: 3 }, { anchor: 3, head: 1 }]) {
      const editor = new Editor().do({ selection }).others(0, 4, "國");
      expect(editor.state.selection.main).toMatchObject({ from: 1, to: 1 });
      expect(editor.do(editor.state.replaceSelection("一")).state.doc.line(1).text).toBe("國一");
    }
  });

  it("is what is left of it, where others changed a part", () => {
    const editor = new Editor().do({ selection: { anchor: 1, head: 3 } }).others(0, 2, "國");
    expect(editor.state.selection.main).toMatchObject({ from: 1, to: 2 });
  });
});
