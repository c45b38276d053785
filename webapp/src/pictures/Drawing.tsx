import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { words } from "../strings";
import { apart, labels, next, showing, type Spot, type View, WHOLE, within, zoomed } from "./laying";
import { keep, painted, written } from "./saving";

/** Something in a picture that can be chosen. */
export interface Thing extends Spot {
  id: string;
  /** Half of its width. */
  radius: number;
  /** Half of its height, where that is another. */
  tall?: number;
  /** Written beside it where there is room. */
  label: string;
  /** Its name for who does not see it. */
  said: string;
}

/** How a thing is shown now. */
export interface Shown {
  x: number;
  y: number;
  chosen: boolean;
}

interface Props<T extends Thing> {
  /** Of the files, without an ending. */
  name: string;
  label: string;
  height: number | ((width: number) => number);
  /** The things for a width, the most important ones first. */
  lay(width: number): readonly T[];
  /** What lies under them. */
  ground(view: View, width: number, things: readonly T[]): ReactNode;
  draw(thing: T, shown: Shown): ReactNode;
  ink: string;
  paper: string;
  chosen: string;
  choose(id: string): void;
  /** How it is looked at first; all of it where nothing is said. */
  first?(width: number): View;
  /** Enlarged from left to right only, by being laid for a greater width. */
  flat?: boolean;
  children?: ReactNode;
}

const LABEL = 12.5;
const STEP = 1.5;
const MOVED = 4;
/** A window that changes by less than this share is looked at as before: a scroll bar came or went. */
const NEARLY = 0.1;

/**
 * A drawing of things. Arrow keys go from one to the next that lies there, Enter chooses it, + and − enlarge, 0 shows
 * all; the mouse moves and enlarges too. It can be kept as SVG and PNG.
 */
