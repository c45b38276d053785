import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { words } from "../strings";
import { apart, labels, next, type Spot, type View } from "./laying";
import { keep, painted, written } from "./saving";
import { useView, useWidth } from "./useView";

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

/**
 * A drawing of things. Arrow keys go from one to the next that lies there, Enter chooses it, + and − enlarge, 0 shows
 * all; the mouse moves and enlarges too. It can be kept as SVG and PNG.
 */
export function Drawing<T extends Thing>(props: Props<T>) {
  const { name, label, lay, ground, draw, ink, paper, chosen, choose, first, flat = false, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState(0);
  const [failure, setFailure] = useState<Error | undefined>(undefined);
  const width = useWidth(frame);
  const { view, enlarge, whole, show, onPointerDown, onPointerMove, wasDragged } = useView(drawing, first, width);
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

  const turn = (id: string) => choose(id === chosen ? "" : id);
  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const thing = things[current];
    if (event.key === "+" || event.key === "=") enlarge(STEP, spots[current]);
    else if (event.key === "-") enlarge(1 / STEP, spots[current]);
    else if (event.key === "0") whole();
    else if ((event.key === "Enter" || event.key === " ") && thing !== undefined) turn(thing.id);
    else if (event.key.startsWith("Arrow") || event.key === "Home" || event.key === "End") {
      const to = next(spots, current, event.key);
      const there = things[to];
      if (there === undefined) return;
      setAt(to);
      show(flat ? { x: there.x / view.scale } : there);
      drawing.current?.querySelector<SVGElement>(`[data-thing="${to}"]`)?.focus();
    } else return;
    event.preventDefault();
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
          <Button isDisabled={view.scale === 1} onPress={whole}>
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
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onClickCapture={(event) => wasDragged() && event.stopPropagation()}
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
                onClick={() => turn(id)}
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
