import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Confirmed } from "../src/session/confirmed";
import { randomName } from "../src/session/names";
import { Authority } from "./authority";
import { Clock, generator, Tab, type Weather } from "./simulation";

const TEXT = "天下太平\n此後兩國不必由薩那特衙門及理藩院行文\n\n由俄國總理各國事務大臣或徑行";

function plain(state: Confirmed) {
  const sorted = <T extends { id: string }>(values: ReadonlyMap<string, T>) =>
    [...values.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    revision: state.revision,
    text: state.text.toString(),
    annotations: sorted(state.annotations),
    approvals: sorted(state.approvals),
    suggestions: sorted(state.suggestions),
  };
}

class Storm {
  readonly random: () => number;
  readonly clock = new Clock();
  readonly authority: Authority;
  readonly tabs: Tab[];
  typed = 0;
  /** Whether somebody tries what the server refuses. */
  readonly unruly: boolean;
  /** Whether nothing is deleted, so that all that was typed must be found in the log. */
  readonly gentle: boolean;

  constructor(seed: number, count: number, weather: Weather) {
    this.random = generator(seed);
    this.unruly = seed % 3 === 0;
    this.gentle = seed % 3 === 1;
    this.authority = new Authority("d", "t", TEXT, {
      marks: (text, start, end) => offers(text, start, end),
    });
    this.tabs = Array.from(
      { length: count },
      (_, index) => new Tab(`p${index}`, this.authority, this.clock, this.random, weather),
    );
  }

  below(bound: number): number {
    return Math.floor(this.random() * bound);
  }

  async blow(steps: number): Promise<void> {
    for (const tab of this.tabs) tab.session.start();
    await this.clock.pass(3_000);
    for (let step = 0; step < steps; step++) {
      this.act(this.tabs[this.below(this.tabs.length)]!);
      if (this.random() < 0.03) this.tabs[this.below(this.tabs.length)]!.cut();
      if (this.random() < 0.01) this.restart();
      if (this.random() < 0.1) this.authority.tellHead();
      await this.clock.pass(this.random() * 60);
    }
  }

  restart(): void {
    this.authority.restart();
    for (const tab of this.tabs) tab.cut();
  }

  async calm(): Promise<void> {
    for (const tab of this.tabs) if (tab.word !== null) tab.settle("");
    for (let turn = 0; turn < 12; turn++) {
      await this.clock.pass(5_000);
      this.authority.tellHead();
    }
    await this.clock.pass(5_000);
  }

  act(tab: Tab): void {
    if (tab.word !== null) return this.write(tab, 0, 0);
    const length = tab.state.doc.length;
    const from = this.below(length + 1);
    const to = Math.min(length, from + this.below(6));
    const choice = this.random();
    if (choice < 0.1) this.write(tab, from, this.gentle ? from : to);
    else if (choice < 0.5 || (this.gentle && choice < 0.74)) tab.edit(from, from, token(this.typed++));
    else if (choice < 0.68) tab.edit(from, to, "");
    else if (choice < 0.74) tab.edit(from, to, token(this.typed++));
    else if (choice < 0.84) this.annotate(tab, from, to);
    else if (choice < 0.9) this.change(tab);
    else if (choice < 0.94) this.approve(tab);
    else if (choice < 0.96) tab.session.analyze("marks", null);
    else if (choice < 0.98) this.decide(tab);
    else if (this.unruly) tab.edit(from, from, "🚫");
  }

  /** By an input method: letters first, and in the end a word or nothing. */
  write(tab: Tab, from: number, to: number): void {
    const choice = this.random();
    if (tab.word === null || choice < 0.6) tab.spell(from, to, "pinyin".slice(0, 1 + this.below(6)));
    else if (choice < 0.9) tab.settle(token(this.typed++));
    else tab.settle("");
  }

