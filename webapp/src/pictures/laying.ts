/** Where the things of a picture go, and how one comes from one to the next by keys. Pure. */

export interface Spot {
  x: number;
  y: number;
}

export interface Labelled extends Spot {
  /** Half of the width of the thing itself. */
  radius: number;
  /** Half of its height, where that is another. */
  tall?: number;
  label: string;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const LINE = 1.25;
const GAP = 3;

/** About how wide a text is: Han characters are as wide as high, others about half of that. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! >= 0x2e80 ? size : 0.56 * size;
  return width;
}

const meet = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Which things can have their label beside them, on which side, so that none covers another; the first ones first. */
export function labels(things: readonly Labelled[], size: number, edge: number): ("right" | "left" | undefined)[] {
  const taken: Box[] = things.map(({ x, y, radius, tall = radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - tall,
    bottom: y + tall,
  }));
  return things.map(({ x, y, radius, label }, index) => {
    const width = widthOf(label, size);
    const boxes: Record<"right" | "left", Box> = {
      right: { left: x + radius + GAP, right: x + radius + GAP + width, top: y - (LINE * size) / 2, bottom: y + (LINE * size) / 2 },
      left: { left: x - radius - GAP - width, right: x - radius - GAP, top: y - (LINE * size) / 2, bottom: y + (LINE * size) / 2 },
    };
    for (const side of ["right", "left"] as const) {
      const box = boxes[side];
      if (box.left < 0 || box.right > edge) continue;
      if (taken.some((other, which) => which !== index && meet(box, other))) continue;
      taken.push(box);
      return side;
    }
    return undefined;
  });
}

/** Moves those that stand where another stands beside it: two names of one town. */
export function apart<T extends Labelled>(things: readonly T[]): T[] {
  const free = new Map<string, number>();
  return things.map((thing) => {
    const place = `${Math.round(thing.x)} ${Math.round(thing.y)}`;
    const right = free.get(place);
    const x = right === undefined ? thing.x : right + thing.radius;
    free.set(place, x + thing.radius);
    return { ...thing, x };
  });
}

const DIRECTIONS: Record<string, Spot> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

/** The thing that lies next in the direction of an arrow key; the same one where none does. */
export function next(things: readonly Spot[], at: number, key: string): number {
  if (key === "Home") return 0;
  if (key === "End") return things.length - 1;
  const here = things[at];
  const to = DIRECTIONS[key];
  if (here === undefined || to === undefined) return at;
  let best = at;
  let least = Infinity;
  things.forEach((thing, index) => {
    const [x, y] = [thing.x - here.x, thing.y - here.y];
    const ahead = x * to.x + y * to.y;
    const aside = Math.abs(x * to.y - y * to.x);
    const far = ahead + 2 * aside;
    if (index !== at && ahead > 0.5 && aside <= 2 * ahead && far < least) {
      least = far;
      best = index;
    }
  });
  return best;
}

/** How a picture is looked at: enlarged so much, and moved. */
export interface View extends Spot {
  scale: number;
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 };
const MOST = 24;

/** Enlarged around a place of the window, which stays where it is; never smaller than the window. */
export function zoomed(view: View, by: number, around: Spot, width: number, height: number): View {
  const scale = Math.min(MOST, Math.max(1, view.scale * by));
  const grown = scale / view.scale;
  return within({ scale, x: around.x - (around.x - view.x) * grown, y: around.y - (around.y - view.y) * grown }, width, height);
}

/** Enlarged so that most of what counts fills the window: things far from the others are left for "show all". */
export function nearMost(things: readonly (Spot & { weight: number })[], width: number, height: number): View {
  const all = things.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0) return WHOLE;
  const [left, right] = most(things.map(({ x, weight }) => [x, weight]), all);
  const [top, bottom] = most(things.map(({ y, weight }) => [y, weight]), all);
  const margin = 48;
  const scale = Math.min(MOST, width / (right - left + 2 * margin), height / (bottom - top + 2 * margin));
  const view = { scale, x: width / 2 - (scale * (left + right)) / 2, y: height / 2 - (scale * (top + bottom)) / 2 };
  return scale <= 1 ? WHOLE : within(view, width, height);
}

const OUTLIERS = 0.015;

/** Between which places all lies but the outliers of either side. */
function most(places: [number, number][], all: number): [number, number] {
  const sorted = places.sort(([one], [other]) => one - other);
  const edge = (from: [number, number][]) => {
    let passed = 0;
    return (from.find(([, weight]) => (passed += weight) > OUTLIERS * all) ?? from[0])![0];
  };
  return [edge(sorted), edge([...sorted].reverse())];
}

/** Moved no further than to the edges of the picture. */
export function within({ scale, x, y }: View, width: number, height: number): View {
  return {
    scale,
    x: Math.min(0, Math.max(width * (1 - scale), x)),
    y: Math.min(0, Math.max(height * (1 - scale), y)),
  };
}

/** Moved so that a place of the whole picture can be seen. */
export function showing(view: View, place: Spot, width: number, height: number): View {
  const [x, y] = [place.x * view.scale + view.x, place.y * view.scale + view.y];
  const margin = 24;
  if (x >= margin && x <= width - margin && y >= margin && y <= height - margin) return view;
  return within({ ...view, x: view.x + width / 2 - x, y: view.y + height / 2 - y }, width, height);
}
