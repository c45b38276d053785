import type { DraftReason } from "../session/kept";
import type { EditEffect } from "../session/values";
import { count } from "./formats";

export const drafts = {
  tab: (n: number) => `Drafts (${n})`,
  intro: "These edits are not in the text. Apply each where it belongs, or discard them.",
  one: "Draft",
  reason: {
    "too-long": "Too much has changed since these edits were made.",
    "other-history": "The document was restored from a backup; these edits belong to what was there before.",
    refused: "The server did not take these edits:",
    removed: "Somebody has removed the annotation meanwhile.",
    "letters-left":
      "Others changed this passage while an input method was left open in it. What it had written was taken out again.",
    decided: "Somebody decided about this proposal while you were still typing it. What you typed since is not in it.",
    diverged: "This page showed another text than the server has. Now it shows the server's; what differed was taken out.",
    forbidden: "You may not change this document any more.",
  } satisfies Record<DraftReason, string>,
  kept: (at: string) => `made ${at}`,
  was: "There was",
  now: "You made it",
  mark: {
    "add-annotation": "annotated",
    "edit-annotation": "edited an annotation",
    "move-annotation": "moved an annotation to",
    "remove-annotation": "removed an annotation",
    propose: "proposed a change of",
    "revise-proposal": "proposed a change of",
    "withdraw-proposal": "withdrew a proposal",
  } satisfies Record<EditEffect["is"], string>,
  apply: "Apply",
  applied: "Applied",
  copy: "Copy",
  copied: "Copied.",
  show: "Show the place",
  lost: "Its place cannot be found any more: the text around it has changed. Copy it and put it where it belongs.",
  gone: "The annotation is not there any more.",
  discard: "Discard",
  discardTitle: "Discard this draft?",
  discardText: (n: number) => `${count(n, "edit")} will be gone for good.`,
};
