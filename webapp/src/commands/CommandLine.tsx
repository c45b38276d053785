import { useState } from "react";
import { Button, Label, ProgressBar } from "react-aria-components";
import { Failure } from "../app/Failure";
import { useAction } from "../app/useAction";
import { commands } from "../http/commands";
import type { Job } from "../http/jobs";
import { words } from "../strings";
import { percent } from "./lines";
import { ReportWindow } from "./ReportWindow";

interface Props {
  job: Job;
  document: string;
  changed(): void;
  review(): void;
  close(): void;
}

/** One command: how far it is and a way to stop it, or what came of it. */
export function CommandLine({ job, document, changed, review, close }: Props) {
  const { failure, busy, run } = useAction();
  const [reading, read] = useState(false);
  const { id, state, faults, reports } = job;
  const open = state === "running" || state === "paused";
  const far = percent(job);
  const label = job.command?.label ?? "";
  const found = reports[0];
  return (
    <div className={`command ${state}`}>
      {open ? (
        <ProgressBar {...(far === undefined ? { isIndeterminate: true } : { value: far })}>
          <div className="job-head">
            <Label className="line-title">{label}</Label>
            <span className="line-facts">{words.commands.far(far)}</span>
          </div>
          <div className="job-track" aria-hidden="true">
            <div className={far === undefined ? "job-fill unknown" : "job-fill"} style={{ width: `${far ?? 30}%` }} />
          </div>
        </ProgressBar>
      ) : (
        <p role="status">
          <span className="line-title">{label}</span>: {words.commands.ended(state, faults.length, found?.proposals ?? 0)}
        </p>
      )}
      {faults.map(({ message }) => (
        <p key={message} className="failure">
          {message}
        </p>
      ))}
      <Failure of={failure} />
      <div className="actions">
        {open && (
          <Button
            isDisabled={busy}
            aria-label={words.commands.stopIt(label)}
            onPress={() =>
              void run(async () => {
                await commands.stop(document, id);
                changed();
              })
            }
          >
            {words.cancel}
          </Button>
        )}
        {found !== undefined && found.units > 0 && (
          <Button onPress={() => read(true)}>{words.commands.report}</Button>
        )}
        {found !== undefined && found.proposals > 0 && <Button onPress={review}>{words.commands.review}</Button>}
        {!open && <Button onPress={close}>{words.commands.close}</Button>}
      </div>
      {reading && (
        <ReportWindow title={label} address={commands.reportAddress(document, id)} onClose={() => read(false)} />
      )}
    </div>
  );
}
