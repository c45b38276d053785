import { describe, expect, it } from "vitest";
import { decide, revert } from "../src/review/deciding";
import { Refusal } from "../src/session/asking";
import type { Ask } from "../src/session/frames";
import type { Workspace } from "../src/workspace/workspace";

/** A workspace whose server refuses to revert some revisions. */
function refusing(refused: Record<number, string>) {
  const asked: number[] = [];
  const complaints: string[] = [];
  const workspace = {
    session: {
      ask: async (ask: Extract<Ask, { type: "revert" }>) => {
        asked.push(ask.revision);
        const code = refused[ask.revision];
        if (code !== undefined) throw new Refusal(code, `revision ${ask.revision}: ${code}`);
      },
    },
    complain: (message: string) => complaints.push(message),
  };
  return { asked, complaints, workspace: workspace as unknown as Workspace };
}

describe("several revisions", () => {
  it("are reverted from the latest to the first, but those that are reverted already", async () => {
    const { asked, complaints, workspace } = refusing({ 5: "nothing-to-do" });
    expect(await revert(workspace, [4, 5, 7])).toBe(2);
    expect(asked).toEqual([7, 5, 4]);
    expect(complaints).toEqual([]);
  });

  it("are not reverted any further when one is refused, and it is said how many were", async () => {
    const { asked, complaints, workspace } = refusing({ 5: "not-permitted" });
    expect(await revert(workspace, [4, 5, 7])).toBe(1);
    expect(asked).toEqual([7, 5]);
    expect(complaints).toEqual(["revision 5: not-permitted"]);
  });

  it("of which nothing is left are told so", async () => {
    const { complaints, workspace } = refusing({ 5: "nothing-to-do", 4: "nothing-to-do" });
    expect(await revert(workspace, [4, 5])).toBe(0);
    expect(complaints).toEqual(["revision 4: nothing-to-do"]);
  });
});

describe("a decision about nothing", () => {
  it("is not asked for, and says why", async () => {
    const { asked, complaints, workspace } = refusing({});
    let said = "";
    await decide(Object.assign(workspace, { say: (what: string) => (said = what) }), [], { outcome: "accepted", candidate: 0 });
    expect(asked).toEqual([]);
    expect(complaints).toEqual([]);
    expect(said).toMatch(/^Nothing is left to decide/);
  });
});
