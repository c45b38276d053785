import { use, useState } from "react";
import { Button } from "react-aria-components";
import { AccountContext } from "../app/account";
import { Confirm } from "../app/Confirm";
import { Failure } from "../app/Failure";
import { useAction } from "../app/useAction";
import type { Project } from "../http/api";
import { jobs } from "../http/jobs";
import { type Decision, type Sweep, sweeps } from "../http/sweeps";
import { words } from "../strings";
import { DecisionList } from "./DecisionList";
import { isOpen } from "./useSweep";

interface Props {
  sweep: Sweep;
  /** All that are known, among them the one that takes this one back. */
  all: readonly Sweep[];
  project: Project;
  changed(): void;
}

function stands(sweep: Sweep, all: readonly Sweep[]): string {
  if (sweep.undone === undefined) return words.jobs.states[sweep.state];
  return all.some((one) => one.id === sweep.undone && isOpen(one)) ? words.sweeps.undoing : words.sweeps.undone;
}

/** One change over several documents: how far it is, what it decided, and its undo. */
export function SweepLine({ sweep, all, project, changed }: Props) {
  const own = use(AccountContext).account?.id === sweep.account;
  const reviews = project.role === "reviewer" || project.role === "manager";
  const may = reviews || (own && project.role === "editor");
  const { busy, failure, run } = useAction();
  const [asking, setAsking] = useState(false);
  const [decisions, setDecisions] = useState<Decision[] | null>(null);
  const touched = sweep.documents.filter(({ revisions }) => revisions.length > 0).length;
  const undoable = !isOpen(sweep) && sweep.places > 0 && sweep.asked.undoes === undefined && sweep.undone === undefined;
  return (
    <li className="job">
      <div className="job-head">
        <span className="line-title">{words.sweeps.what(sweep)}</span>
        <span className="job-state">{stands(sweep, all)}</span>
        <span className="line-facts">{words.sweeps.by(sweep.name, sweep.created)}</span>
      </div>
      <p role="status">
        {isOpen(sweep)
          ? words.sweeps.far(sweep.documents.filter(({ ended }) => ended).length, sweep.documents.length)
          : words.sweeps.came(sweep)}
      </p>
      {sweep.documents
        .filter(({ fault }) => fault !== "")
        .map(({ document, title, fault }) => (
          <p key={document} role="alert" className="failure">
            {words.sweeps.fault(title, fault)}
          </p>
        ))}
      <div className="actions">
        {isOpen(sweep) && reviews && (
          <Button
            isDisabled={busy}
            onPress={() =>
              void run(async () => {
                await jobs.step(project.id, sweep.id, "cancelled");
                changed();
              })
            }
          >
            {words.jobs.cancelIt}
          </Button>
        )}
        {undoable && may && (
          <Button isDisabled={busy} onPress={() => setAsking(true)}>
            {words.sweeps.undo}
          </Button>
        )}
        {sweep.places > 0 && sweep.asked.undoes === undefined && (
          <>
            <Button
              isDisabled={busy}
              onPress={() =>
                void run(async () => setDecisions(decisions === null ? await sweeps.decisions(project.id, sweep.id) : null))
              }
            >
              {decisions === null ? words.sweeps.decisions : words.sweeps.hide}
            </Button>
            <a href={sweeps.file(project.id, sweep.id)} download>
              {words.sweeps.list}
            </a>
          </>
        )}
      </div>
      <Failure of={failure} />
      {decisions !== null && <DecisionList listed={decisions} all={sweep.places} />}
      {asking && (
        <Confirm
          title={words.sweeps.undoTitle}
          action={words.sweeps.undoIt}
          onConfirm={() =>
            void run(async () => {
              await sweeps.undo(project.id, sweep.id);
              changed();
            })
          }
          onClose={() => setAsking(false)}
        >
          <p>{words.sweeps.undoText(sweep.places, touched)}</p>
        </Confirm>
      )}
    </li>
  );
}
