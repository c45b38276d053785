import { useCallback, useMemo } from "react";
import { Failure } from "../app/Failure";
import { useLoaded } from "../app/useLoaded";
import { type Asked, pictures, type Seen } from "../http/pictures";
import { Numbers } from "../progress/Numbers";
import { digits, words } from "../strings";
import { useColours } from "./colours";
import { Drawing, type Shown, type Thing } from "./Drawing";
import { Legend } from "./Legend";
import { nearMost, type View } from "./laying";
import { outlines, paths, placed, projection, radius } from "./mapping";

const HEIGHT = 560;

interface Place extends Thing {
  seen: Seen;
}

/** Computes something for a width, and again only for another: outlines are long. */
function onceFor<R>(compute: (width: number) => R): (width: number) => R {
  let kept: { width: number; result: R } | undefined;
  return (width) => {
    if (kept?.width !== width) kept = { width, result: compute(width) };
    return kept.result;
  };
}

/** Where the places are that are mentioned: on the coasts of the world, which come from this server. */
export function MapPicture({ id, asked, chosen, choose }: { id: string; asked: Asked; chosen: string; choose(entity: string): void }) {
  const entities = useLoaded(() => pictures.entities(id, asked), id, JSON.stringify(asked));
  const world = useLoaded(outlines);
  const colours = useColours();
  const seen = useMemo(() => placed(entities.value?.entities ?? []), [entities.value]);
  const most = seen[0]?.mentioned.mentions ?? 1;
  const project = useCallback((width: number) => projection(seen.map(({ point }) => point), width, HEIGHT), [seen]);
  const lay = useCallback(
    (width: number): Place[] => {
      const how = project(width);
      return seen.map((one) => {
        const [x, y] = how([one.point.longitude, one.point.latitude]) ?? [0, 0];
        const { entity, label, mentions } = one.mentioned;
        return { id: entity, x, y, radius: radius(mentions, most), label, said: words.pictures.mentioned(label, mentions), seen: one };
      });
    },
    [seen, project, most],
  );
  const first = useCallback(
    (width: number) => nearMost(lay(width).map(({ x, y, seen: { mentioned } }) => ({ x, y, weight: mentioned.mentions })), width, HEIGHT),
    [lay],
  );
  const drawn = useMemo(() => onceFor((width) => world.value && paths(world.value, project(width))), [world.value, project]);
  const ground = useCallback(
    (view: View, width: number) => {
      const outline = drawn(width);
      if (outline === undefined) return null;
      const { land, borders, lines } = outline;
      return (
        <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`} strokeWidth={0.7 / view.scale}>
          <path d={lines} fill="none" stroke={colours.line} strokeOpacity={0.55} />
          <path d={land} fill={colours.sunk} stroke={colours.soft} strokeOpacity={0.7} />
          <path d={borders} fill="none" stroke={colours.soft} strokeOpacity={0.35} strokeDasharray={`${3 / view.scale}`} />
        </g>
      );
    },
    [drawn, colours],
  );
  const draw = ({ seen: { mentioned }, radius: size }: Place, { x, y, chosen: now }: Shown) => (
    <circle
      cx={x}
      cy={y}
      r={size}
      fill={colours.type(mentioned.type)}
      fillOpacity={now ? 0.95 : 0.6}
      stroke={now ? colours.ink : colours.paper}
      strokeWidth={now ? 2 : 1}
    />
  );
  const { value } = entities;
  if (value === undefined) return <Failure of={entities.failure} />;
  const left = value.entities.filter(({ mentioned, point }) => mentioned.type === "place" && point === undefined).length;
  return (
    <>
      <Failure of={world.failure} />
      {seen.length === 0 ? (
        <p className="empty">{words.pictures.noPlaces}</p>
      ) : (
        <Drawing
          name={words.pictures.pictures.map}
          label={words.pictures.mapSaid(seen.length)}
          height={HEIGHT}
          lay={lay}
          first={first}
          ground={ground}
          draw={draw}
          ink={colours.ink}
          paper={colours.paper}
          chosen={chosen}
          choose={choose}
        >
          <Legend types={seen.map(({ mentioned }) => mentioned.type)} />
        </Drawing>
      )}
      {left > 0 && <p className="aside">{words.pictures.withoutPoint(left)}</p>}
      <p className="aside">{words.pictures.today}</p>
      <Numbers
        caption={words.pictures.pictures.map}
        heading={[words.pictures.entity, words.pictures.type, words.pictures.mentions, words.pictures.documents, words.pictures.latitude, words.pictures.longitude]}
        rows={value.entities.map(({ mentioned, point }) => [
          mentioned.label,
          words.pictures.types[mentioned.type] ?? mentioned.type,
          digits(mentioned.mentions),
          digits(mentioned.documents),
          point?.latitude.toFixed(2) ?? "–",
          point?.longitude.toFixed(2) ?? "–",
        ])}
        file={pictures.file(id, "entities", asked)}
        titles
      />
    </>
  );
}
