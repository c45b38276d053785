import type { Text } from "@codemirror/state";
import type { Suggestion } from "../session/values";

/** Whether the text that a person's proposal is about has changed since: then it can only be corrected or rejected. */
export function conflicts({ maker, orphaned, start, end, surface }: Suggestion, text: Text): boolean {
  if (!("account" in maker)) return false;
  return orphaned || text.sliceString(start, end) !== surface;
}
