import { ToggleButton } from "react-aria-components";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { CollationButton } from "../collation/CollationButton";
import { words } from "../strings";
import { ViewMenu } from "../markings/ViewMenu";
import { ExportMenu } from "./ExportMenu";
import { Faces } from "./Faces";
import { ModeSwitch } from "./ModeSwitch";
import { PluginMenu } from "./PluginMenu";
import { StateLine } from "./StateLine";
import { useView, useWorkspace } from "./useWorkspace";

export function TopBar() {
  const workspace = useWorkspace();
  const title = useView(({ session }) => session.title);
  const project = useView(({ session }) => session.project);
  const panelOpen = useView((view) => view.panelOpen);
  const home = project === "" ? to.projects : to.project(project);
  return (
    <header className="top-bar">
      <Link to={home} className="brand">
        <span lang="zh-Hant" aria-hidden="true">
          點校
        </span>
        <span className="unseen">{words.home}</span>
      </Link>
      <h1 className="document-title" lang="lzh">
        {title}
      </h1>
      <StateLine />
      <ModeSwitch />
      <Faces />
      <ViewMenu />
      <PluginMenu />
      <CollationButton />
      <ExportMenu />
      <ToggleButton
        className="panels-toggle"
        isSelected={panelOpen}
        onChange={(open) => workspace.set({ panelOpen: open })}
      >
        {words.top.panels}
      </ToggleButton>
    </header>
  );
}
