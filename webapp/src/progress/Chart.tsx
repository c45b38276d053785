import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as Drawn,
  type ChartConfiguration,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from "chart.js";
import { useEffect, useRef } from "react";
import { type Palette, paletteNow, useDark } from "./palette";

Drawn.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
);

interface Props {
  /** What the chart shows, for who does not see it; the same numbers stand in the table beside it. */
  label: string;
  height?: "low" | "high";
  /** Makes the chart in the colours of the page; the same one as long as nothing changed. */
  draw(palette: Palette): ChartConfiguration;
}

/** One chart on a canvas. */
export function Chart({ label, height = "low", draw }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = useDark();
  useEffect(() => {
    const palette = paletteNow();
    Drawn.defaults.color = palette.soft;
    Drawn.defaults.borderColor = palette.line;
    Drawn.defaults.font.family = getComputedStyle(document.body).fontFamily;
    const configuration = draw(palette);
    const drawn = new Drawn(canvas.current!, {
      ...configuration,
      options: { animation: false, responsive: true, maintainAspectRatio: false, ...configuration.options },
    });
    return () => drawn.destroy();
  }, [draw, dark]);
  return (
    <div className={`chart ${height}`}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
