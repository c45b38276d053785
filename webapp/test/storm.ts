import { seenForm } from "../src/session/seen";
import { createHash } from "node:crypto";
import { reference } from "../src/session/values";
import { randomName } from "../src/session/names";
import { Authority } from "./authority";
import { WRITE_AFTER } from "../src/session/keeper";
import { Clock, Disk, generator, SLOWEST_WRITE, Tab, type Weather } from "./simulation";

const TEXT = "天下太平\n此後兩國不必由薩那特衙門及理藩院行文\n\n由俄國總理各國事務大臣或徑行";

/** Several tabs that do at random what people do, over an unkind network. */
export class Storm {
  readonly random: () => number;
  readonly clock = new Clock();
  readonly authority: Authority;
  readonly tabs: Tab[];
  readonly ended: Tab[] = [];
  readonly disks: Disk[];
  typed = 0;
  /** When each piece was typed and where; what was typed in the last moments before a crash may be gone. */
  readonly times: { tab: Tab; at: number }[] = [];
  readonly excused = new Set<string>();
  /** Whether somebody tries what the server refuses. */
  readonly unruly: boolean;
  /** Whether nothing is deleted, so that all that was typed must be found in the log. */
  readonly gentle: boolean;

  constructor(
    seed: number,
    count: number,
    readonly weather: Weather,
    text = TEXT,
  ) {
    this.random = generator(seed);
    this.unruly = seed % 3 === 0;
    this.gentle = seed % 3 === 1;
    this.authority = new Authority("d", "t", text, {
      marks: (text, start, end) => offers(text, start, end),
    });
    if (seed % 4 === 0) this.authority.followed = 20;
    this.disks = Array.from({ length: 3 }, () => new Disk());
    this.tabs = Array.from({ length: count }, (_, index) => this.tab(index % 3));
  }

  /** A tab of one of three accounts, so that some have several tabs. */
  tab(account: number): Tab {
    const { authority, clock, random, weather } = this;
    return new Tab(`p${account}`, authority, clock, random, weather, this.disks[account]);
  }

  crash(index: number): void {
    const tab = this.tabs[index]!;
    tab.crash();
    this.ended.push(tab);
    const since = this.clock.now - WRITE_AFTER - SLOWEST_WRITE;
    this.times.forEach((time, number) => {
      if (time.tab === tab && time.at >= since) this.excused.add(token(number));
    });
    const next = this.tab(this.disks.indexOf(tab.disk));
    this.tabs[index] = next;
    next.session.start();
  }

  /** The next piece of typing. */
  token(tab: Tab): string {
    this.times.push({ tab, at: this.clock.now });
    return token(this.typed++);
  }

  type(tab: Tab, from: number, to: number): void {
    tab.edit(from, to, this.token(tab));
  }

  below(bound: number): number {
    return Math.floor(this.random() * bound);
  }

  async blow(steps: number): Promise<void> {
    for (const tab of this.tabs) tab.session.start();
    await this.clock.pass(3_000);
    for (let step = 0; step < steps; step++) {
      this.act(this.tabs[this.below(this.tabs.length)]!);
      if (this.random() < 0.015) this.crash(this.below(this.tabs.length));
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
    if (!tab.session.snapshot.opened) return;
    if (tab.word !== null) return this.write(tab, 0, 0);
    const length = tab.state.doc.length;
    const from = this.below(length + 1);
    const to = Math.min(length, from + this.below(6));
    const choice = this.random();
    if (choice < 0.1) this.write(tab, from, this.gentle ? from : to);
    else if (choice < 0.5 || (this.gentle && choice < 0.74)) this.type(tab, from, from);
    else if (choice < 0.68) tab.edit(from, to, "");
    else if (choice < 0.74) this.type(tab, from, to);
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
    else if (choice < 0.9) tab.settle(this.token(tab));
    else tab.settle("");
  }

  annotate(tab: Tab, start: number, end: number): void {
    const body = { is: "tag", name: "person" } as const;
    tab.mark({ is: "add-annotation", id: randomName(), start, end, body });
  }

  change(tab: Tab): void {
    const { annotations } = tab.session.displayed();
    const annotation = annotations.list()[this.below(annotations.size)];
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
    const { confirmed } = tab.session.sync.ledger!;
    const hash = createHash("sha256").update(seenForm(confirmed, start, end)).digest("hex");
    const type = this.below(3) === 0 ? "ready" : "approve";
    tab.session.ask({ type, passages: [{ start, end, hash }] }).catch(() => {});
  }

  decide(tab: Tab): void {
    const suggestions = tab.session.displayed().suggestions.list().slice(0, 3).map(reference);
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
      evidence: [], fingerprint: "",
    }));
}

/** A character for each piece of typing, so that each can be found again. */
export const token = (number: number) => String.fromCharCode(0xac00 + number);
export const tokens = (text: string) => text.match(/[\uac00-\ud7a3]/g) ?? [];
