import { useState } from "react";
import { Button } from "react-aria-components";
import type { Assignment } from "../http/work";
import { words } from "../strings";
import { isOpen, WorkLine } from "./WorkLine";

interface Props {
  assignments: readonly Assignment[];
  viewer: string;
  manages: boolean;
  changed(): void;
  none: string;
  place?(assignment: Assignment): React.ReactNode;
}

/** Open work first, what is overdue before the rest; what is done when it is asked for. */
export function WorkList({ assignments, viewer, manages, changed, none, place }: Props) {
  const [all, setAll] = useState(false);
  const open = assignments.filter(isOpen).sort(byDay);
  const closed = assignments.filter((assignment) => !isOpen(assignment));
  const shown = all ? [...open, ...closed] : open;
  return (
    <>
      {shown.length === 0 && <p className="empty">{none}</p>}
      <ul className="lines work-list">
        {shown.map((assignment) => (
          <WorkLine
            key={`${assignment.id} ${assignment.version}`}
            assignment={assignment}
            viewer={viewer}
            manages={manages}
            changed={changed}
            place={place?.(assignment)}
          />
        ))}
      </ul>
      {!all && closed.length > 0 && (
        <Button className="quiet" onPress={() => setAll(true)}>
          {words.work.showDone}
        </Button>
      )}
    </>
  );
}

/** What is due first; what is due on no day is last. */
export function byDay(a: Assignment, b: Assignment): number {
  const one = a.due ?? "9999-12-31";
  const other = b.due ?? "9999-12-31";
  return one === other ? a.at.localeCompare(b.at) : one.localeCompare(other);
}
