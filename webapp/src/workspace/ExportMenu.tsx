import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { api } from "../http/api";
import { words } from "../strings";
import { useWorkspace } from "./useWorkspace";

const FORMATS = ["tei", "text", "bare"] as const;

export function ExportMenu() {
  const { document } = useWorkspace();
  return (
    <MenuTrigger>
      <Button>{words.top.export}</Button>
      <Popover className="popover menu-popover" placement="bottom end">
        <Menu aria-label={words.top.export}>
          {FORMATS.map((format) => (
            <MenuItem key={format} href={api.exportAddress(document, format)} download>
              {words.top[format]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
