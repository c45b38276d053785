import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Text } from "react-aria-components";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { lookThrough } from "./choosing";
import { ALL_CHARACTERS, ALL_MARKS, isPlain, type Look } from "./views";

/** How this person sees the text; nobody else sees it otherwise for that. */
export function ViewMenu() {
  const workspace = useWorkspace();
  const look = useView((view) => view.look);
  return (
    <MenuTrigger>
      <Button className={isPlain(look) ? "view-menu" : "view-menu looking"}>{words.views.menu}</Button>
      <Popover className="popover menu-popover" placement="bottom end">
        <Menu aria-label={words.views.label} className="views">
          <Switch of="characters" all={ALL_CHARACTERS} look={look} choose={(chosen) => lookThrough(workspace, chosen)} />
          <Switch of="marks" all={ALL_MARKS} look={look} choose={(chosen) => lookThrough(workspace, chosen)} />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface SwitchProps {
  of: keyof Look;
  all: readonly string[];
  look: Look;
  choose(look: Look): void;
}

function Switch({ of, all, look, choose }: SwitchProps) {
  const names: Record<string, { name: string; hint: string }> = words.views[of];
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[`${of} ${look[of]}`]}
      onSelectionChange={(keys) => choose({ ...look, [of]: String([...keys][0]).split(" ")[1] } as Look)}
    >
      <Header>{words.views.headers[of]}</Header>
      {all.map((one) => (
        <MenuItem key={one} id={`${of} ${one}`} textValue={names[one]!.name}>
          <Text slot="label">{names[one]!.name}</Text>
          <Text slot="description">{names[one]!.hint}</Text>
        </MenuItem>
      ))}
    </MenuSection>
  );
}
