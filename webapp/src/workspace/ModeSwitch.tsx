import { Radio, RadioGroup } from "react-aria-components";
import { isEditor, mayWrite } from "../session/snapshot";
import { words } from "../strings";
import { useView, useWorkspace } from "./useWorkspace";

type Mode = "editing" | "suggesting" | "punctuating";

/** Whether typing goes into the text or is proposed, or the keys are for marks. Annotators see that they propose, and why. */
export function ModeSwitch() {
  const workspace = useWorkspace();
  const suggesting = useView((view) => view.suggesting);
  const punctuating = useView((view) => view.punctuating);
  const may = useView(({ session }) => mayWrite(session));
  const edits = useView(({ session }) => isEditor(session.role));
  const { mode } = words;
  if (!may) return null;
  function choose(chosen: Mode) {
    if (chosen !== "punctuating") workspace.suggest(chosen === "suggesting");
    workspace.punctuate(chosen === "punctuating");
  }
  return (
    <>
      <RadioGroup
        className="mode"
        aria-label={mode.label}
        orientation="horizontal"
        value={punctuating ? "punctuating" : suggesting ? "suggesting" : "editing"}
        onChange={(value) => choose(value as Mode)}
      >
        {edits && <Radio value="editing">{mode.editing}</Radio>}
        <Radio value="suggesting">{mode.suggesting}</Radio>
        <Radio value="punctuating">{mode.punctuating}</Radio>
      </RadioGroup>
      {!edits && <span className="unseen">{mode.annotators}</span>}
    </>
  );
}
