import { type PointerEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { type Spot, showing, type View, WHOLE, within, zoomed } from "./laying";

const MOVED = 4;
const TURN = 1.2;
/** A window that changes by less than this share is looked at as before: a scroll bar came or went. */
const NEARLY = 0.1;

/** The width of a part of the page, 0 until it is known. */
export function useWidth(part: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    watch.observe(part.current!);
    return () => watch.disconnect();
  }, [part]);
  return width;
}

/** How a picture is looked at, and what changes that: the wheel, dragging, and what its buttons and keys ask for. */
export function useView(drawing: RefObject<SVGSVGElement | null>, first: ((width: number) => View) | undefined, width: number) {
  const [view, setView] = useState<View>(WHOLE);
  const begun = useRef<{ first: unknown; width: number } | undefined>(undefined);
  const drag = useRef<(Spot & { moved: boolean }) | undefined>(undefined);
  const high = () => drawing.current?.viewBox.baseVal.height ?? 0;

  useLayoutEffect(() => {
    if (width === 0) return;
    const before = begun.current;
    begun.current = { first, width };
    const grown = before === undefined ? 0 : width / before.width;
    if (before?.first === first && Math.abs(grown - 1) < NEARLY) setView((old) => ({ ...old, x: old.x * grown }));
    else setView(first?.(width) ?? WHOLE);
  }, [first, width]);

  useEffect(() => {
    const svg = drawing.current!;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = svg.getBoundingClientRect();
      const around = { x: event.clientX - left, y: event.clientY - top };
      setView((old) => zoomed(old, event.deltaY < 0 ? TURN : 1 / TURN, around, width, high()));
    };
    svg.addEventListener("wheel", wheel, { passive: false });
    return () => svg.removeEventListener("wheel", wheel);
  }, [width]);

  return {
    view,
    enlarge: (by: number, around: Spot = { x: width / 2, y: high() / 2 }) => setView((old) => zoomed(old, by, around, width, high())),
    whole: () => setView(WHOLE),
    /** Moves a place of the whole picture into the window; without a height only from left to right. */
    show: ({ x, y }: { x: number; y?: number }) =>
      setView((old) => showing(old, { x, y: y ?? (high() / 2 - old.y) / old.scale }, width, high())),
    onPointerDown: (event: PointerEvent) => {
      drag.current = { x: event.clientX, y: event.clientY, moved: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const from = drag.current;
      if (from === undefined || event.buttons === 0) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      if (!from.moved && Math.hypot(x, y) < MOVED) return;
      drag.current = { x: event.clientX, y: event.clientY, moved: true };
      setView((old) => within({ ...old, x: old.x + x, y: old.y + y }, width, high()));
    },
    /** Whether a click is the end of dragging; what follows is not. */
    wasDragged: () => {
      const moved = drag.current?.moved === true;
      drag.current = undefined;
      return moved;
    },
  };
}
