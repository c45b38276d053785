import { kindName, kindOf } from "../annotate/kinds";
import type { HistoryEntry } from "../http/api";
import { makerName } from "../review/words";
import type { Effect, People } from "../session/values";
import { words } from "../strings";
import { takenWords, workerOf } from "./past";
import { edits } from "./reading";

const LONGEST = 60;
/** Effects that tell where the text of their change came from. */
const TOLD_BY_EFFECT = new Set<Effect["is"]>(["decide", "revert", "import", "undo-work", "take-marks", "restore"]);

/** What a person did in some changes, in words; entries are newest first. */
export function inWords(entries: readonly HistoryEntry[], people: People): string[] {
  const oldestFirst = [...entries].reverse();
  const said = [...textWords(oldestFirst), ...effectWords(oldestFirst, people)];
  return said.length > 0 ? said : [words.history.nothing];
}

/** Typing in a row is one piece; text that a decision brought in is told with the decision. */
function textWords(entries: readonly HistoryEntry[]): string[] {
  const said: string[] = [];
  let run = { text: "", end: -1 };
  let deleted = 0;
  const finish = () => {
    if (run.text !== "") said.push(words.history.typed(short(run.text)));
    if (deleted > 0) said.push(words.history.deleted(deleted));
    run = { text: "", end: -1 };
    deleted = 0;
  };
  for (const entry of entries) {
    if (entry.effects.some(({ is }) => TOLD_BY_EFFECT.has(is))) continue;
    for (const edit of edits(entry.changes)) {
      if (edit.deleted > 0 && edit.inserted !== "") {
        finish();
        said.push(words.history.replaced(edit.deleted, short(edit.inserted)));
      } else if (edit.inserted !== "") {
        if (deleted > 0 || (run.end >= 0 && edit.place !== run.end)) finish();
        run = { text: run.text + edit.inserted, end: edit.place + edit.inserted.length };
      } else {
        if (run.text !== "") finish();
        deleted += edit.deleted;
      }
    }
  }
  finish();
  return said;
}

/** An annotation that a decision or a file brought in is told with it. */
function effectWords(entries: readonly HistoryEntry[], people: People): string[] {
  const { history } = words;
  const effects = entries.flatMap((entry) => entry.effects);
  const decided = effects.filter((effect) => effect.is === "decide");
  const said = countedBy(decided, (e) => `${e.outcome}\n${makerName(e.suggestion, people)}`).map(([key, n]) => {
    const [outcome, maker] = key.split("\n") as [string, string];
    return history.decided(outcome, n, maker);
  });
  const added = entries
    .filter((entry) => !entry.effects.some(({ is }) => is === "decide" || is === "import"))
    .flatMap((entry) => entry.effects.filter((effect) => effect.is === "add-annotation"));
  const kinds = countedBy(added, (effect) => kindName(kindOf(effect.body)).toLowerCase());
  said.push(...kinds.map(([kind, n]) => history.annotated(n === 1 ? kind : `${n} × ${kind}`)));
  const tally = (is: Effect["is"], say: (n: number) => string) => {
    const n = effects.filter((effect) => effect.is === is).length;
    if (n > 0) said.push(say(n));
  };
  tally("edit-annotation", history.edited);
  tally("move-annotation", history.moved);
  tally("remove-annotation", history.removed);
  tally("restore-annotation", history.returned);
  tally("propose", history.proposed);
  const revised = new Set(effects.flatMap((effect) => (effect.is === "revise-proposal" ? [effect.id] : [])));
  const proposed = new Set(effects.flatMap((effect) => (effect.is === "propose" ? [effect.id] : [])));
  const further = [...revised].filter((id) => !proposed.has(id)).length;
  if (further > 0) said.push(history.revised(further));
  tally("withdraw-proposal", history.withdrew);
  tally("approve", history.approved);
  tally("withdraw-approval", history.unapproved);
  tally("mark-ready", history.ready);
  tally("withdraw-ready", history.unready);
  tally("open-sample", history.opened);
  const threads = new Set(effects.flatMap((effect) => ("thread" in effect ? [effect.thread] : [])));
  if (threads.size > 0) said.push(words.talk.said(threads.size));
  for (const effect of effects) {
    if (effect.is === "revert") said.push(history.revertedRevision(effect.revision));
    if (effect.is === "restore") said.push(history.restored(effect.revision, effect.passage !== undefined));
    if (effect.is === "undo-work") said.push(history.undid(workerOf(effect.deeds, people), effect.deeds.from, effect.deeds.to));
    if (effect.is === "take-marks") said.push(takenWords(effect, people));
    if (effect.is === "import") said.push(history.imported(effect.title, effect.reader));
  }
  return said;
}

function countedBy<T>(values: readonly T[], key: (value: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(key(value), (counts.get(key(value)) ?? 0) + 1);
  return [...counts];
}

function short(text: string): string {
  const flat = text.replaceAll("\n", "¶");
  const characters = [...flat];
  return characters.length <= LONGEST ? flat : `${characters.slice(0, LONGEST).join("")}…`;
}
