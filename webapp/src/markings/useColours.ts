import { useEffect, useState } from "react";
import { showTints, type Tinted } from "../editor/blame";
import { marks, type Marks } from "../http/marks";
import { localChanges } from "../session/shared";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import type { Workspace } from "../workspace/workspace";
import { keyOf, markWords, type Origin } from "./origins";

const QUIET = 300;
/** What is asked for around what is in view, in units. */
const MARGIN = 4_000;

/** Tints the marks of some origins in the text, where it is in view; null, or why it could not. */
export function useColours(origins: readonly Origin[], shown: ReadonlySet<string>): Error | null {
  const workspace = useWorkspace();
  const revision = useView(({ session }) => session.revision);
  const inView = useView(({ sight }) => Math.floor(sight.start / MARGIN));
  const [failure, setFailure] = useState<Error | null>(null);
  const view = workspace.view!;
  useEffect(() => {
    if (shown.size === 0) return view.dispatch({ effects: showTints.of([]) });
    let current = true;
    const timer = setTimeout(
      () =>
        void ask(workspace).then(
          (found) => {
            if (!current || found.revision !== workspace.session.snapshot.revision) return;
            setFailure(null);
            for (const { tint, colour } of origins) view.dom.style.setProperty(`--tint-${tint}`, colour);
            view.dispatch({ effects: showTints.of(tinted(found, workspace, origins, shown)) });
          },
          (problem: Error) => current && setFailure(problem),
        ),
      QUIET,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [workspace, view, revision, inView, origins, shown]);
  useEffect(() => () => view.dispatch({ effects: showTints.of([]) }), [view]);
  return failure;
}

function ask(workspace: Workspace): Promise<Marks> {
  const { from, to } = workspace.view!.viewport;
  const { start, end } = workspace.session.confirmedRange(from, to);
  return marks.of(workspace.document, Math.max(0, start - MARGIN), end + MARGIN);
}

function tinted(found: Marks, workspace: Workspace, origins: readonly Origin[], shown: ReadonlySet<string>): Tinted[] {
  const { text } = workspace.session.sync.ledger!.confirmed;
  const local = localChanges(workspace.state, text);
  const tints = new Map(origins.filter(({ key }) => shown.has(key)).map(({ key, tint }) => [key, tint]));
  const result: Tinted[] = [];
  for (const [start, length, number, approved] of found.marks) {
    const deed = found.acts[number]!;
    const tint = tints.get(keyOf(deed));
    if (tint === undefined) continue;
    const mark = text.sliceString(start, start + length);
    result.push({
      from: local.mapPos(start, 1),
      to: local.mapPos(start + length, -1),
      tint,
      words: markWords(mark, deed, approved === 1, found.people),
    });
  }
  return result;
}
