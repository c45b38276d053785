import { createHash } from "node:crypto";
import { ChangeSet, Text } from "@codemirror/state";
import { mapAnchor, touches } from "../src/session/anchors";
import type { Confirmed, LogEntry } from "../src/session/confirmed";
import type { Account, Ask } from "../src/session/frames";
import { seenForm } from "../src/session/seen";
import { randomName } from "../src/session/names";
import { conflicts } from "../src/review/conflict";
import { type Action, type Effect, reference, type Role, type Suggestion } from "../src/session/values";
import { No } from "./no";

/** What a document was, what happened to it, and what it is. */
interface Past {
  readonly initial: string;
  readonly log: readonly LogEntry[];
  readonly state: Confirmed;
}

/** What is written to the log for a decision, approval or revert, and what is answered besides. */
interface Deed {
  changes: ChangeSet;
  effects: Effect[];
  told: object;
}

type Edit = { from: number; to: number; insert: string };

/** What comes of what a person asks; nothing is written yet. */
export function deedOf(ask: Ask, account: Account, role: Role, past: Past): Deed {
  if (role !== "reviewer" && role !== "manager") {
    throw new No("not-permitted", `a ${role} may not ${ask.type}; a reviewer may`);
  }
  const { text } = past.state;
  const nothing = ChangeSet.empty(text.length);
  switch (ask.type) {
    case "approve":
    case "ready":
      return saying(ask, account, past);
    case "talk":
      return { changes: nothing, effects: [ask.talk], told: {} };
    case "unready":
      return { changes: nothing, effects: [{ is: "withdraw-ready", id: ask.ready }], told: {} };
    case "withdraw":
      return { changes: nothing, effects: [{ is: "withdraw-approval", id: ask.approval }], told: {} };
    case "revert": {
      const { revision } = ask;
      return { changes: inverse(revision, past), effects: [{ is: "revert", revision }], told: {} };
    }
    case "restore":
    case "undo":
    case "unmark":
    case "remark":
      throw new No("unknown-type", `this authority does not ${ask.type}: it keeps no past`);
    case "decide":
      return decision(ask, account, past.state);
  }
}

/** What is said of passages; only the first reason is told of those that are left alone. */
function saying(ask: Extract<Ask, { passages: unknown }>, account: Account, past: Past): Deed {
  const { text, approvals } = past.state;
  const skipped: { suggestion: string; reason: string }[] = [];
  const effects: Effect[] = [];
  let first: No | null = null;
  for (const { start, end, hash } of ask.passages) {
    const seen = createHash("sha256").update(seenForm(past.state, start, end), "utf8").digest("hex");
    const said = [...approvals.values()].filter((one) => one.start === start && one.end === end);
    let no: No | null = null;
    if (end > text.length || hash !== seen) no = new No("text-changed", "the passage changed meanwhile; look again");
    else if (ask.type === "ready") {
      if (said.some(({ ready }) => ready)) no = new No("nothing-to-do", "this passage is ready already");
    } else if (worked(account.id, past.log, start, end)) {
      no = new No("own-work", "you worked on this passage yourself; somebody else has to approve it");
    } else if (said.some((one) => !one.ready)) {
      no = new No("nothing-to-do", "this passage has all approvals that it needs: 1");
    }
    first ??= no;
    const is = ask.type === "ready" ? "mark-ready" : "approve";
    if (no === null) effects.push({ is, id: randomName(), start, end });
    else skipped.push({ suggestion: String(start), reason: no.message });
  }
  if (effects.length === 0) throw first!;
  return { changes: ChangeSet.empty(text.length), effects, told: { decided: effects.length, skipped } };
}

function decision(ask: Extract<Ask, { type: "decide" }>, account: Account, { text, suggestions }: Confirmed): Deed {
  const skipped: { suggestion: string; reason: string }[] = [];
  const effects: Effect[] = [];
  const edits: Edit[] = [];
  const { outcome, candidate = 0, correction } = ask;
  const takes = outcome === "accepted" || outcome === "corrected";
  for (const named of ask.suggestions) {
    const id = named.split(".")[0]!;
    const suggestion = suggestions.get(id);
    const old = suggestion !== undefined && reference(suggestion) !== named;
    const conflicting = suggestion !== undefined && outcome === "accepted" && conflicts(suggestion, text);
    if (suggestion === undefined || old || conflicting) {
      skipped.push({ suggestion: id, reason: "it is not there any more, or not as it was shown" });
      continue;
    }
    if (takes && "account" in suggestion.maker && suggestion.maker.account === account.id) {
      throw new No("own-work", "this proposal is your own; somebody else has to accept it");
    }
    const action = outcome === "corrected" ? correction! : suggestion.candidates[candidate]!.action;
    effects.push({ is: "decide", outcome, candidate, correction: correction ?? null, suggestion });
    if (takes) carryOut(action, suggestion, edits, effects);
  }
  const changes = ChangeSet.of(edits, text.length);
  if (effects.length === 0) throw new No("unknown-suggestion", skipped[0]?.reason ?? "nothing was named");
  const moved = effects.map((effect) =>
    effect.is === "add-annotation"
      ? { ...effect, ...mapAnchor({ orphaned: false, ...effect }, changes) }
      : effect,
  );
  return { changes, effects: moved, told: { decided: ask.suggestions.length - skipped.length, skipped } };
}

function carryOut(action: Action, { start, end }: Suggestion, edits: Edit[], effects: Effect[]): void {
  if (action.is === "replace") edits.push({ from: start, to: end, insert: action.text });
  else effects.push({ is: "add-annotation", id: randomName(), start, end, body: action.body });
}

function inverse(revision: number, { initial, log }: Past): ChangeSet {
  const entry = log[revision - 1];
  if (entry === undefined) throw new No("malformed", `there is no revision ${revision}`);
  let before = Text.of(initial.split("\n"));
  for (const earlier of log.slice(0, revision - 1)) before = earlier.changes.apply(before);
  return log
    .slice(revision)
    .reduce((inverse, later) => inverse.map(later.changes), entry.changes.invert(before));
}

/** Whether somebody wrote in a passage. */
function worked(account: string, log: readonly LogEntry[], start: number, end: number): boolean {
  let from = start;
  let to = end;
  for (const entry of [...log].reverse()) {
    const back = entry.changes.invertedDesc;
    const own = entry.author === account && !entry.effects.some((e) => e.is === "decide");
    if (own && touches(back, from, to)) return true;
    from = back.mapPos(from, -1);
    to = back.mapPos(to, 1);
  }
  return false;
}
