import { marks } from "../http/marks";
import { words } from "../strings";
import type { Workspace } from "../workspace/workspace";
import type { Shown } from "./characters";
import type { Stretch } from "./marks";
import { markWords } from "./origins";

/** Asks the server about a mark of the shown text: who or what made it. */
export async function tellOf(workspace: Workspace, mark: Stretch): Promise<string> {
  const text = workspace.state.sliceDoc(mark.from, mark.to);
  const { start, end } = workspace.session.confirmedRange(mark.from, mark.to);
  if (end <= start) return words.marks.fresh(text);
  const found = await marks.of(workspace.document, start, end);
  const told = found.marks.find(([at]) => at === start);
  if (told === undefined || found.revision !== workspace.session.snapshot.revision) return words.marks.fresh(text);
  return markWords(text, found.acts[told[2]]!, told[3] === 1, found.people);
}

/** Why a character is shown otherwise, or why not; nothing when the view alone says it. */
export function whyShown(workspace: Workspace, { from, to, text, decided, choices }: Shown): string {
  if (choices !== undefined) return words.views.choices(text, choices);
  if (decided === undefined) return "";
  const { body, author } = decided;
  const as = body.is === "regularization" ? body.relation : words.views.glyph;
  const who = workspace.session.snapshot.people[author]?.name ?? author;
  return words.views.decided(`${workspace.state.sliceDoc(from, to)} → ${text}`, as, who);
}
