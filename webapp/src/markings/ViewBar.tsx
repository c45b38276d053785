import { Button } from "react-aria-components";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { copyItself, lookPlainly } from "./choosing";
import { shownAt } from "./asking";
import { isPlain } from "./views";

/** Says that the text is not shown as it is, what stands at the cursor, and which text was copied; the way back. */
export function ViewBar() {
  const workspace = useWorkspace();
  const look = useView((view) => view.look);
  const told = useView((view) => view.told);
  if (isPlain(look)) return null;
  return (
    <div className="view-bar">
      <p role="status">
        <strong>{words.views.name(look)}</strong> <span>{words.views.readOnly}</span>
        {told !== "" && <b> {told}</b>}
      </p>
      <AtCursor />
      <span className="view-deeds">
        <Button
          className="quiet"
          onPress={() => {
            workspace.focusText();
            copyItself(workspace);
          }}
        >
          {words.views.copyItself}
        </Button>
        <Button
          className="quiet"
          onPress={() => {
            lookPlainly(workspace);
            workspace.focusText();
          }}
        >
          {words.views.toPlain}
        </Button>
      </span>
    </div>
  );
}

/** What the text has at the cursor, for who cannot point at it. */
function AtCursor() {
  const workspace = useWorkspace();
  const text = useView(({ head }) => {
    const { state } = workspace;
    return shownAt(state, Math.min(head, state.doc.length))
      .map((one) => words.views.at(one, state.sliceDoc(one.from, one.to)))
      .join(" ");
  });
  return (
    <p className="view-here" role="status">
      {text}
    </p>
  );
}
