import { useEffect, useState } from "react";
import { ToggleButton } from "react-aria-components";
import { Failure } from "../app/Failure";
import { showTints, type Tinted } from "../editor/blame";
import { api, type Blame } from "../http/api";
import { localChanges } from "../session/shared";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import type { Workspace } from "../workspace/workspace";
import { type Actor, cast, deedWords } from "./past";

const QUIET = 600;
/** What is asked for around what is in view, in units. */
const MARGIN = 4_000;

/** Tints the text by who or what wrote it, with a legend, and says it of the character at the cursor. */
export function Authors() {
  const [on, setOn] = useState(false);
  return (
    <div className="authors">
      <ToggleButton isSelected={on} onChange={setOn}>
        {words.past.tint}
      </ToggleButton>
      {on && <Tints />}
    </div>
  );
}

function Tints() {
  const workspace = useWorkspace();
  const revision = useView((view) => view.session.revision);
  const head = useView((view) => view.head);
  const [blame, setBlame] = useState<Blame | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const [actors] = useState(() => new Map<string, Actor>());
  const view = workspace.view!;
  const inView = Math.floor(view.viewport.from / MARGIN);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(
      () =>
        void ask(workspace).then(
          (found) => {
            if (!current || found.revision !== workspace.session.snapshot.revision) return;
            setBlame(found);
            setFailure(null);
            const effects = showTints.of(tinted(found, workspace, actors));
            for (const { tint, colour } of actors.values()) {
              view.dom.style.setProperty(property(tint), colour);
            }
            view.dispatch({ effects });
          },
          (problem: Error) => current && setFailure(problem),
        ),
      QUIET,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [workspace, view, actors, revision, inView]);
  useEffect(() => () => view.dispatch({ effects: showTints.of([]) }), [view]);
  const here = blame === null ? "" : deedAt(blame, workspace.session.confirmedRange(head, head).start);
  return (
    <>
      <Failure of={failure} />
      <ul className="author-legend" aria-label={words.past.legend}>
        {[...actors.values()].map(({ tint, name, colour }) => (
          <li key={name} style={colour === null ? {} : { [property(tint)]: colour }}>
            <span className={`tint tint-${tint}`} lang="lzh" aria-hidden="true">
              字
            </span>{" "}
            {name}
          </li>
        ))}
      </ul>
      <p className="author-here" role="status">
        {here === "" ? words.past.cursorHint : here}
      </p>
    </>
  );
}

/** What a person's tint takes its colour from, so that it is that of their face and cursor. */
function property(tint: number): string {
  return `--tint-${tint}`;
}

function ask(workspace: Workspace): Promise<Blame> {
  const { from, to } = workspace.view!.viewport;
  const { start, end } = workspace.session.confirmedRange(from, to);
  const { revision } = workspace.session.snapshot;
  return api.blame(workspace.document, revision, Math.max(0, start - MARGIN), end + MARGIN);
}

function tinted(blame: Blame, workspace: Workspace, actors: Map<string, Actor>): Tinted[] {
  const local = localChanges(workspace.state, workspace.session.sync.ledger!.confirmed.text);
  const result: Tinted[] = [];
  let start = blame.start;
  for (const [length, number] of blame.runs) {
    const deed = blame.acts[number]!;
    const { tint } = cast(actors, deed, blame.people);
    const from = local.mapPos(start, 1);
    const to = local.mapPos(start + length, -1);
    result.push({ from, to, tint, words: deedWords(deed, blame.people) });
    start += length;
  }
  return result;
}

/** About the character behind a place; at the end of the text, before it. */
function deedAt(blame: Blame, place: number): string {
  let start = blame.start;
  for (const [length, number] of blame.runs) {
    const end = start + length;
    if (place >= start && (place < end || (place === end && end === blame.end))) {
      return deedWords(blame.acts[number]!, blame.people);
    }
    start = end;
  }
  return "";
}
