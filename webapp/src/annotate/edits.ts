import { glyphAt } from "../glyphs/places";
import { randomName } from "../session/names";
import { replacement } from "../session/saying";
import type { Body } from "../session/values";
import type { Workspace } from "../workspace/workspace";
import { kindName, kindOf, type Offered } from "./kinds";

/** Opens the form for a kind, or annotates at once when there is nothing to ask. */
export function begin(workspace: Workspace, kind: Offered | "suggest" | "glyph"): void {
  const { from, to } = workspace.state.selection.main;
  if (kind === "glyph") return workspace.set({ floating: { is: "form", kind, ...glyphAt(workspace.state.doc, from, to) } });
  workspace.set({ floating: { is: "form", kind, from, to } });
}

export function annotate(workspace: Workspace, start: number, end: number, body: Body): void {
  if (!workspace.now.suggesting) {
    return workspace.edit({ is: "add-annotation", id: randomName(), start, end, body });
  }
  const candidates = [{ action: { is: "annotate" as const, body }, confidence: 1, label: kindName(kindOf(body)) }];
  workspace.edit({ is: "propose", category: "proposal", id: randomName(), start, end, candidates, explanation: "" });
}

/** Puts words in the place of a range, or proposes that. */
export function write(workspace: Workspace, from: number, to: number, text: string): void {
  if (workspace.now.suggesting) return propose(workspace, from, to, text, "");
  const after = { anchor: from + text.length };
  workspace.view?.dispatch({ changes: { from, to, insert: text }, selection: after, userEvent: "input" });
}

export function propose(workspace: Workspace, start: number, end: number, text: string, why: string): void {
  const candidates = [replacement(text)];
  workspace.edit({ is: "propose", category: "proposal", id: randomName(), start, end, candidates, explanation: why });
}
