import { geoGraticule10, geoMercator, geoPath, type GeoProjection } from "d3-geo";
import type { FeatureCollection, Geometry } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import file from "world-atlas/countries-50m.json?url";
import type { Point, Seen } from "../http/pictures";

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

/** The outlines that lie under a map. */
export interface Outlines {
  land: FeatureCollection<Geometry>;
  borders: Geometry;
}

let loading: Promise<Outlines> | undefined;

/** The coasts of the world and the borders of today, of which the server has a copy. */
export function outlines(): Promise<Outlines> {
  loading ??= fetch(file)
    .then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
      return answer.json() as Promise<World>;
    })
    .then((world) => ({
      land: feature(world, world.objects.land),
      borders: mesh(world, world.objects.countries, (one, other) => one !== other),
    }))
    .catch((problem) => {
      loading = undefined;
      throw problem;
    });
  return loading;
}

const MARGIN = 36;
const LEAST = 6;

/** Shows all of these places, and some land around them. */
export function projection(points: readonly Point[], width: number, height: number): GeoProjection {
  const around = points.flatMap(({ latitude, longitude }) => [
    [longitude - LEAST, Math.max(-80, latitude - LEAST / 2)],
    [longitude + LEAST, Math.min(80, latitude + LEAST / 2)],
  ]);
  return geoMercator().fitExtent(
    [
      [MARGIN, MARGIN],
      [Math.max(MARGIN + 1, width - MARGIN), height - MARGIN],
    ],
    { type: "MultiPoint", coordinates: around.length === 0 ? [[60, 10], [150, 60]] : around },
  );
}

/** The outlines as the paths of a drawing. */
export function paths({ land, borders }: Outlines, how: GeoProjection): { land: string; borders: string; lines: string } {
  const path = geoPath(how).digits(1);
  return { land: path(land) ?? "", borders: path(borders) ?? "", lines: path(geoGraticule10()) ?? "" };
}

/** As large as it is often mentioned: the area counts. */
export const radius = (mentions: number, most: number) => 3.5 + 12 * Math.sqrt(mentions / Math.max(1, most));

/** Those that have a place. */
export function placed(entities: readonly Seen[]): (Seen & { point: Point })[] {
  return entities.filter((one): one is Seen & { point: Point } => one.point !== undefined);
}
