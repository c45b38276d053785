import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Text } from "react-aria-components";
import { navigate, to } from "../app/route";
import { useLoaded } from "../app/useLoaded";
import { keyOf, type Offered, offered } from "../commands/offered";
import { api, type PluginLine } from "../http/api";
import { plugins as installedPlugins } from "../http/plugins";
import { stateOf } from "../plugins/states";
import { words } from "../strings";
import { useView, useWorkspace } from "./useWorkspace";

/** Runs plugins on the document or the selection, and drops what they suggested. */
export function PluginMenu() {
  const workspace = useWorkspace();
  const progress = useView(({ session }) => session.progress);
  const analyses = useView(({ session }) => session.analyses);
  const disabled = useView(({ session }) => session.role === "viewer" || !session.opened);
  const selected = useView(({ from, to }) => from < to);
  const told = useView(({ session }) => session.pluginsTold);
  const plugins = useLoaded(api.plugins, told);
  const installed = useLoaded(installedPlugins.installed, told);
  const onDocument = offered(plugins.value ?? [], installed.value ?? [], "document");
  const onSelection = offered(plugins.value ?? [], installed.value ?? [], "selection");
  const names = new Map(plugins.value?.map((plugin) => [plugin.id, lineName(plugin)]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const busy = Object.values(progress).filter(({ state }) => state === "running");
  const { session: link } = workspace;
  const here = () => workspace.session.confirmedRange(workspace.now.from, workspace.now.to);
  function act(key: React.Key) {
    const [what, id, name] = String(key).split(" ", 3) as [string, string, string];
    if (what === "about") return navigate(to.plugins);
    if (what === "drop") return link.dismiss(id);
    if (what === "command") return give(onDocument, `${id} ${name}`);
    if (what === "command-here") return give(onSelection, `${id} ${name}`, here());
    link.analyze(id, what === "selection" ? here() : null);
    workspace.set({ panel: "review" });
  }
  function give(among: readonly Offered[], key: string, range?: { start: number; end: number }) {
    const command = among.find((one) => keyOf(one) === key);
    const revision = link.sync.ledger?.revision ?? 0;
    if (command === undefined) return;
    workspace.set({ command: { command, selection: range && { revision, ...range } } });
  }
  return (
    <span className="plugin-menu">
      <MenuTrigger>
        <Button isDisabled={disabled}>{words.top.run}</Button>
        <Popover className="popover menu-popover" placement="bottom end">
          <Menu onAction={act} aria-label={words.top.run}>
            <PluginSection title={words.top.wholeDocument} what="all" plugins={plugins.value ?? []} />
            {selected && <PluginSection title={words.top.selection} what="selection" plugins={plugins.value ?? []} />}
            {selected && <CommandSection title={words.commands.onSelection} what="command-here" commands={onSelection} />}
            <CommandSection title={words.commands.onDocument} what="command" commands={onDocument} />
            {analyses.length > 0 && (
              <MenuSection>
                <Header>{words.top.dismissTitle}</Header>
                {analyses.map((id) => (
                  <MenuItem key={id} id={`drop ${id}`}>
                    {words.top.dismiss(nameOf(id))}
                  </MenuItem>
                ))}
              </MenuSection>
            )}
            <MenuSection aria-label={words.plugins.title}>
              <MenuItem id="about">{words.plugins.about}</MenuItem>
            </MenuSection>
          </Menu>
        </Popover>
      </MenuTrigger>
      <span className="plugin-progress" role="status">
        {busy.map(({ plugin, done, total }) => words.top.running(nameOf(plugin), done, total)).join(" · ")}
      </span>
    </span>
  );
}

function PluginSection(props: { title: string; what: string; plugins: readonly PluginLine[] }) {
  const { title, what, plugins } = props;
  return (
    <MenuSection>
      <Header>{title}</Header>
      {plugins.map((plugin) => (
        <MenuItem
          key={plugin.id}
          id={`${what} ${plugin.id}`}
          textValue={lineName(plugin)}
          isDisabled={!isRunning(plugin.state)}
        >
          <Text slot="label">{lineName(plugin)}</Text>
          <Text slot="description">
            {isRunning(plugin.state) ? plugin.version : whyNot(plugin)}
            {plugin.destination !== "" && ` · ${words.top.elsewhere(plugin.destination)}`}
          </Text>
        </MenuItem>
      ))}
    </MenuSection>
  );
}

function CommandSection(props: { title: string; what: string; commands: readonly Offered[] }) {
  const { title, what, commands } = props;
  if (commands.length === 0) return null;
  return (
    <MenuSection>
      <Header>{title}</Header>
      {commands.map((command) => (
        <MenuItem key={keyOf(command)} id={`${what} ${keyOf(command)}`} textValue={command.label}>
          <Text slot="label">{command.label}</Text>
          <Text slot="description">
            {command.plugin}
            {command.destination !== "" && ` · ${words.top.elsewhere(command.destination)}`}
          </Text>
        </MenuItem>
      ))}
    </MenuSection>
  );
}

/** The name of a plugin; of one of several instances also its own. */
function lineName({ id, plugin, name }: PluginLine): string {
  return id === plugin ? name : `${name} (${id})`;
}

function whyNot({ state, reason }: PluginLine): string {
  const { word } = stateOf(state);
  return reason === "" || reason.startsWith(word) ? reason || word : `${word}: ${reason}`;
}

function isRunning(state: string): boolean {
  return state.toLowerCase() === "started";
}
