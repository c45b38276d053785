import { words } from "../strings";
import { useSlowView } from "../workspace/useWorkspace";
import { MarkNumbers } from "./OriginList";
import { suggestedMarks } from "./origins";

/** The marks that wait for a decision. */
export function Suggested() {
  const suggestions = useSlowView((view) => view.marks.suggestions);
  const marks = suggestedMarks(suggestions);
  const total = marks.reduce((n, [, times]) => n + times, 0);
  return (
    <section aria-label={words.marks.suggestions}>
      <h3>{words.marks.suggested(total)}</h3>
      {total > 0 && <MarkNumbers marks={marks} />}
    </section>
  );
}
