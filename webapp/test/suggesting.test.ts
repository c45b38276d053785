import { describe, expect, it } from "vitest";
import { resumable } from "../src/editor/resuming";
import { takingBack } from "../src/editor/suggesting";
import { meant } from "../src/session/ink";
import { inkOf, takeUp } from "../src/session/shared";
import { reference } from "../src/session/values";
import { type Tab } from "./simulation";
import { Storm, token, tokens } from "./storm";

/** Every second tab proposes what is typed in it; the others type into the text and review. */
class Proposing extends Storm {
  /** What was typed in tabs that propose. */
  readonly proposed = new Set<string>();
  resumed = 0;

  override tab(account: number): Tab {
    const tab = super.tab(account);
    tab.proposes = account === 1;
    return tab;
  }

  override token(tab: Tab): string {
    const next = super.token(tab);
    if (tab.proposes) this.proposed.add(next);
    return next;
  }

  override act(tab: Tab): void {
    if (!tab.session.snapshot.opened) return;
    if (!tab.proposes) return this.review(tab);
    if (tab.word !== null) return this.write(tab, 0, 0);
    const length = tab.state.doc.length;
    const from = this.near(tab, length);
    const to = Math.min(length, from + this.below(4));
    const choice = this.random();
    if (choice < 0.15) this.write(tab, from, from);
    else if (choice < 0.55 || this.gentle) this.type(tab, from, from);
    else if (choice < 0.75) tab.edit(from, to, "");
    else if (choice < 0.85) this.type(tab, from, to);
    else if (choice < 0.92) tab.undo(choice < 0.87);
    else if (choice < 0.97) this.goOn(tab);
    else this.withdraw(tab);
  }

  /** Mostly at what was typed before, so that it is gone on with. */
  near(tab: Tab, length: number): number {
    const strokes = inkOf(tab.state).runs.flatMap((run) => run.strokes);
    const one = strokes[this.below(strokes.length)];
    if (one === undefined || this.random() < 0.3) return this.below(length + 1);
    return Math.max(0, Math.min(length, one.from - 1 + this.below(one.to - one.from + 3)));
  }

  review(tab: Tab): void {
    const proposals = tab.session.displayed().suggestions.list();
    const one = proposals[this.below(proposals.length)];
    if (one === undefined || this.random() < 0.7) return super.act(tab);
    const outcome = this.random() < 0.6 ? "accepted" : this.random() < 0.5 ? "rejected" : "skipped";
    tab.session.ask({ type: "decide", suggestions: [reference(one)], outcome }).catch(() => {});
  }

  /** Takes up what was proposed in another tab, or before this one was opened. */
  goOn(tab: Tab): void {
    const all = tab.state.update({ selection: { anchor: 0, head: tab.state.doc.length } }).state;
    const taken = takeUp(tab.state, resumable(all, tab.session.displayed(), tab.name));
    if (taken === null) return;
    this.resumed++;
    tab.dispatch(taken);
  }

  withdraw(tab: Tab): void {
    const { runs } = inkOf(tab.state);
    const run = runs[this.below(runs.length)];
    const back = run === undefined ? null : takingBack(tab.state, run.id);
    if (back === null) return;
    tab.dispatch(tab.state.update(back));
    tab.session.edited();
  }
}

describe("tabs that propose, over an unkind network", () => {
  const seeds = Array.from({ length: Number(process.env.SEEDS ?? 40) }, (_, index) => index + 1);
  let runs = 0;
  let decisions = 0;
  let resumed = 0;

  it.each(seeds)("change no text, and everybody sees what they propose, seed %i", async (seed) => {
    const storm = new Proposing(seed, 2 + (seed % 4), { latency: 150, dropped: seed % 2 === 0 ? 0.05 : 0 });
    await storm.blow(220);
    await storm.calm();
    const { authority, tabs } = storm;
    const { suggestions, text } = authority.state;
    for (const tab of tabs) {
      expect(tab.session.snapshot.pending).toBe(0);
      expect(tab.text).toBe(text.toString());
      const ink = inkOf(tab.state);
      for (const run of ink.runs) {
        const { id, ...said } = meant(ink, run, tab.state.doc);
        const proposal = suggestions.get(id);
        expect(proposal).toMatchObject({ maker: { account: tab.name }, orphaned: false, start: said.start, end: said.end });
        expect(proposal!.candidates[0]!.action).toEqual({ is: "replace", text: said.text });
        expect(proposal!.surface).toBe(text.sliceString(said.start, said.end));
        runs++;
      }
    }
    for (const tab of [...tabs, ...storm.ended]) expect(tab.session.sync.corrections).toBe(0);
    const decided = authority.log.filter((entry) => entry.effects.some(({ is }) => is === "decide"));
    const typed = authority.log.filter((entry) => !decided.includes(entry));
    const typedIn = typed.flatMap((entry) => tokens(JSON.stringify(entry.changes)));
    expect(typedIn.filter((one) => storm.proposed.has(one))).toEqual([]);
    expect(JSON.stringify(authority.log.map(({ changes, effects }) => [changes, effects.map((e) => ("candidates" in e ? e.candidates : []))]))).not.toMatch(/"[^"]*[piny]{1,6}[^"a-z]*"\]/);
    if (storm.gentle) {
      const said = new Set(authority.log.flatMap(({ effects }) => tokens(JSON.stringify(effects))));
      const drafts = storm.disks.flatMap((disk) => [...disk.drafts.values()].flatMap(({ pieces }) => tokens(JSON.stringify(pieces))));
      const found = new Set([...said, ...drafts]);
      const all = [...storm.proposed].filter((one) => !storm.excused.has(one));
      expect(all.filter((one) => !found.has(one))).toEqual([]);
    }
    decisions += decided.length;
    resumed += storm.resumed;
  });

  it("went through real trouble", () => {
    expect(runs).toBeGreaterThan(seeds.length);
    expect(decisions).toBeGreaterThan(seeds.length);
    expect(resumed).toBeGreaterThan(seeds.length / 2);
    expect(token(0)).toHaveLength(1);
  });
});
