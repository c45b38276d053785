import { describe, expect, it } from "vitest";
import { percent, shown } from "../src/commands/lines";
import { keyOf, offered } from "../src/commands/offered";
import type { PluginLine } from "../src/http/api";
import type { Job } from "../src/http/jobs";
import type { Installed } from "../src/http/plugins";
import { commands } from "../src/strings/commands";

const line = (id: string, plugin: string, version: string, state = "started"): PluginLine => ({
  id,
  plugin,
  name: "Names",
  version,
  state,
  reason: "",
  categories: [],
  runs: "server",
  start: "",
  destination: "",
});

const installed = (version: string, label: string): Installed => ({
  id: "names",
  name: "Names",
  version,
  bundled: true,
  categories: [],
  settings: [],
  sources: [],
  annotations: [],
  commands: [{ name: "list", label, places: ["selection", "project"], parameters: [] }],
  imports: [],
  exports: [],
});

const job = (id: string, account: string, state: Job["state"]): Job => ({
  id,
  task: "command",
  state,
  account,
  name: "",
  created: "",
  plugins: ["names"],
  documents: 1,
  units: 200,
  done: 0,
  unitsPerSecond: 0,
  faults: [],
  reports: [],
});

describe("commands that are offered", () => {
  const all = [installed("1.0.0", "List"), installed("2.0.0", "List <b>more</b>")];

  it("are those of what runs, as the version that runs declares them", () => {
    const lines = [line("names", "names", "2.0.0"), line("old", "names", "1.0.0"), line("off", "names", "1.0.0", "stopped")];
    const found = offered(lines, all, "selection");
    expect(found.map(({ instance, label, plugin }) => [instance, label, plugin])).toEqual([
      ["names", "List <b>more</b>", "Names"],
      ["old", "List", "Names (old)"],
    ]);
    expect(found.map(keyOf)).toEqual(["names list", "old list"]);
  });

  it("are those for the place", () => {
    expect(offered([line("names", "names", "1.0.0")], all, "document")).toEqual([]);
    expect(offered([line("names", "names", "3.0.0")], all, "selection")).toEqual([]);
  });
});

describe("commands that were given", () => {
  it("are to be seen by whoever gave them, while they run and until they are put away", () => {
    const jobs = [job("a", "me", "running"), job("b", "me", "done"), job("c", "me", "done"), job("d", "you", "running")];
    expect(shown(jobs, "me", ["c"]).map(({ id }) => id)).toEqual(["a", "c"]);
  });

  it("tell how far they are when they have told", () => {
    expect(percent({ done: 0, units: 200 })).toBeUndefined();
    expect(percent({ done: 0, units: 0 })).toBeUndefined();
    expect(percent({ done: 199, units: 200 })).toBe(99);
    expect(commands.far(undefined)).toBe("running…");
    expect(commands.ended("done", 0, 3)).toBe("done, 3 suggestions");
    expect(commands.ended("done", 1, 0)).toBe("it could not be done");
  });
});
