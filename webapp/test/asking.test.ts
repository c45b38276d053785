import { describe, expect, it } from "vitest";
import { Asking } from "../src/session/asking";
import type { Ask, ClientFrame } from "../src/session/frames";

const many: Ask = {
  type: "decide",
  outcome: "accepted",
  suggestions: Array.from({ length: 10_000 }, (_, index) => `a-suggestion-${String(index).padStart(9, "0")}`),
};

function asking() {
  const sent: string[] = [];
  const asks = new Asking("d", "client-of-the-reviewer", (frame) => sent.push(frame));
  asks.connected();
  return { asks, sent, frames: () => sent.map((frame) => JSON.parse(frame) as Extract<ClientFrame, { type: "decide" }>) };
}

describe("a decision about thousands", () => {
  it("goes in frames that fit, all with one number, the last without more to come", () => {
    const { asks, sent, frames } = asking();
    void asks.ask(many);
    expect(sent.length).toBeGreaterThan(1);
    expect(Math.max(...sent.map((frame) => frame.length))).toBeLessThan(65_536);
    expect(new Set(frames().map(({ sequence }) => sequence))).toEqual(new Set([1]));
    expect(frames().flatMap(({ suggestions }) => suggestions)).toEqual(many.suggestions);
    expect(frames().map(({ more }) => more === true)).toEqual(frames().map((_, index) => index < sent.length - 1));
  });

  it("goes again whole, as it was, when the connection was lost", () => {
    const { asks, sent } = asking();
    void asks.ask(many);
    const first = sent.splice(0);
    asks.disconnected();
    asks.connected();
    expect(sent).toEqual(first);
  });
});
