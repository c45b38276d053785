import { useCallback, useMemo, useState } from "react";
import { Choice } from "../app/Field";
import { type Band, type Progress, work } from "../http/work";
import { digits, words } from "../strings";
import { Chart } from "./Chart";
import { calibration } from "./drawings";
import { Numbers } from "./Numbers";
import type { Palette } from "./palette";

const nameOf = ({ plugin, version }: Band) => `${plugin} ${version}`;

/** How often a plugin was right when it was how sure. */
export function Calibration({ id, progress }: { id: string; progress: Progress }) {
  const names = useMemo(() => [...new Set(progress.calibration.map(nameOf))], [progress]);
  const [wanted, setWanted] = useState("");
  const chosen = names.includes(wanted) ? wanted : (names[0] ?? "");
  const bands = useMemo(() => progress.calibration.filter((band) => nameOf(band) === chosen), [progress, chosen]);
  const draw = useCallback((palette: Palette) => calibration(bands, palette), [bands]);
  const label = words.progress.calibrationSaid(chosen);
  return (
    <section aria-labelledby="calibration">
      <h2 id="calibration">{words.progress.calibration}</h2>
      {names.length === 0 && <p className="empty">{words.progress.empty}</p>}
      {names.length > 0 && (
        <>
          <Choice label={words.progress.plugin} value={chosen} onChange={setWanted} options={names.map((name) => [name, name] as const)} />
          <p className="aside">{words.progress.calibrationHint}</p>
          <Chart label={label} draw={draw} height="high" />
        </>
      )}
      <Numbers
        caption={label}
        heading={[
          words.progress.confidence,
          words.progress.decided,
          words.progress.deeds.accepted,
          words.progress.other,
          words.progress.deeds.corrected,
          words.progress.deeds.rejected,
          words.progress.share,
          words.progress.interval,
        ]}
        rows={bands.map((band) => [
          words.progress.band(band.from, band.to),
          digits(band.decided),
          digits(band.accepted),
          digits(band.other),
          digits(band.corrected),
          digits(band.rejected),
          words.progress.percent(band.share),
          `${words.progress.percent(band.low)}–${words.progress.percent(band.high)}`,
        ])}
        file={work.progressTable(id, "calibration")}
      />
    </section>
  );
}
