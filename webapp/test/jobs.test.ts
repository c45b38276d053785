import { describe, expect, it } from "vitest";
import type { Job } from "../src/http/jobs";
import { far, span } from "../src/strings/jobs";

const job: Job = {
  id: "j",
  task: "look",
  state: "running",
  account: "a",
  name: "Ren",
  created: "2026-11-22T05:00:00Z",
  plugins: ["punctuation"],
  documents: 5,
  units: 1_000_000,
  done: 250_000,
  unitsPerSecond: 12_345.6,
  secondsLeft: 61,
  faults: [],
  reports: [],
};

describe("how far a job is", () => {
  it("tells the characters, the rate and the time that is left", () => {
    expect(far(job)).toBe("250,000 of 1,000,000 characters · 12,346 a second · about 2 min left");
  });

  it("promises nothing before it has begun, or while it is paused", () => {
    expect(far({ ...job, done: 0, unitsPerSecond: 0, secondsLeft: undefined })).toBe("0 of 1,000,000 characters");
    expect(far({ ...job, state: "paused" })).not.toContain("left");
  });

  it("tells a time in the unit that says enough", () => {
    expect([0, 59, 60, 61, 3_599, 3_600, 5_401].map(span)).toEqual([
      "0 s",
      "59 s",
      "1 min",
      "2 min",
      "60 min",
      "1 h 0 min",
      "1 h 31 min",
    ]);
  });
});
