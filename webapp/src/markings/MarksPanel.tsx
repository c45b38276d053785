import { useEffect, useMemo, useState } from "react";
import { Failure } from "../app/Failure";
import { marks, type MarkCounts } from "../http/marks";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { AgreementHere } from "./AgreementHere";
import { AtCursor } from "./AtCursor";
import { OriginList } from "./OriginList";
import { origins } from "./origins";
import { Suggested } from "./Suggested";
import { TakeMarks } from "./TakeMarks";

const QUIET = 600;

/** The marks of the document: whose they are, and taking them away. */
export function MarksPanel() {
  const { counts, failure } = useCounts();
  const all = useMemo(() => (counts === null ? [] : origins(counts.counts, counts.people)), [counts]);
  return (
    <div className="panel scrolls marks-panel">
      <AtCursor />
      <Failure of={failure} />
      {counts !== null && (
        <>
          <OriginList origins={all} />
          <Suggested />
          <TakeMarks origins={all} />
          <AgreementHere />
        </>
      )}
      {counts === null && !failure && <p className="empty">{words.marks.counting}</p>}
    </div>
  );
}

/** Counted again when the document moves on and rests for a moment. */
function useCounts(): { counts: MarkCounts | null; failure: Error | null } {
  const workspace = useWorkspace();
  const revision = useView(({ session }) => session.revision);
  const [found, setFound] = useState<{ counts: MarkCounts | null; failure: Error | null }>({ counts: null, failure: null });
  useEffect(() => {
    let current = true;
    const timer = setTimeout(
      () =>
        void marks.counts(workspace.document).then(
          (counts) => current && setFound({ counts, failure: null }),
          (failure: Error) => current && setFound((before) => ({ ...before, failure })),
        ),
      found.counts === null ? 0 : QUIET,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [workspace, revision]);
  return found;
}
