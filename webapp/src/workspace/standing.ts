import type { ViewUpdate } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { api, type DocumentReview } from "../http/api";
import { Moves } from "../session/moves";
import { useView, useWorkspace } from "./useWorkspace";
import type { Workspace } from "./workspace";

/** The lines that a change leaves as they are, where they begin after it. */
export function stillUntouched(starts: ReadonlySet<number>, { changes, startState }: ViewUpdate): ReadonlySet<number> {
  const left = new Set(starts);
  changes.iterChangedRanges((from, to) => {
    const { doc } = startState;
    const last = doc.lineAt(to);
    for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
      left.delete(line.from);
      if (line.number === last.number) break;
    }
  });
  const moves = Moves.of(changes);
  return new Set([...left].map((start) => moves.to(start, 1)));
}

/** Takes over what the server said, unless the text is another one here. */
function take(workspace: Workspace, standing: DocumentReview): void {
  const { revision, pending } = workspace.session.snapshot;
  if (standing.revision !== revision || pending > 0) return workspace.set({ standing });
  const untouched = standing.passages.filter(({ stage }) => stage === "untouched").map(({ start }) => start);
  workspace.set({ standing, untouched: new Set(untouched) });
}

const QUIET = 1_500;

/**
 * Asks how the review stands: once, when an approval that was here is gone, and while the list of passages is
 * shown whenever something happened and it has been quiet for a moment.
 */
export function useStanding(): void {
  const workspace = useWorkspace();
  const revision = useView(({ session }) => session.revision);
  const shown = useView((view) => view.panelOpen && view.panel === "passages");
  const approvals = useView(({ marks }) => marks.approvals.filter(({ ready }) => !ready).length);
  const before = useRef({ approvals: 0, asked: false });
  useEffect(() => {
    const lapsed = approvals < before.current.approvals;
    before.current.approvals = approvals;
    if (revision === 0 || (before.current.asked && !shown && !lapsed)) return;
    const timer = setTimeout(
      () => {
        before.current.asked = true;
        api.review(workspace.document).then(
          (standing) => take(workspace, standing),
          () => {}, // the list shows what it has; the state line tells when the server is away
        );
      },
      before.current.asked ? QUIET : 0,
    );
    return () => clearTimeout(timer);
  }, [workspace, revision, shown, approvals]);
}
