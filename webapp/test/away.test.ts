import { describe, expect, it } from "vitest";
import type { Submit } from "../src/session/frames";
import { LONGEST_TAIL } from "../src/session/kept";
import { randomName } from "../src/session/names";
import { Authority } from "./authority";
import { Clock, Disk, generator, Tab } from "./simulation";

const TEXT = "天下太平\n四海無事\n此後兩國不必由薩那特衙門及理藩院行文";
const WEATHER = { latency: 60, dropped: 0 };
const PAGE = 200;

/** What became of the submit that was on its way when the network went. */
const FLIGHTS = ["never sent", "lost", "arrived, its answer lost"] as const;
type Flight = (typeof FLIGHTS)[number];
/** What happened meanwhile. */
const MEANWHILE = ["nothing", "the browser ended", "the server was restarted", "both ended"] as const;
type Meanwhile = (typeof MEANWHILE)[number];

/** Somebody goes away with unsaved edits, others make so many revisions, somebody comes back. */
class Absence {
  readonly random: () => number;
  readonly clock = new Clock();
  readonly authority = new Authority("d", "t", TEXT);
  readonly disk = new Disk();
  tab: Tab;
  tokens = 0;

  constructor(seed: number) {
    this.random = generator(seed);
    this.tab = this.sitDown();
  }

  /** Somebody has left, this happened, and they are back. */
  static async over(
    seed: number,
    flight: Flight,
    meanwhile: Meanwhile,
    happens: (absence: Absence) => void,
  ): Promise<Absence> {
    const absence = await Absence.begun(seed, flight);
    happens(absence);
    await absence.comeBack(meanwhile);
    return absence;
  }

  /** Somebody has left. */
  static async begun(seed: number, flight: Flight): Promise<Absence> {
    const absence = new Absence(seed);
    await absence.start();
    await absence.leave(flight);
    return absence;
  }

  sitDown(): Tab {
    return new Tab("away", this.authority, this.clock, this.random, WEATHER, this.disk);
  }

  async start(): Promise<void> {
    this.tab.session.start();
    await this.clock.pass(2_000);
    this.others(3);
    await this.clock.pass(500);
  }

  type(): void {
    const place = Math.floor(this.random() * (this.tab.state.doc.length + 1));
    this.tab.edit(place, place, String.fromCharCode(0xac00 + this.tokens++));
  }

  async leave(flight: Flight): Promise<void> {
    const { revision } = this.authority.state;
    if (flight !== "never sent") this.type();
    if (flight === "arrived, its answer lost") {
      for (let wait = 0; wait < 200 && this.authority.state.revision === revision; wait++) await this.clock.pass(1);
    }
    this.tab.offline = true;
    this.tab.cut();
    for (let more = 1 + Math.floor(this.random() * 4); more > 0; more--) this.type();
    const range = { start: 0, end: 2 };
    const body = { is: "note", text: `note ${this.tokens}` } as const;
    this.tab.mark({ is: "add-annotation", id: randomName(), ...range, body });
    this.type();
    await this.clock.pass(1_000);
  }

  /** Changes by somebody who stays: insertions, and deletions of what they inserted. */
  others(count: number): void {
    const colleague = { id: "stays", name: "stays", colour: "#888", administrator: false };
    const peer = this.authority.join(colleague, () => {});
    const client = randomName();
    for (let made = 0; made < count; ) {
      const { revision, text } = this.authority.state;
      const place = Math.floor(this.random() * text.length);
      const updates: Submit["updates"] = [];
      for (let index = 0; index < PAGE && made < count; index++, made++) {
        const length = text.length + (index % 2);
        const rest = length - place - (index % 2);
        const section: [number, ...string[]] = index % 2 === 0 ? [0, "。"] : [1];
        const changes = [...(place > 0 ? [place] : []), section, ...(rest > 0 ? [rest] : [])];
        updates.push({ changes, effects: [] });
      }
      const sequence = made - updates.length + 1;
      const submit: Submit = { type: "submit", document: "d", client, sequence, base: revision, updates };
      this.authority.receive(peer, submit);
    }
    this.authority.leave(peer);
  }

  async comeBack(meanwhile: Meanwhile): Promise<void> {
    if (meanwhile.startsWith("the browser") || meanwhile === "both ended") {
      this.tab.crash();
      this.tab = this.sitDown();
      this.tab.session.start();
    }
    if (meanwhile.startsWith("the server") || meanwhile === "both ended") this.authority.restart();
    this.tab.offline = false;
    for (let turn = 0; turn < 8; turn++) {
      await this.clock.pass(3_000);
      this.authority.tellHead();
    }
    await this.clock.pass(3_000);
  }

  /** Everything typed, where it is now: how often in the log, how often among the drafts. */
  found(): { log: number; drafts: number }[] {
    const log = this.authority.log.map((entry) => JSON.stringify(entry.changes)).join();
    const pieces = [...this.disk.drafts.values()].flatMap((draft) => draft.pieces);
    const drafts = pieces.map((piece) => (piece.is === "text" ? piece.inserted : "")).join();
    return Array.from({ length: this.tokens }, (_, index) => {
      const token = String.fromCharCode(0xac00 + index);
      return { log: log.split(token).length - 1, drafts: drafts.split(token).length - 1 };
    });
  }
}

