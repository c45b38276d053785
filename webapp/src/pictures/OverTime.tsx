import { digits, words } from "../strings";
import { useColours } from "./colours";

const [HEIGHT, FOOT, WIDTH] = [120, 20, 420];
const MOST = 400;

/** In passages of which years something is mentioned, as columns; the same in words for who does not see them. */
export function OverTime({ label, years }: { label: string; years: Record<string, number> }) {
  const colours = useColours();
  const entries = Object.entries(years)
    .map(([year, times]) => [Number(year), times] as const)
    .sort(([one], [other]) => one - other);
  const [first, last] = [entries[0]?.[0], entries.at(-1)?.[0]];
  if (first === undefined || last === undefined) return <p className="empty">{words.pictures.noYears}</p>;
  const most = Math.max(...entries.map(([, times]) => times));
  const wide = Math.max(WIDTH / Math.min(MOST, last - first + 1), 2);
  const column = Math.min(26, Math.max(2, wide - 2));
  const place = (year: number) => (last === first ? WIDTH / 2 : column / 2 + 14 + ((WIDTH - column - 28) * (year - first)) / (last - first));
  const said = entries.map(([year, times]) => `${year}: ${digits(times)}`).join(", ");
  return (
    <svg className="over-time" role="img" aria-label={`${words.pictures.overTime(label)} ${said}`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} fontSize={12}>
      <line x1={0} x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} stroke={colours.line} />
      {entries.map(([year, times]) => {
        const high = (HEIGHT - FOOT - 16) * (times / most);
        return (
          <g key={year}>
            <title>{`${year}: ${digits(times)}`}</title>
            <rect x={place(year) - column / 2} y={HEIGHT - FOOT - high} width={column} height={high} fill={colours.time} />
          </g>
        );
      })}
      {[...new Set([first, last])].map((year) => (
        <text key={year} x={place(year)} y={HEIGHT - 5} textAnchor="middle" fill={colours.soft}>
          {year}
        </text>
      ))}
    </svg>
  );
}
