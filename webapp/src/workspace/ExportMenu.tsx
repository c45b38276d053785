import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { useLoaded } from "../app/useLoaded";
import { type Format, formats, type Saved } from "../http/formats";
import { words } from "../strings";
import { useView, useWorkspace } from "./useWorkspace";

const OF_THE_HOUSE = ["tei", "text", "bare"] as const;

/** Saves the document in a format of the house, or in one that a plugin writes. */
export function ExportMenu() {
  const workspace = useWorkspace();
  const { document } = workspace;
  const told = useView(({ session }) => session.pluginsTold);
  const all = useLoaded(formats.all, told).value?.exports ?? [];
  const declared = all.filter(({ plugin }) => plugin !== "");
  function write(key: React.Key) {
    const format = declared.find((one) => idOf(one) === key);
    if (format === undefined) return;
    formats.file(document, format).then(save, (failure: Error) => workspace.complain(failure.message));
  }
  return (
    <MenuTrigger>
      <Button>{words.top.export}</Button>
      <Popover className="popover menu-popover" placement="bottom end">
        <Menu aria-label={words.top.export} onAction={write}>
          <MenuSection aria-label={words.top.ofTheHouse}>
            {OF_THE_HOUSE.map((name) => (
              <MenuItem key={name} href={formats.address(document, { plugin: "", name })} download>
                {words.top[name]}
              </MenuItem>
            ))}
          </MenuSection>
          {declared.length > 0 && (
            <MenuSection>
              <Header>{words.top.byPlugins}</Header>
              {declared.map((format) => (
                <MenuItem key={idOf(format)} id={idOf(format)} textValue={format.label}>
                  {format.label}
                  <span className="format-facts">
                    {` ${format.by} · .${format.extension}`}
                    {format.destination !== "" && ` · ${words.top.elsewhere(format.destination)}`}
                  </span>
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function idOf({ plugin, name }: Format): string {
  return `${plugin} ${name}`;
}

/** As if one had pressed a link to it: what a plugin says why not is read first. */
function save({ name, content }: Saved): void {
  const address = URL.createObjectURL(content);
  const link = window.document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
