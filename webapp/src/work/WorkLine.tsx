import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { Confirm } from "../app/Confirm";
import { Failure } from "../app/Failure";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { useAction } from "../app/useAction";
import { type Assignment, work } from "../http/work";
import { words } from "../strings";
import { OrderForm } from "./OrderForm";

interface Props {
  assignment: Assignment;
  /** Who looks at it. */
  viewer: string;
  manages: boolean;
  changed(): void;
  /** What its place is called where it is shown, and the way to it. */
  place?: ReactNode;
}

export function isOpen({ step }: Assignment): boolean {
  return step === "given" || step === "changed" || step === "reopened";
}

/** What is to be done where, until when, by whom; and what can be done with that. */
export function WorkLine({ assignment, viewer, manages, changed, place }: Props) {
  const { task, due, overdue, note, step, standing, account, name, giverName } = assignment;
  const [changing, setChanging] = useState(false);
  const [takingBack, setTakingBack] = useState(false);
  const { failure, busy, run } = useAction();
  const own = account === viewer;
  const open = isOpen(assignment);
  const act = (step: () => Promise<unknown>) =>
    void run(async () => {
      await step();
      setChanging(false);
      changed();
    });
  return (
    <li className="work">
      <div className="work-head">
        <strong>{words.work.tasks[task]}</strong> {overdue && <span className="overdue">{words.work.overdue}</span>}{" "}
        {place ?? <PlaceLink of={assignment} />}
      </div>
      <div className="line-facts">
        {[
          own ? words.work.from(giverName) : name + (standing === "able" ? "" : ` (${words.work.standing[standing]})`),
          words.work.steps[step],
          due === undefined ? "" : words.work.due(due),
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </div>
      {note !== "" && <p className="work-note">{note}</p>}
      {changing && (
        <OrderForm of={assignment} busy={busy} onSave={(order) => act(() => work.change(assignment, order))} onClose={() => setChanging(false)} />
      )}
      {!changing && step !== "taken_back" && (own || manages) && (
        <div className="actions">
          <Button isDisabled={busy} onPress={() => act(() => work.finish(assignment, open))}>
            {open ? words.work.done : words.work.reopen}
          </Button>
          {manages && open && (
            <Button className="quiet" onPress={() => setChanging(true)}>
              {words.work.change}
            </Button>
          )}
          {manages && (
            <Button className="quiet" onPress={() => setTakingBack(true)}>
              {words.work.takeBack}
            </Button>
          )}
        </div>
      )}
      {takingBack && (
        <Confirm
          title={words.work.takeBackTitle}
          action={words.work.takeBack.replace("…", "")}
          onConfirm={() => act(() => work.takeBack(assignment))}
          onClose={() => setTakingBack(false)}
        >
          <p>{words.work.takeBackText(name)}</p>
        </Confirm>
      )}
      <Failure of={failure} />
    </li>
  );
}

/** The document, and which of its passages. */
function PlaceLink({ of }: { of: Assignment }) {
  const { document, title, id, passages } = of;
  return (
    <>
      <Link to={to.assignment(document, id)} className="line-title">
        <span lang="lzh">{title}</span>
      </Link>{" "}
      <span className="aside">
        {passages === undefined ? words.work.whole : words.work.lines(passages.first, passages.count)}
        {passages !== undefined && passages.words !== "" && (
          <>
            {" "}
            <span lang="lzh">「{passages.words}」</span>
          </>
        )}
        {passages?.gone && ` (${words.work.gone})`}
      </span>
    </>
  );
}
