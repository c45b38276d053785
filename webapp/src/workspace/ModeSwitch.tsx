import { Radio, RadioGroup } from "react-aria-components";
import { isEditor, mayWrite } from "../session/snapshot";
import { words } from "../strings";
import { useView, useWorkspace } from "./useWorkspace";

/** Whether typing goes into the text or is proposed. Annotators see that it is proposed, and why. */
export function ModeSwitch() {
  const workspace = useWorkspace();
  const suggesting = useView((view) => view.suggesting);
  const may = useView(({ session }) => mayWrite(session));
  const edits = useView(({ session }) => isEditor(session.role));
  const { mode } = words;
  if (!may) return null;
  if (!edits) {
    return (
      <p className="mode" title={mode.annotators}>
        <span className="mode-only">{mode.suggesting}</span>
        <span className="unseen">{mode.annotators}</span>
      </p>
    );
  }
  return (
    <RadioGroup
      className="mode"
      aria-label={mode.label}
      orientation="horizontal"
      value={suggesting ? "suggesting" : "editing"}
      onChange={(value) => workspace.suggest(value === "suggesting")}
    >
      <Radio value="editing">{mode.editing}</Radio>
      <Radio value="suggesting">{mode.suggesting}</Radio>
    </RadioGroup>
  );
}
