import { useEffect, useMemo, useState } from "react";
import { Button, Label, Slider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components";
import { type Band, work } from "../http/work";
import { words } from "../strings";
import { mayReview } from "../workspace/passage";
import { useSlowView, useView, useWorkspace } from "../workspace/useWorkspace";
import { Certainty, decidedBefore } from "./sure";

/** From which confidence on a suggested mark is sure; how many these are, how right they may be, and one press that takes them. */
export function SureFrom() {
  const workspace = useWorkspace();
  const bound = useView((view) => view.bound);
  const reviews = useView(({ session }) => mayReview(session.role));
  const suggestions = useSlowView((view) => view.marks.suggestions);
  const certainty = useMemo(() => Certainty.of(suggestions), [suggestions]);
  const bands = useBands();
  const { punctuate } = words;
  const taken = certainty.count(bound);
  const before = decidedBefore(bands, certainty.plugins, bound);
  return (
    <div className="sure-from">
      <Slider minValue={0.5} maxValue={0.99} step={0.01} value={bound} formatOptions={{ style: "percent" }} onChange={(bound) => workspace.set({ bound })}>
        <Label>{punctuate.sure}</Label>
        <SliderTrack>
          <SliderThumb aria-describedby="sure-takes" />
        </SliderTrack>
        <SliderOutput />
      </Slider>
      <p id="sure-takes">
        {punctuate.takes(taken, certainty.size)}
        {taken > 0 && `, ${punctuate.expected(certainty.expected(bound))}`}
        {before && `; ${punctuate.before(before)}`}
      </p>
      {reviews && (
        <Button isDisabled={taken === 0} aria-keyshortcuts="Shift+A" onPress={() => workspace.bench.acceptAll()}>
          {punctuate.acceptAll(taken)}
        </Button>
      )}
      <span className="unsure-count">{punctuate.unsure(certainty.size - taken)}</span>
    </div>
  );
}

/** What was decided in the project up to now; nothing when the server does not say. */
function useBands(): readonly Band[] {
  const project = useView(({ session }) => session.project);
  const [bands, setBands] = useState<readonly Band[]>([]);
  useEffect(() => {
    if (project === "") return;
    let gone = false;
    work.progress(project).then(
      ({ calibration }) => gone || setBands(calibration),
      () => {}, // what plugins say of themselves is shown all the same
    );
    return () => {
      gone = true;
    };
  }, [project]);
  return bands;
}