  annotate(tab: Tab, start: number, end: number): void {
    const body = { is: "tag", name: "person" } as const;
    tab.mark({ is: "add-annotation", id: randomName(), start, end, body });
  }

  change(tab: Tab): void {
    const { annotations } = tab.session.displayed();
    const annotation = annotations[this.below(annotations.length)];
    if (annotation === undefined) return;
    const { id } = annotation;
    const start = this.below(tab.state.doc.length);
    const choice = this.below(3);
    if (choice === 0) tab.mark({ is: "remove-annotation", id });
    else if (choice === 1) tab.mark({ is: "move-annotation", id, start, end: start + 1 });
    else tab.mark({ is: "edit-annotation", id, body: { is: "note", text: `${start}` } });
  }

  approve(tab: Tab): void {
    const { text } = tab.session.sync.ledger!.confirmed;
    const { from: start, to: end } = text.line(1 + this.below(text.lines));
    const hash = createHash("sha256").update(text.sliceString(start, end)).digest("hex");
    tab.session.ask({ type: "approve", start, end, hash }).catch(() => {});
  }

  decide(tab: Tab): void {
    const suggestions = tab.session.displayed().suggestions.slice(0, 3).map(({ id }) => id);
    const ask = { type: "decide", suggestions, outcome: "accepted", candidate: 0 } as const;
    tab.session.ask(ask).catch(() => {});
  }
}

function offers(text: string, start: number, end: number) {
  const places = [...text.matchAll(/國/g)].map((match) => match.index + 1);
  return places
    .filter((place) => place >= start && place <= end)
    .map((place) => ({
      start: place,
      end: place,
      orphaned: false,
      maker: { plugin: "marks", version: "1" },
      category: "mark",
      surface: "",
      candidates: [{ action: { is: "replace" as const, text: "，" }, confidence: 0.5, label: "，" }],
      explanation: "",
      evidence: [],
    }));
}

/** A character for each piece of typing, so that each can be found again. */
const token = (number: number) => String.fromCharCode(0xac00 + number);
const tokens = (text: string) => text.match(/[\uac00-\ud7a3]/g) ?? [];

describe("several tabs over an unkind network", () => {
  const seeds = Array.from({ length: Number(process.env.SEEDS ?? 40) }, (_, index) => index + 1);

  let revisions = 0;
  let refusals = 0;

  it.each(seeds)("converge and lose nothing, seed %i", async (seed) => {
    const storm = new Storm(seed, 2 + (seed % 4), { latency: 150, dropped: seed % 2 === 0 ? 0.05 : 0 });
    await storm.blow(220);
    await storm.calm();
    const { authority, tabs } = storm;
    for (const tab of tabs) {
      expect(tab.session.snapshot.pending).toBe(0);
      expect(tab.text).toBe(authority.state.text.toString());
      expect(plain(tab.session.sync.ledger!.confirmed)).toEqual(plain(authority.state));
      expect(tab.session.displayed().annotations.length).toBe(authority.state.annotations.size);
    }
    const numbers = authority.log.map((entry) => `${entry.client} ${entry.sequence}`);
    expect(new Set(numbers).size).toBe(numbers.length);
    const typed = authority.log.flatMap((entry) => tokens(JSON.stringify(entry.changes)));
    expect(new Set(typed).size).toBe(typed.length);
    expect(authority.log.map((entry) => JSON.stringify(entry.changes)).join()).not.toMatch(/[piny]/);
    if (storm.gentle) {
      const told = tabs.flatMap((tab) => tab.notices.flatMap(({ inserted }) => tokens(inserted)));
      expect(new Set([...typed, ...told]).size).toBe(storm.typed);
    }
    revisions += authority.log.length;
    refusals += tabs.reduce((sum, tab) => sum + tab.notices.length, 0);
  });

  it("went through real trouble", () => {

    expect(refusals).toBeGreaterThan(0);
    expect(revisions).toBeGreaterThan(seeds.length * 25);
  });
});
