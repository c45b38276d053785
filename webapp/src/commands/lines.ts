import type { Job } from "../http/jobs";

/** Somebody's own commands that are to be seen: those that run, and those given here that nobody has put away. */
export function shown(jobs: readonly Job[], account: string, given: readonly string[]): readonly Job[] {
  return jobs.filter(
    ({ id, account: whose, state }) =>
      whose === account && (state === "running" || state === "paused" || given.includes(id)),
  );
}

/** How far a command is, in whole percent; nothing as long as it has not told. */
export function percent({ done, units }: Pick<Job, "done" | "units">): number | undefined {
  return done > 0 && units > 0 ? Math.floor((100 * done) / units) : undefined;
}
