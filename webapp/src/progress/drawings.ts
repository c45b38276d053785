import type { ChartConfiguration, ChartDataset } from "chart.js";
import { type Band, type Deed, DEEDS, type Extent, type Level, type Progress } from "../http/work";
import { day, words } from "../strings";
import type { Palette } from "./palette";

export type Unit = keyof Extent;

export const LEVELS: readonly Level[] = ["approved", "partly", "ready", "work", "untouched"];
export const MOST_DOCUMENTS = 20;
export const MOST_DAYS = 60;

const DAY = 86_400_000;
/** More people are drawn as one. */
const MOST_PEOPLE = 8;

const numberOf = (written: string) => Date.parse(`${written}T00:00:00Z`) / DAY;
const dayOf = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);

/** How far everything was on each day. A day on which nothing happened is as the one before; the last one is drawn to its end. */
export function overTime(days: Progress["days"], unit: Unit, palette: Palette): ChartConfiguration {
  const numbers = days.map((one) => numberOf(one.day));
  const end = (numbers.at(-1) ?? 0) + 1;
  const datasets = LEVELS.map((level) => ({
    type: "line" as const,
    label: words.progress.levels[level],
    data: [
      ...days.map(({ share }, index) => ({ x: numbers[index]!, y: share[level][unit] })),
      { x: end, y: days.at(-1)?.share[level][unit] ?? 0 },
    ],
    stepped: "before" as const, // a day counts as it was at its end
    fill: true,
    backgroundColor: palette.levels[level],
    borderColor: palette.paper,
    borderWidth: 1,
    pointRadius: 0,
    pointHitRadius: 8,
  }));
  return {
    type: "line",
    data: { datasets },
    options: {
      interaction: { mode: "index", intersect: false },
      plugins: { tooltip: { callbacks: { title: ([item]) => day(dayOf(Math.min(item?.parsed.x ?? 0, end - 1))) } } },
      scales: {
        x: {
          type: "linear",
          min: numbers[0] ?? 0,
          max: end,
          ticks: { precision: 0, maxRotation: 0, maxTicksLimit: 7, callback: (value) => day(dayOf(Number(value))) },
        },
        y: { stacked: true, beginAtZero: true, ticks: { precision: 0 } },
      },
    },
  };
}

export function total(share: Record<Level, Extent>, unit: Unit): number {
  return LEVELS.reduce((sum, level) => sum + share[level][unit], 0);
}

/** The largest documents, each as one bar. */
export function byDocument(documents: Progress["documents"], unit: Unit, palette: Palette): ChartConfiguration {
  const largest = [...documents].sort((a, b) => total(b.share, unit) - total(a.share, unit)).slice(0, MOST_DOCUMENTS);
  return {
    type: "bar",
    data: {
      labels: largest.map(({ title }) => shortened(title)),
      datasets: LEVELS.map((level) => ({
        label: words.progress.levels[level],
        data: largest.map(({ share }) => share[level][unit]),
        backgroundColor: palette.levels[level],
        maxBarThickness: 34,
      })),
    },
    options: {
      indexAxis: "y",
      scales: { x: { stacked: true, ticks: { precision: 0, maxRotation: 0, maxTicksLimit: 8 } }, y: { stacked: true } },
    },
  };
}

function shortened(title: string): string {
  const letters = [...title];
  return letters.length > 14 ? `${letters.slice(0, 13).join("")}…` : title;
}

/** Deeds that are counted alike, so that they can stand on one bar. */
export const COUNTED = DEEDS.filter((deed) => deed !== "written" && deed !== "deleted");

/** What each person did, of the busiest ones. */
export function byPerson(people: Progress["people"], deeds: readonly Deed[], palette: Palette): ChartConfiguration {
  const sum = ({ times }: Progress["people"][number]) => deeds.reduce((all, deed) => all + times[deed], 0);
  const most = [...people].sort((a, b) => sum(b) - sum(a)).slice(0, MOST_DOCUMENTS);
  return {
    type: "bar",
    data: {
      labels: most.map(({ name }) => shortened(name)),
      datasets: deeds.map((deed, index) => ({
        label: words.progress.deeds[deed],
        data: most.map(({ times }) => times[deed]),
        backgroundColor: palette.several[index % palette.several.length]!,
        maxBarThickness: 34,
      })),
    },
    options: {
      indexAxis: "y",
      scales: { x: { stacked: true, ticks: { precision: 0, maxRotation: 0, maxTicksLimit: 8 } }, y: { stacked: true } },
    },
  };
}

