import { useEffect, useState } from "react";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { marksAt } from "./asking";
import { tellOf } from "./telling";

const QUIET = 250;

/** What made the mark behind the cursor, or the one before it. */
export function AtCursor() {
  const workspace = useWorkspace();
  const head = useView((view) => view.head);
  const revision = useView(({ session }) => session.revision);
  const [told, setTold] = useState("");
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      const behind = marksAt(workspace.state, head);
      const marks = behind.length > 0 ? behind : marksAt(workspace.state, head, -1);
      if (marks.length === 0) return setTold("");
      void Promise.all(marks.map((mark) => tellOf(workspace, mark))).then(
        (lines) => current && setTold(lines.join(" ")),
        (failure: Error) => current && setTold(failure.message),
      );
    }, QUIET);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [workspace, head, revision]);
  return (
    <p className="mark-here" role="status">
      {told === "" ? words.marks.cursorHint : told}
    </p>
  );
}
