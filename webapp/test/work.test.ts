import { expect, test } from "vitest";
import { Authority } from "./authority";
import { Clock, generator, Tab } from "./simulation";

test("work given out is asked for again when the server says so, and after nobody could say it", async () => {
  const clock = new Clock();
  const authority = new Authority("d", "t", "天津條約", {});
  const tab = new Tab("an", authority, clock, generator(1), { latency: 20, dropped: 0 });
  tab.session.start();
  await clock.pass(3_000);
  const opened = tab.session.snapshot.workTold;
  authority.tellHead();
  await clock.pass(1_000);
  expect(tab.session.snapshot.workTold).toBe(opened);
  authority.tellWork();
  await clock.pass(1_000);
  expect(tab.session.snapshot.workTold).toBe(opened + 1);
  tab.cut();
  authority.tellWork();
  await clock.pass(60_000);
  expect(tab.session.snapshot.connection).toBe("online");
  expect(tab.session.snapshot.workTold).toBeGreaterThan(opened + 1);
});
