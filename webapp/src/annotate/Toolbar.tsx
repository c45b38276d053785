import type { EditorView } from "@codemirror/view";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button, Toolbar as AriaToolbar } from "react-aria-components";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { begin } from "./edits";
import { kindName, OFFERED } from "./kinds";

const QUIET = 200;

/** Floats over the selection and offers what can be done with it. */
export function Toolbar() {
  const workspace = useWorkspace();
  const { from, to, floating, session } = useView();
  const settled = useSettled(`${from} ${to}`);
  const bar = useRef<HTMLDivElement>(null);
  const shown = settled && from < to && floating === null && session.role !== "viewer";
  useLayoutEffect(() => {
    if (!shown) return;
    const place = () => bar.current && moveTo(bar.current, workspace.view!, from, to);
    place();
    const { scrollDOM } = workspace.view!;
    scrollDOM.addEventListener("scroll", place);
    return () => scrollDOM.removeEventListener("scroll", place);
  }, [shown, from, to, workspace]);
  if (!shown) return null;
  return (
    <AriaToolbar ref={bar} className="toolbar" aria-label={words.annotate.toolbar}>
      {OFFERED.map((kind, index) => (
        <Button
          key={kind}
          className={`tool kind-${kind}`}
          aria-label={kindName(kind)}
          aria-keyshortcuts={`Alt+${index + 1}`}
          onPress={() => begin(workspace, kind)}
        >
          <span lang="lzh" aria-hidden="true">
            {words.annotate.hints[kind]}
          </span>
          <span className="tool-name">{kindName(kind)}</span>
        </Button>
      ))}
      <Button className="tool suggest" aria-keyshortcuts="Alt+9" onPress={() => begin(workspace, "suggest")}>
        {words.annotate.suggest}
      </Button>
    </AriaToolbar>
  );
}

/** Above the selection, or below it when there is no room. */
function moveTo(bar: HTMLElement, view: EditorView, from: number, to: number): void {
  const start = view.coordsAtPos(from, 1);
  const end = view.coordsAtPos(to, -1);
  const frame = view.scrollDOM.getBoundingClientRect();
  const out = !start || !end || end.bottom < frame.top || start.top > frame.bottom;
  bar.style.visibility = out ? "hidden" : "visible";
  if (out) return;
  const { width, height } = bar.getBoundingClientRect();
  const above = start.top - height - 8;
  const top = above > frame.top ? above : Math.min(end.bottom + 8, frame.bottom - height - 8);
  const left = Math.max(frame.left + 8, Math.min(start.left, frame.right - width - 8));
  bar.style.left = `${left}px`;
  bar.style.top = `${top}px`;
}

/** Whether a value has not changed for a moment, so that the bar does not chase the mouse. */
function useSettled(value: string): boolean {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), QUIET);
    return () => clearTimeout(timer);
  }, [value]);
  return settled === value;
}
