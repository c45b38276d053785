import type { KeyBinding } from "@codemirror/view";
import { begin } from "../annotate/edits";
import { OFFERED } from "../annotate/kinds";
import { lookPlainly, lookThrough } from "../markings/choosing";
import { ALL_CHARACTERS, ALL_MARKS, next } from "../markings/views";
import { approvePassage, callReady, showNextOpen } from "./passage";
import { mayWrite } from "../session/snapshot";
import { words } from "../strings";
import type { Workspace } from "./workspace";

/** Keys of the editor that are not about editing text. */
export function keys(workspace: Workspace): KeyBinding[] {
  const form = (kind: (typeof OFFERED)[number] | "suggest") => () => {
    const { from, to } = workspace.state.selection.main;
    if (workspace.state.readOnly || (from === to && kind !== "gap" && kind !== "suggest")) return false;
    begin(workspace, kind);
    return true;
  };
  return [
    ...OFFERED.map((kind, index) => ({ key: `Alt-${index + 1}`, run: form(kind) })),
    { key: "Alt-9", run: form("suggest") },
    {
      key: "Alt-g",
      run: () => {
        if (workspace.state.readOnly) return false;
        begin(workspace, "glyph");
        return true;
      },
    },
    {
      key: "Alt-Enter",
      run: () => {
        const at = workspace.state.selection.main.head;
        workspace.set({ floating: { is: "annotations", at, focused: true } });
        return true;
      },
    },
    {
      key: "Mod-Enter",
      run: () => {
        void approvePassage(workspace);
        return true;
      },
    },
    {
      key: "Alt-s",
      run: () => {
        const { suggesting } = workspace.now;
        workspace.suggest(!suggesting);
        if (workspace.now.suggesting !== suggesting) workspace.say(suggesting ? words.mode.off : words.mode.on);
        return true;
      },
    },
    {
      key: "Alt-c",
      run: () => {
        const { look } = workspace.now;
        lookThrough(workspace, { ...look, characters: next(ALL_CHARACTERS, look.characters) });
        return true;
      },
    },
    {
      key: "Alt-v",
      run: () => {
        const { look } = workspace.now;
        lookThrough(workspace, { ...look, marks: next(ALL_MARKS, look.marks) });
        return true;
      },
    },
    {
      key: "Alt-0",
      run: () => {
        lookPlainly(workspace);
        return true;
      },
    },
    {
      key: "Alt-m",
      run: () => {
        workspace.set({ panel: "marks", panelOpen: true });
        return true;
      },
    },
    {
      key: "Alt-p",
      run: () => {
        if (!mayWrite(workspace.session.snapshot)) return false;
        workspace.punctuate(!workspace.now.punctuating);
        return true;
      },
    },
    {
      key: "Alt-t",
      run: () => {
        workspace.set({ panel: "talk", panelOpen: true });
        return true;
      },
    },
    {
      key: "Alt-y",
      run: () => {
        void callReady(workspace);
        return true;
      },
    },
    {
      key: "Alt-n",
      run: () => {
        showNextOpen(workspace);
        return true;
      },
    },
    {
      key: "Alt-r",
      run: () => {
        workspace.focusReview();
        return true;
      },
    },
  ];
}
