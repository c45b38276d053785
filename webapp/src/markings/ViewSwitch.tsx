import { Radio, RadioGroup } from "react-aria-components";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { lookThrough } from "./choosing";
import { VIEWS, viewOf } from "./views";

/** How this person sees the text; nobody else sees it otherwise for that. */
export function ViewSwitch() {
  const workspace = useWorkspace();
  const shownAs = useView((view) => view.shownAs);
  return (
    <RadioGroup
      className="view-switch"
      aria-label={words.marks.view}
      orientation="horizontal"
      value={shownAs}
      onChange={(id) => lookThrough(workspace, viewOf(id))}
    >
      {VIEWS.map(({ id }) => (
        <Radio key={id} value={id}>
          {words.marks.views[id]}
        </Radio>
      ))}
    </RadioGroup>
  );
}
