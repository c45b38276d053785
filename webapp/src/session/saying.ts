import type { Text } from "@codemirror/state";
import { type Ink, type Meant, meant } from "./ink";
import type { Candidate, EditEffect } from "./values";

/** Of a candidate's text, so much is its label, in characters. */
const LABEL = 40;

/** What is to be proposed so that everybody knows the ink, and the ink of which that is said; null when it is said. */
export function sayings(ink: Ink, shown: Text): { effects: EditEffect[]; ink: Ink } | null {
  const unsaid = ink.runs.filter(({ said }) => !said);
  if (unsaid.length === 0 && ink.gone.length === 0) return null;
  const withdrawn = ink.gone.map((id): EditEffect => ({ is: "withdraw-proposal", id }));
  const proposed = unsaid.map((run): EditEffect => saying(meant(ink, run, shown), run.proposed));
  const runs = ink.runs.map((run) => (run.said ? run : { ...run, proposed: true, said: true }));
  return { effects: [...withdrawn, ...proposed], ink: { ...ink, runs, gone: [] } };
}

function saying({ id, start, end, text }: Meant, proposed: boolean): EditEffect {
  const what = { id, start, end, candidates: [replacement(text)], explanation: "" };
  return proposed ? { is: "revise-proposal", ...what } : { is: "propose", category: "proposal", ...what };
}

/** A text as what a person proposes. */
export function replacement(text: string): Candidate {
  const characters = [...text];
  const words = characters.length > LABEL ? `${characters.slice(0, LABEL).join("")}…` : text;
  const label = text === "" ? "∅" : words.trim() === "" ? "␣" : words;
  return { action: { is: "replace", text }, confidence: 1, label };
}

/** Effects on proposals with the same outcome, at most one for each. No text may change in between. */
export function condense(effects: readonly EditEffect[]): EditEffect[] {
  const byId = new Map<string, EditEffect>();
  for (const effect of effects) {
    const before = byId.get(effect.id);
    byId.delete(effect.id);
    if (before?.is === "propose" && effect.is === "withdraw-proposal") continue;
    if (before?.is === "propose" && effect.is === "revise-proposal") {
      const { start, end, candidates, explanation } = effect;
      byId.set(effect.id, { ...before, start, end, candidates, explanation });
    } else {
      byId.set(effect.id, effect);
    }
  }
  return [...byId.values()];
}
