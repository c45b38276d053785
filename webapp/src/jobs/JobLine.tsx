import { use, useState } from "react";
import { Button, Label, ProgressBar } from "react-aria-components";
import { AccountContext } from "../app/account";
import { Confirm } from "../app/Confirm";
import { ReportsOfJob } from "../commands/ReportsOfJob";
import { Failure } from "../app/Failure";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { useAction } from "../app/useAction";
import { type Job, type JobState, jobs } from "../http/jobs";
import { words } from "../strings";
import { far } from "../strings/jobs";

interface Props {
  job: Job;
  project: string;
  may: boolean;
  /** Whether this is the page of what it compares. */
  here?: boolean;
  changed(): void;
}

/** One job: how far it is, and the buttons that pause and cancel it. */
export function JobLine({ job, project, may, here = false, changed }: Props) {
  const administrator = use(AccountContext).account?.administrator ?? false;
  const { busy, failure, run } = useAction();
  const [asking, setAsking] = useState(false);
  const open = job.state === "running" || job.state === "paused";
  const step = (state: JobState) =>
    void run(async () => {
      await jobs.step(project, job.id, state);
      changed();
    });
  return (
    <li className={`job ${job.state}`}>
      <ProgressBar minValue={0} maxValue={Math.max(1, job.units)} value={job.done} valueLabel={far(job)}>
        {({ percentage, valueText }) => (
          <>
            <div className="job-head">
              <Label className="line-title">{titleOf(job)}</Label>
              <span className="job-state">{words.jobs.states[job.state]}</span>
              <span className="line-facts">{words.jobs.by(job.name, job.created, job.documents)}</span>
            </div>
            <div className="job-track" aria-hidden="true">
              <div className="job-fill" style={{ width: `${percentage ?? 0}%` }} />
            </div>
            <p className="line-facts">{valueText}</p>
          </>
        )}
      </ProgressBar>
      {job.task === "compare" && administrator && !here && (
        <p>
          <Link to={to.comparison(project, job.id)}>{words.jobs.seeComparison}</Link>
        </p>
      )}
      {open && may && (
        <div className="actions">
          {job.state === "running" && (
            <Button isDisabled={busy} onPress={() => step("paused")}>
              {words.jobs.pause}
            </Button>
          )}
          {job.state === "paused" && (
            <Button isDisabled={busy} onPress={() => step("running")}>
              {words.jobs.goOn}
            </Button>
          )}
          <Button isDisabled={busy} onPress={() => setAsking(true)}>
            {words.jobs.cancel}
          </Button>
        </div>
      )}
      {job.faults.length > 0 && (
        <details className="job-faults">
          <summary>{words.jobs.faults(job.faults.length)}</summary>
          <ul>
            {job.faults.map(({ document, plugin, title, message }) => (
              <li key={`${document} ${plugin}`}>{words.jobs.fault(plugin, title, message)}</li>
            ))}
          </ul>
        </details>
      )}
      {job.reports.length > 0 && <ReportsOfJob job={job} project={project} />}
      <Failure of={failure} />
      {asking && (
        <Confirm
          title={words.jobs.cancelTitle}
          action={words.jobs.cancelIt}
          onConfirm={() => step("cancelled")}
          onClose={() => setAsking(false)}
        >
          <p>{job.task === "compare" ? words.jobs.cancelComparison : words.jobs.cancelText}</p>
        </Confirm>
      )}
    </li>
  );
}

function titleOf({ command, plugins, task }: Job): string {
  if (task === "compare") {
    return words.jobs.comparison(plugins);
  }
  const names = plugins.join(", ");
  return command === undefined ? names : `${command.label} (${names})`;
}
