import type { EditorState } from "@codemirror/state";
import type { ViewUpdate } from "@codemirror/view";
import { conflicts } from "../review/conflict";
import { type Meant, toDocument } from "../session/ink";
import type { Displayed } from "../session/displayed";
import { documentText, inkOf } from "../session/shared";
import type { Suggestion } from "../session/values";

/**
 * The proposals of an account on the lines of the selection that it can go on with by typing: other text for some,
 * in one way, without an explanation, and for a text that is still the same.
 */
export function resumable(state: EditorState, { suggestions }: Displayed, account: string): Meant[] {
  const { from, to } = state.selection.main;
  const near = suggestions.in(state.doc.lineAt(from).from, state.doc.lineAt(to).to);
  const ink = inkOf(state);
  const known = new Set<string>([...ink.runs.map(({ id }) => id), ...ink.gone]);
  const text = documentText(state);
  return near.flatMap((one) => {
    if (known.has(one.id)) return [];
    const start = toDocument(ink, one.start);
    const end = toDocument(ink, one.end);
    const instead = typed(one, account);
    return instead === null || conflicts({ ...one, start, end }, text) ? [] : [{ id: one.id, start, end, text: instead }];
  });
}

/** What a suggestion puts in the place of its text, if the account could have typed it. */
function typed({ maker, candidates, explanation }: Suggestion, account: string): string | null {
  if (!("account" in maker) || maker.account !== account) return null;
  const [only, second] = candidates;
  return explanation === "" && second === undefined && only?.action.is === "replace" ? only.action.text : null;
}

/** Whether the cursor was put on another line; one that moves with its text stays where it is. */
export function isOnOtherLine({ transactions, changes, startState, state }: ViewUpdate): boolean {
  if (!transactions.some((transaction) => transaction.isUserEvent("select"))) return false;
  const before = changes.mapPos(startState.selection.main.head);
  return state.doc.lineAt(before).from !== state.doc.lineAt(state.selection.main.head).from;
}
