import { useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { authority, type StepLine } from "../http/authority";
import { moment, words } from "../strings";
import type { File } from "./AuthorityPage";
import { ChangeOf } from "./Differences";

interface Props {
  file: File;
  /** Of one entity; empty: of the whole file. */
  id: string;
  changed(): void;
}

/** What was done with a file or an entity, the newest first; each step can be taken back. */
export function Steps({ file, id, changed }: Props) {
  const [before, setBefore] = useState<number | undefined>(undefined);
  const steps = useLoaded(() => authority(file.project).steps(id, before), file.project, id, before);
  const { failure, busy, run } = useAction();
  const undo = (step: number) =>
    void run(async () => {
      await authority(file.project).undo(step, "");
      steps.reload();
      changed();
    });
  const { value } = steps;
  const takenBack = new Set(value?.flatMap(({ undoes }) => undoes ?? []));
  const oldest = value?.at(-1)?.number;
  return (
    <>
      <Failure of={failure ?? steps.failure} />
      {value?.length === 0 && <p role="status">{words.authority.nothingDone}</p>}
      <ol className="entity-steps">
        {value?.map((step) => (
          <li key={step.number}>
            <Step step={step} />
            {takenBack.has(step.number) && <p className="aside">{words.authority.undone}</p>}
            {file.edits && step.deed !== "ship" && !takenBack.has(step.number) && (
              <Button
                className="quiet"
                isDisabled={busy}
                aria-label={words.authority.undoStep(step.number)}
                onPress={() => undo(step.number)}
              >
                {words.authority.undo}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {oldest !== undefined && oldest > 1 && value!.length >= 50 && (
        <Button onPress={() => setBefore(oldest)}>{words.authority.older}</Button>
      )}
    </>
  );
}

function Step({ step }: { step: StepLine }) {
  const { authority } = words;
  const shown = step.deed === "ship" || step.deed === "import" ? [] : step.changes;
  return (
    <>
      <p className="entity-step">
        <span className="aside">{authority.step(step.number)}</span> {step.name || authority.server} {authority.deeds[step.deed]}
        {step.undoes !== undefined && ` ${authority.undoes(step.undoes)}`} · {moment(step.at)}
        {step.reviewer !== undefined && ` · ${authority.accepted(step.reviewer)}`}
      </p>
      {step.reason !== "" && <blockquote>{step.reason}</blockquote>}
      {shown.map((change) => (
        <ChangeOf key={change.id} change={change} />
      ))}
      {step.more && <p className="aside">{authority.more}</p>}
    </>
  );
}