export function Drawing<T extends Thing>(props: Props<T>) {
  const { name, label, lay, ground, draw, ink, paper, chosen, choose, first, flat = false, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(0);
  const [view, setView] = useState<View>(WHOLE);
  const [at, setAt] = useState(0);
  const [failure, setFailure] = useState<Error | undefined>(undefined);
  const drag = useRef<(Spot & { moved: boolean }) | undefined>(undefined);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    watch.observe(frame.current!);
    return () => watch.disconnect();
  }, []);
  const begun = useRef<{ first: unknown; width: number } | undefined>(undefined);
  useLayoutEffect(() => {
    if (width === 0) return;
    const before = begun.current;
    begun.current = { first, width };
    const grown = before === undefined ? 0 : width / before.width;
    if (before?.first === first && Math.abs(grown - 1) < NEARLY) setView((old) => ({ ...old, x: old.x * grown }));
    else setView(first?.(width) ?? WHOLE);
  }, [first, width]);
  const wide = flat ? width * view.scale : width;
  const height = typeof props.height === "number" ? props.height : props.height(wide);
  const things = useMemo(() => (width === 0 ? [] : lay(wide)), [lay, width, wide]);
  const spots = useMemo(
    () =>
      flat
        ? things.map((thing) => ({ ...thing, x: thing.x + view.x }))
        : apart(things.map((thing) => ({ ...thing, x: thing.x * view.scale + view.x, y: thing.y * view.scale + view.y }))),
    [things, view, flat],
  );
  const sides = useMemo(() => labels(spots, LABEL, width), [spots, width]);
  const current = Math.min(at, things.length - 1);

  const enlarge = (by: number, around: Spot = { x: width / 2, y: height / 2 }) =>
    setView((old) => zoomed(old, by, around, width, height));
  useEffect(() => {
    const svg = drawing.current!;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = svg.getBoundingClientRect();
      setView((old) => zoomed(old, event.deltaY < 0 ? 1.2 : 1 / 1.2, { x: event.clientX - left, y: event.clientY - top }, width, height));
    };
    svg.addEventListener("wheel", wheel, { passive: false });
    return () => svg.removeEventListener("wheel", wheel);
  }, [width, height]);

  function press(event: KeyboardEvent) {
    const thing = things[current];
    if (event.key === "+" || event.key === "=") enlarge(STEP, spots[current]);
    else if (event.key === "-") enlarge(1 / STEP, spots[current]);
    else if (event.key === "0") setView(WHOLE);
    else if ((event.key === "Enter" || event.key === " ") && thing !== undefined) choose(thing.id === chosen ? "" : thing.id);
    else if (event.key.startsWith("Arrow") || event.key === "Home" || event.key === "End") {
      const to = next(spots, current, event.key);
      const there = things[to];
      if (there === undefined) return;
      setAt(to);
      setView((old) => showing(old, flat ? { x: there.x / old.scale, y: (height / 2 - old.y) / old.scale } : there, width, height));
      drawing.current?.querySelector<SVGElement>(`[data-thing="${to}"]`)?.focus();
    } else return;
    event.preventDefault();
  }
  function grab(event: PointerEvent) {
    drag.current = { x: event.clientX, y: event.clientY, moved: false };
  }
  function move(event: PointerEvent) {
    const from = drag.current;
    if (from === undefined || event.buttons === 0) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(x, y) < MOVED) return;
    drag.current = { x: event.clientX, y: event.clientY, moved: true };
    setView((old) => within({ ...old, x: old.x + x, y: old.y + y }, width, height));
  }
  function save(kind: "svg" | "png") {
    const text = written(drawing.current!, label);
    const file = kind === "svg" ? Promise.resolve(new Blob([text], { type: "image/svg+xml" })) : painted(text, width, height);
    file.then((blob) => keep(blob, `${name}.${kind}`), setFailure);
  }

  return (
    <figure className="drawing">
      <div className="drawing-bar">
        {children}
        <span className="drawing-view" role="toolbar" aria-label={words.pictures.tools}>
          <Button aria-label={words.pictures.larger} onPress={() => enlarge(STEP)}>
            +
          </Button>
          <Button aria-label={words.pictures.smaller} isDisabled={view.scale === 1} onPress={() => enlarge(1 / STEP)}>
            −
          </Button>
          <Button isDisabled={view.scale === 1} onPress={() => setView(WHOLE)}>
            {words.pictures.whole}
          </Button>
          <Button onPress={() => save("svg")}>{words.pictures.svg}</Button>
          <Button onPress={() => save("png")}>{words.pictures.png}</Button>
        </span>
      </div>
      <Failure of={failure} />
      <div ref={frame} className="drawing-frame">
        <svg
          ref={drawing}
          role="group"
          aria-label={label}
          viewBox={`0 0 ${Math.max(width, 1)} ${height}`}
          width={width}
          height={height}
          fontSize={LABEL}
          onKeyDown={press}
          onPointerDown={grab}
          onPointerMove={move}
          style={{ touchAction: view.scale > 1 ? "none" : "auto" }}
        >
          {width > 0 && ground(view, width, things)}
          {spots.map((spot, index) => {
            const { x, y, said, id } = spot;
            const side = sides[index];
            const hidden = side === undefined;
            return (
              <g
                key={id}
                data-thing={index}
                role="button"
                tabIndex={index === current ? 0 : -1}
                aria-label={said}
                aria-pressed={id === chosen}
                className="thing"
                onFocus={() => setAt(index)}
                onClick={() => drag.current?.moved !== true && choose(id === chosen ? "" : id)}
              >
                <title>{said}</title>
                {draw(things[index]!, { x, y, chosen: id === chosen })}
                {id !== chosen && <Name spot={spot} side={side} ink={ink} paper={paper} hidden={hidden} />}
              </g>
            );
          })}
          {spots.map(
            (spot, index) =>
              spot.id === chosen && <Name key={spot.id} spot={spot} side={sides[index]} ink={ink} paper={paper} strong />,
          )}
        </svg>
      </div>
      <figcaption className="aside">{words.pictures.keys}</figcaption>
    </figure>
  );
}

interface NameProps {
  spot: Thing;
  side: "right" | "left" | undefined;
  ink: string;
  paper: string;
  hidden?: boolean;
  strong?: boolean;
}

/** What is written beside a thing. */
function Name({ spot: { x, y, radius, label }, side, ink, paper, hidden = false, strong = false }: NameProps) {
  return (
    <text
      x={side === "left" ? x - radius - 3 : x + radius + 3}
      y={y}
      dy="0.35em"
      textAnchor={side === "left" ? "end" : "start"}
      fill={ink}
      stroke={paper}
      strokeWidth={strong ? 5 : 3}
      paintOrder="stroke"
      fontWeight={strong ? 700 : 400}
      visibility={hidden ? "hidden" : "visible"}
      pointerEvents={strong ? "none" : undefined}
    >
      {label}
    </text>
  );
}
