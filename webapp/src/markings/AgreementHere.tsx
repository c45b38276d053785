import { marks } from "../http/marks";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { PluginAgreement } from "./PluginAgreement";

/** How far the marks of the document, or of what is selected, agree with a plugin. */
export function AgreementHere() {
  const workspace = useWorkspace();
  const viewer = useView(({ session }) => session.role === "viewer");
  const selected = useView(({ from, to }) => from < to);
  if (viewer) return null;
  const { document } = workspace;
  const here = () => workspace.session.confirmedRange(workspace.now.from, workspace.now.to);
  const whole = { label: words.marks.document, ask: (plugin: string) => marks.agreement(document, plugin) };
  const part = { label: words.marks.selection, ask: (plugin: string) => marks.agreement(document, plugin, here()) };
  return <PluginAgreement asks={selected ? [whole, part] : [whole]} />;
}
