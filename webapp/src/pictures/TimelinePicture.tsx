import { useCallback, useMemo } from "react";
import { Failure } from "../app/Failure";
import { useLoaded } from "../app/useLoaded";
import { type Asked, pictures, type Scene } from "../http/pictures";
import { Numbers } from "../progress/Numbers";
import { digits, words } from "../strings";
import { useColours } from "./colours";
import { Drawing, type Shown, type Thing } from "./Drawing";
import type { View } from "./laying";
import { type Band, bands, placeOfYear, resolved, spanOf, years } from "./timing";

const ROW = 18;
const TITLE = 24;
const HEAD = 24;
const FOOT = 30;
const MARGIN = 14;
const ROOM = 54;
const BAR = 6;

interface Stroke extends Thing {
  scene: Scene;
  left: number;
  right: number;
}

const heightOf = (made: readonly Band[]) => HEAD + FOOT + made.reduce((sum, { rows }) => sum + TITLE + rows * ROW + 8, 0);
const keyOf = ({ date }: Scene) => `${date.document} ${date.annotation}`;

/** When the passages happen that are dated: a band for each document, a stroke for each date. */
export function TimelinePicture({ id, asked, chosen, choose }: { id: string; asked: Asked; chosen: string; choose(scene: Scene | undefined): void }) {
  const dates = useLoaded(() => pictures.dates(id, asked), id, JSON.stringify(asked));
  const colours = useColours();
  const { value } = dates;
  const scenes = useMemo(() => resolved(value?.dates ?? []), [value]);
  const span = useMemo(() => spanOf(scenes), [scenes]);
  const order = useMemo(() => Object.keys(value?.titles ?? {}), [value]);
  const make = useCallback(
    (width: number) => bands(scenes, order, span, MARGIN, width - 2 * MARGIN),
    [scenes, order, span],
  );
  const height = useCallback((width: number) => heightOf(make(width)), [make]);
  const lay = useCallback(
    (width: number): Stroke[] => {
      let top = HEAD;
      return make(width).flatMap(({ rows, bars }) => {
        const first = top + TITLE;
        top += TITLE + rows * ROW + 8;
        return bars.map(({ scene, left, right, row }) => ({
          id: keyOf(scene),
          x: (left + right) / 2,
          y: first + (row + 0.5) * ROW,
          radius: (right - left) / 2,
          tall: BAR,
          label: scene.date.norm,
          said: words.pictures.dated(scene.date.norm, scene.date.from, scene.date.to, scene.date.reference),
          scene,
          left,
          right,
        }));
      });
    },
    [make],
  );
  const ground = useCallback(
    (view: View, width: number) => {
      const wide = width * view.scale - 2 * MARGIN;
      const perDay = wide / Math.max(1, span.to - span.from);
      const made = make(width * view.scale);
      const high = heightOf(made);
      let top = HEAD;
      return (
        <g>
          {years(span, perDay, ROOM).map((year) => {
            const x = view.x + MARGIN + placeOfYear(year, span, perDay);
            return (
              <g key={year}>
                <line x1={x} x2={x} y1={HEAD} y2={high - FOOT + 4} stroke={colours.line} />
                {[HEAD - 8, high - 10].map((y) => (
                  <text key={y} x={x} y={y} textAnchor="middle" fill={colours.soft}>
                    {year}
                  </text>
                ))}
              </g>
            );
          })}
          {made.map(({ document, rows }) => {
            const y = top;
            top += TITLE + rows * ROW + 8;
            return (
              <g key={document}>
                <line x1={0} x2={width} y1={y + 0.5} y2={y + 0.5} stroke={colours.line} />
                <text x={4} y={y + 16} fill={colours.soft} stroke={colours.paper} strokeWidth={3} paintOrder="stroke" fontWeight={600}>
                  {value?.titles[document]}
                </text>
              </g>
            );
          })}
        </g>
      );
    },
    [span, make, colours, value],
  );
  const draw = ({ scene, radius }: Stroke, { x, y, chosen: now }: Shown) => (
    <rect
      x={x - radius}
      y={y - BAR}
      width={2 * radius}
      height={2 * BAR}
      rx={3}
      fill={scene.date.reference ? colours.paper : colours.time}
      fillOpacity={scene.date.reference || now ? 1 : 0.75}
      stroke={now ? colours.accent : colours.time}
      strokeWidth={now ? 3 : 1}
      strokeDasharray={scene.date.reference ? "3 2" : undefined}
    />
  );
  if (value === undefined) return <Failure of={dates.failure} />;
  const rest = value.dates.length - scenes.length;
  return (
    <>
      {scenes.length === 0 ? (
        <p className="empty">{words.pictures.noDates}</p>
      ) : (
        <Drawing
          name={words.pictures.pictures.timeline}
          label={words.pictures.timelineSaid(scenes.length)}
          height={height}
          lay={lay}
          ground={ground}
          draw={draw}
          ink={colours.ink}
          paper={colours.paper}
          chosen={chosen}
          choose={(key) => choose(scenes.find((scene) => keyOf(scene) === key))}
          flat
        />
      )}
      {rest > 0 && <p className="aside">{words.pictures.withoutDays(rest)}</p>}
      {value.total > value.dates.length && <p className="aside">{words.pictures.most(value.dates.length, value.total)}</p>}
      <Numbers
        caption={words.pictures.pictures.timeline}
        heading={[words.pictures.date, words.pictures.from, words.pictures.to, words.pictures.text, words.pictures.document, words.pictures.mentions, words.pictures.names]}
        rows={value.dates.map(({ date, before, behind, mentions, names }) => [
          date.norm + (date.reference ? ` (${words.pictures.reference})` : ""),
          date.from === "" ? date.fault : date.from,
          date.to,
          `${before.slice(-8)}【${date.surface}】${behind.slice(0, 12)}`,
          value.titles[date.document] ?? date.document,
          digits(mentions),
          names.join("、"),
        ])}
        file={pictures.file(id, "dates", asked)}
        titles
      />
    </>
  );
}
