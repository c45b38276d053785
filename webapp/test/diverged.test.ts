import { ChangeSet } from "@codemirror/state";
import { expect, test } from "vitest";
import { settle } from "../src/session/shared";
import { words } from "../src/strings";
import { Authority } from "./authority";
import { Clock, generator, Tab } from "./simulation";

const TEXT = "天下太平\n此後兩國不必由薩那特衙門及理藩院行文";

async function open() {
  const clock = new Clock();
  const authority = new Authority("d", "t", TEXT, {});
  const tab = new Tab("an", authority, clock, generator(1), { latency: 20, dropped: 0 });
  tab.session.start();
  await clock.pass(3_000);
  return { clock, authority, tab };
}

/** Changes what is shown behind the back of everybody. */
function damage(tab: Tab, from: number, to: number, insert: string): void {
  tab.dispatch(settle(tab.state, 0, ChangeSet.of({ from, to, insert }, tab.state.doc.length)));
}

test("a tab that shows another text than the server's takes it anew and keeps the difference", async () => {
  const { clock, authority, tab } = await open();
  damage(tab, 2, 4, "大亂");
  authority.tellHead();
  await clock.pass(2_000);
  expect(tab.text).toBe(TEXT);
  expect(authority.diverged).toHaveLength(1);
  expect(authority.diverged[0]).toMatchObject({ document: "d", revision: authority.state.revision });
  const [draft] = tab.session.snapshot.drafts;
  expect(draft).toMatchObject({ reason: "diverged", message: "" });
  expect(words.drafts.reason[draft!.reason]).toMatch(/^This page showed another text than the server has/);
  expect(draft!.pieces).toMatchObject([{ is: "text", deleted: "太平", inserted: "大亂" }]);
  tab.edit(0, 0, "一");
  await clock.pass(2_000);
  expect(authority.state.text.toString()).toBe(`一${TEXT}`);
});

test("a tab with unsaved changes, or with the right text, is left alone", async () => {
  const { clock, authority, tab } = await open();
  authority.tellHead();
  tab.spell(0, 0, "ni");
  authority.tellHead();
  await clock.pass(2_000);
  expect(authority.diverged).toEqual([]);
  expect(tab.text).toBe(`ni${TEXT}`);
});