const loseRights = ({ authority }: Absence) => void authority.roles.set("away", "viewer");

const few = [1, 40, LONGEST_TAIL - 10];
const many = [LONGEST_TAIL + 1, 12_000];
const times = Number(process.env.TIMES ?? 1);
const cases = (counts: readonly number[], flights: readonly (typeof FLIGHTS)[number][]) =>
  Array.from({ length: times }, (_, round) =>
    counts.flatMap((count) =>
      flights.flatMap((flight) => MEANWHILE.map((meanwhile) => [count, flight, meanwhile, round * 1000] as const)),
    ),
  ).flat();

describe("somebody who comes back with unsaved edits", () => {
  it.each(cases(few, FLIGHTS))("finds them in the text once, after %i revisions, submit %s, meanwhile %s", async (...one) => {
    const [count, flight, meanwhile, round] = one;
    const seed = round + count * 7 + flight.length + meanwhile.length;
    const absence = await Absence.over(seed, flight, meanwhile, (gone) => gone.others(count));
    const { tab, authority, disk } = absence;
    expect(absence.found()).toEqual(Array(absence.tokens).fill({ log: 1, drafts: 0 }));
    expect(tab.text).toBe(authority.state.text.toString());
    expect(tab.session.sync.corrections).toBe(0);
    expect(tab.session.snapshot).toMatchObject({ pending: 0, connection: "online" });
    expect(authority.state.annotations.size).toBe(1);
    expect(disk.kept.size).toBe(0);
  });

  it.each(cases(many, ["lost", "arrived, its answer lost"]))(
    "finds them in the text or as a draft, after %i revisions, submit %s, meanwhile %s",
    async (...one) => {
      const [count, flight, meanwhile, round] = one;
      const seed = round + count * 7 + flight.length + meanwhile.length;
      const absence = await Absence.over(seed, flight, meanwhile, (gone) => gone.others(count));
      const { tab, authority, disk } = absence;
      const found = absence.found();
      for (const { log, drafts } of found) expect(log + drafts).toBe(1);
      expect(found.at(-1)).toEqual({ log: 0, drafts: 1 });
      const [draft] = [...disk.drafts.values()];
      expect(draft!.reason).toBe("too-long");
      expect(draft!.pieces.filter(({ is }) => is === "mark")).toHaveLength(1);
      expect(tab.session.snapshot.drafts).toHaveLength(1);
      expect(tab.text).toBe(authority.state.text.toString());
      expect(tab.session.snapshot).toMatchObject({ pending: 0, connection: "online" });
      expect(disk.kept.size).toBe(0);
    },
  );

  it("finds them as a draft after 200,000 revisions", { timeout: 60_000 }, async () => {
    const absence = await Absence.over(200_000, "lost", "both ended", (gone) => gone.others(200_000));
    for (const { log, drafts } of absence.found()) expect(log + drafts).toBe(1);
    expect(absence.disk.drafts.size).toBe(1);
  });

  it("finds them as a draft when the history is another one", async () => {
    const absence = await Absence.over(5, "lost", "both ended", ({ authority }) => {
      authority.timeline = "t2";
    });
    expect(absence.found()).toEqual(Array(absence.tokens).fill({ log: 0, drafts: 1 }));
    expect([...absence.disk.drafts.values()].map(({ reason }) => reason)).toEqual(["other-history"]);
  });

  it("finds them as a draft when the right to write is gone", async () => {
    const absence = await Absence.over(6, "never sent", "the browser ended", loseRights);
    expect(absence.found()).toEqual(Array(absence.tokens).fill({ log: 0, drafts: 1 }));
    expect([...absence.disk.drafts.values()].map(({ reason }) => reason)).toEqual(["refused"]);
  });

  it("sees a draft as long as it is neither applied nor discarded", async () => {
    const absence = await Absence.over(8, "never sent", "the browser ended", loseRights);
    const { keeping, snapshot } = absence.tab.session;
    const { id, pieces } = snapshot.drafts[0]!;
    await keeping.look();
    expect(keeping.drafts).toHaveLength(1);
    keeping.applied(id, 0);
    await absence.clock.pass(100);
    expect(absence.disk.drafts.get(id)!.pieces.map(({ applied }) => applied)).toEqual(
      pieces.map((_, index) => index === 0),
    );
    keeping.discard(id);
    await keeping.look();
    await absence.clock.pass(100);
    expect([keeping.drafts.length, absence.disk.drafts.size]).toEqual([0, 0]);
  });

  it("does not take over what a living tab keeps", async () => {
    const absence = await Absence.begun(7, "lost");
    const second = absence.sitDown();
    second.session.start();
    await absence.clock.pass(20_000);
    expect(absence.tab.session.snapshot.pending).toBeGreaterThan(0);
    expect(second.session.snapshot.pending).toBe(0);
    await absence.comeBack("nothing");
    expect(absence.found()).toEqual(Array(absence.tokens).fill({ log: 1, drafts: 0 }));
  });
});
