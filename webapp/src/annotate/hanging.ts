import type { EditorView } from "@codemirror/view";
import { type RefObject, useLayoutEffect } from "react";

/** Keeps an element at a range of the text, above it or below, also while the text scrolls or the window becomes narrower. */
export function useHanging(
  element: RefObject<HTMLElement | null>,
  view: EditorView,
  place: { from: number; to: number; side: "above" | "below" } | null,
): void {
  const { from = 0, to = 0, side = "above" } = place ?? {};
  useLayoutEffect(() => {
    if (place === null) return;
    const move = () => element.current && hang(element.current, view, from, to, side);
    move();
    const resized = new ResizeObserver(move);
    resized.observe(view.scrollDOM);
    view.scrollDOM.addEventListener("scroll", move);
    return () => {
      resized.disconnect();
      view.scrollDOM.removeEventListener("scroll", move);
    };
  });
}

function hang(element: HTMLElement, view: EditorView, from: number, to: number, side: string): void {
  const { length } = view.state.doc;
  const start = view.coordsAtPos(Math.min(from, length), 1);
  const end = view.coordsAtPos(Math.min(to, length), -1) ?? start;
  const frame = view.scrollDOM.getBoundingClientRect();
  const out = !start || !end || end.bottom < frame.top || start.top > frame.bottom;
  element.style.visibility = out ? "hidden" : "visible";
  if (out) return;
  const { width, height } = element.getBoundingClientRect();
  const above = start.top - height - 8;
  const below = end.bottom + 8;
  const fitsAbove = above > frame.top;
  const fitsBelow = below + height < frame.bottom;
  const upward = side === "above" ? fitsAbove : fitsAbove && !fitsBelow;
  const top = upward ? above : Math.min(below, frame.bottom - height - 8);
  const left = Math.max(frame.left + 8, Math.min(start.left, frame.right - width - 8));
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}
