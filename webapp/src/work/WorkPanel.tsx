import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import { type Assignment, work } from "../http/work";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import type { Workspace } from "../workspace/workspace";
import { GiveWork } from "./GiveWork";
import { WorkList } from "./WorkList";

/** Work that is given out in this document; it follows what others do with it. */
export function WorkPanel() {
  const workspace = useWorkspace();
  const project = useView(({ session }) => session.project);
  const viewer = useView(({ session }) => session.account);
  const manages = useView(({ session }) => session.role === "manager");
  const told = useView(({ session }) => session.workTold);
  const given = useLoaded(() => work.ofDocument(workspace.document), workspace, told, manages);
  const { value } = given;
  if (value === undefined) return <Failure of={given.failure} />;
  return (
    <div className="panel scrolls work-panel">
      <WorkList
        assignments={value}
        viewer={viewer}
        manages={manages}
        changed={given.reload}
        none={words.work.noneHere}
        place={(assignment) => <PlaceButton of={assignment} workspace={workspace} />}
      />
      {manages && (
        <>
          <h2>{words.work.give}</h2>
          <Give project={project} given={given.reload} />
        </>
      )}
    </div>
  );
}

function Give({ project, given }: { project: string; given(): void }) {
  const workspace = useWorkspace();
  const loaded = useLoaded(() => api.project(project), project);
  const from = useView((view) => view.from);
  const to = useView((view) => view.to);
  const first = useView(({ text, from }) => text.lineAt(Math.min(from, text.length)).number);
  const last = useView(({ text, to }) => text.lineAt(Math.min(to, text.length)).number);
  if (loaded.value === undefined) return <Failure of={loaded.failure} />;
  const selected = () => (from === to ? undefined : passagesAt(workspace, from, to));
  return (
    <GiveWork document={workspace.document} members={loaded.value.members} passages={selected} given={given}>
      <p className="aside order-place">
        {from === to ? words.work.selectFirst : words.work.selected(words.work.lines(first, last - first + 1))}
      </p>
    </GiveWork>
  );
}

/** A range of the shown text as the server knows it. */
function passagesAt(workspace: Workspace, from: number, to: number) {
  const { start, end } = workspace.session.confirmedRange(from, to);
  return { revision: workspace.session.snapshot.revision, start, end };
}

function PlaceButton({ of, workspace }: { of: Assignment; workspace: Workspace }) {
  const { passages } = of;
  const first = useView(({ text }) => (passages === undefined ? 0 : text.lineAt(Math.min(passages.start, text.length)).number));
  const last = useView(({ text }) => (passages === undefined ? 0 : text.lineAt(Math.min(passages.end, text.length)).number));
  if (passages === undefined) return <span className="aside">{words.work.whole}</span>;
  if (passages.gone) return <span className="aside">{words.work.gone}</span>;
  return (
    <Button className="quiet" onPress={() => void showPlace(workspace, of.id)}>
      {words.work.lines(first, last - first + 1)} <span lang="lzh">「{passages.words}」</span>
    </Button>
  );
}

/** Shows the passages of an assignment where they are now. */
export async function showPlace(workspace: Workspace, id: string): Promise<void> {
  try {
    const found = (await work.ofDocument(workspace.document)).find((assignment) => assignment.id === id);
    if (found?.passages === undefined) return;
    if (found.passages.gone) return workspace.say(words.work.gone);
    workspace.show(found.passages.start, found.passages.end, "cursor");
    workspace.focusText();
  } catch (problem) {
    workspace.complain((problem as Error).message);
  }
}
