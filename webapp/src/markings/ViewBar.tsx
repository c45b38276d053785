import { Button } from "react-aria-components";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { lookThrough } from "./choosing";
import { viewOf } from "./views";

/** Says that the text is not shown as it is, and which text was copied; the way back. */
export function ViewBar() {
  const workspace = useWorkspace();
  const shownAs = useView((view) => view.shownAs);
  const copiedAs = useView((view) => view.copiedAs);
  if (shownAs === "full") return null;
  return (
    <div className="view-bar">
      <p role="status">
        <strong>{words.marks.views[shownAs]}</strong> {words.marks.readOnly}
        {copiedAs !== null && <b> {words.marks.copied[copiedAs]}</b>}
      </p>
      <Button
        className="quiet"
        onPress={() => {
          lookThrough(workspace, viewOf("full"));
          workspace.focusText();
        }}
      >
        {words.marks.toFull}
      </Button>
    </div>
  );
}
