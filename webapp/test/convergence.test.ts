import { describe, expect, it } from "vitest";
import type { Confirmed } from "../src/session/confirmed";
import { Storm, token, tokens } from "./storm";

function plain(state: Confirmed) {
  const sorted = <T extends { id: string }>(values: Iterable<T>) =>
    [...values].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    revision: state.revision,
    text: state.text.toString(),
    annotations: sorted(state.annotations),
    approvals: sorted(state.approvals.values()),
    suggestions: sorted(state.suggestions),
  };
}

describe("several tabs over an unkind network", () => {
  const seeds = Array.from({ length: Number(process.env.SEEDS ?? 40) }, (_, index) => index + 1);

  let revisions = 0;
  let refusals = 0;
  let crashes = 0;

  it.each(seeds)("converge and lose nothing, seed %i", async (seed) => {
    const storm = new Storm(seed, 2 + (seed % 4), { latency: 150, dropped: seed % 2 === 0 ? 0.05 : 0 });
    await storm.blow(220);
    await storm.calm();
    const { authority, tabs } = storm;
    for (const tab of tabs) {
      expect(tab.session.snapshot.pending).toBe(0);
      expect(tab.text).toBe(authority.state.text.toString());
      expect(plain(tab.session.sync.ledger!.confirmed)).toEqual(plain(authority.state));
      expect(tab.session.displayed().annotations.size).toBe(authority.state.annotations.size);
    }
    for (const tab of [...tabs, ...storm.ended]) expect(tab.session.sync.corrections).toBe(0);
    for (const disk of storm.disks) expect([...disk.kept.values()]).toEqual([]);
    const numbers = authority.log.map((entry) => `${entry.client} ${entry.sequence}`);
    expect(new Set(numbers).size).toBe(numbers.length);
    const typed = authority.log.flatMap((entry) => tokens(JSON.stringify(entry.changes)));
    expect(new Set(typed).size).toBe(typed.length);
    expect(authority.log.map((entry) => JSON.stringify(entry.changes)).join()).not.toMatch(/[piny]/);
    if (storm.gentle) {
      const pieces = storm.disks.flatMap((disk) => [...disk.drafts.values()].flatMap((draft) => draft.pieces));
      const drafts = pieces.flatMap((piece) => (piece.is === "text" ? tokens(piece.inserted) : []));
      const found = new Set([...typed, ...drafts]);
      const missing = storm.times.map((_, number) => token(number)).filter((one) => !found.has(one));
      expect(missing.filter((one) => !storm.excused.has(one))).toEqual([]);
      expect(found.size).toBe(typed.length + drafts.length);
    }
    crashes += storm.ended.length;
    revisions += authority.log.length;
    refusals += storm.disks.reduce((sum, disk) => sum + disk.drafts.size, 0);
  });

  it("went through real trouble", () => {
    expect(refusals).toBeGreaterThan(0);
    expect(crashes).toBeGreaterThan(seeds.length);
    expect(revisions).toBeGreaterThan(seeds.length * 25);
  });
});