/** The decisions of the last days, those of the busiest people by name. */
export function decisions({ throughput, people }: Progress, palette: Palette): ChartConfiguration {
  const last = numberOf(throughput.at(-1)?.day ?? "1970-01-01");
  const first = Math.max(last - MOST_DAYS + 1, numberOf(throughput[0]?.day ?? "1970-01-01"));
  const drawn = throughput.filter((one) => numberOf(one.day) >= first);
  const sums = new Map<string, number>();
  for (const { account, decisions } of drawn) sums.set(account, (sums.get(account) ?? 0) + decisions);
  const busiest = [...sums].sort(([, a], [, b]) => b - a).slice(0, MOST_PEOPLE).map(([account]) => account);
  const names = new Map(people.map(({ account, name }) => [account, name]));
  return {
    type: "bar",
    data: {
      labels: Array.from({ length: last - first + 1 }, (_, index) => day(dayOf(first + index))),
      datasets: busiest.map((account, index) => {
        const data = new Array<number>(last - first + 1).fill(0);
        for (const one of drawn) if (one.account === account) data[numberOf(one.day) - first]! += one.decisions;
        return { label: names.get(account) ?? account, data, backgroundColor: palette.several[index % palette.several.length]!, maxBarThickness: 34 };
      }),
    },
    options: {
      scales: {
        x: { stacked: true, ticks: { maxRotation: 0, autoSkip: true, maxTicksLimit: 7 } },
        y: { stacked: true, beginAtZero: true, ticks: { precision: 0 } },
      },
    },
  };
}

/** What was accepted of what a plugin was how sure of: the share as a point, its interval as a line, and where both are the same. */
export function calibration(bands: readonly Band[], palette: Palette): ChartConfiguration {
  const middle = ({ from, to }: Band) => (from + to) / 2;
  const intervals = bands.map(
    (band): ChartDataset => ({
      type: "line",
      label: words.progress.interval,
      data: [
        { x: middle(band), y: band.low },
        { x: middle(band), y: band.high },
      ],
      borderColor: palette.soft,
      borderWidth: 2,
      pointStyle: "line",
      pointRadius: 5,
      pointBorderColor: palette.soft,
      clip: false,
      pointHitRadius: 0,
      order: 2,
    }),
  );
  const points: ChartDataset = {
    type: "scatter",
    label: words.progress.share,
    data: bands.map((band) => ({ x: middle(band), y: band.share })),
    backgroundColor: palette.accent,
    borderColor: palette.paper,
    pointRadius: 6,
    pointHoverRadius: 7,
    clip: false,
    order: 1,
  };
  const stated: ChartDataset = {
    type: "line",
    label: words.progress.stated,
    data: [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ],
    borderColor: palette.soft,
    borderWidth: 1,
    borderDash: [5, 5],
    pointStyle: "line",
    pointRadius: 0,
    pointHitRadius: 0,
    order: 3,
  };
  const percent = (value: string | number) => words.progress.percent(Number(value));
  return {
    type: "scatter",
    data: { datasets: [points, stated, ...intervals] } as ChartConfiguration["data"],
    options: {
      plugins: {
        legend: { labels: { usePointStyle: true, filter: ({ datasetIndex }) => (datasetIndex ?? 0) < 3 } },
        tooltip: {
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: {
            label: ({ dataIndex }) => {
              const { from, to, share, accepted, decided, low, high } = bands[dataIndex]!;
              return `${words.progress.band(from, to)}: ${percent(share)} (${accepted}/${decided}; ${percent(low)}–${percent(high)})`;
            },
          },
        },
      },
      scales: {
        x: { type: "linear", min: 0, max: 1, title: { display: true, text: words.progress.confidence }, ticks: { callback: percent } },
        y: { type: "linear", min: 0, max: 1, title: { display: true, text: words.progress.share }, ticks: { callback: percent } },
      },
    },
  };
}
