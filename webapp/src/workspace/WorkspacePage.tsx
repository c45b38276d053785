import { type KeyboardEvent, useEffect, useState } from "react";
import { subscribe, useKindsOfPlugins } from "../annotate/declared";
import { FloatingWindow } from "../annotate/FloatingWindow";
import { Toolbar } from "../annotate/Toolbar";
import { useAccount } from "../app/account";
import { CommandsOfDocument } from "../commands/CommandsOfDocument";
import { Link } from "../app/Link";
import { type Place, to } from "../app/route";
import { DraftList } from "../drafts/DraftList";
import { showKinds } from "../editor/marks";
import { ViewBar } from "../markings/ViewBar";
import { PunctuateBar } from "../punctuate/PunctuateBar";
import { words } from "../strings";
import { showPlace } from "../work/WorkPanel";
import { NeedsAttention } from "./NeedsAttention";
import { Notices } from "./Notices";
import { PassageBar } from "./PassageBar";
import { SidePanel } from "./SidePanel";
import { TopBar } from "./TopBar";
import { useView, WorkspaceContext } from "./useWorkspace";
import { Workspace } from "./workspace";

/** One document, open for work. */
export function WorkspacePage({ id, assignment, place }: { id: string; assignment?: string | undefined; place?: Place | undefined }) {
  const account = useAccount().id;
  const [workspace] = useState(() => new Workspace(id, account));
  useEffect(() => workspace.open(), [workspace]);
  return (
    <WorkspaceContext value={workspace}>
      <Layout workspace={workspace} assignment={assignment} place={place} />
    </WorkspaceContext>
  );
}

function Layout({ workspace, assignment, place }: { workspace: Workspace; assignment: string | undefined; place: Place | undefined }) {
  const title = useView(({ session }) => session.title);
  const forbidden = useView(({ session }) => session.why === "forbidden");
  const quarantined = useView((view) => view.session.why === "quarantined");
  const panelOpen = useView((view) => view.panelOpen);
  const opened = useView(() => workspace.view !== null);
  useKindsOfPlugins(useView(({ session }) => session.pluginsTold));
  useEffect(() => subscribe(() => workspace.view?.dispatch({ effects: showKinds.of(null) })), [workspace]);
  useEffect(() => {
    document.title = title === "" ? words.name : `${title} · ${words.name}`;
  }, [title]);
  useEffect(() => {
    if (!opened || assignment === undefined) return;
    workspace.set({ panel: "work" });
    void showPlace(workspace, assignment);
  }, [workspace, opened, assignment]);
  useEffect(() => {
    if (!opened || place === undefined) return;
    workspace.show(place.from, place.to, "range");
    workspace.focusText();
  }, [workspace, opened, place?.from, place?.to]);
  if (!opened && forbidden) {
    return (
      <main className="page">
        <p role="alert">{words.state.forbidden}</p>
        <DraftList />
        <Link to={to.projects}>{words.home}</Link>
      </main>
    );
  }
  if (!opened && quarantined) {
    return <NeedsAttention id={workspace.document} onReleased={() => location.reload()} />;
  }
  return (
    <div
      className={panelOpen ? "workspace with-panel" : "workspace"}
      onKeyDown={(event) => outsideOfText(event, workspace)}
    >
      <TopBar />
      <Notices />
      <main className="desk" aria-label={words.editor.area}>
        {opened && <ViewBar />}
        <div className="sheet" ref={workspace.host} />
        {!opened && <p className="opening">{words.state.opening}</p>}
        {opened && <Toolbar />}
        {opened && <PunctuateBar />}
        {opened && <PassageBar />}
      </main>
      {opened && panelOpen && <SidePanel />}
      {opened && <FloatingWindow />}
      {opened && <CommandsOfDocument />}
    </div>
  );
}

/** The key that leads to the review works wherever the keyboard is, except in a window of its own. */
function outsideOfText(event: KeyboardEvent<HTMLElement>, workspace: Workspace): void {
  const isKey = event.altKey && !event.ctrlKey && !event.metaKey && event.code === "KeyR";
  if (!isKey || event.isDefaultPrevented() || !event.currentTarget.contains(event.target as Node)) return;
  event.preventDefault();
  workspace.focusReview();
}
