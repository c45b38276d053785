import { useEffect, useRef, useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover, Toolbar as AriaToolbar } from "react-aria-components";
import { isPlain } from "../markings/views";
import { mayWrite } from "../session/snapshot";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { type Declared, useDeclaredKinds } from "./declared";
import { annotate, begin } from "./edits";
import { useHanging } from "./hanging";
import { kindClass, kindName, OFFERED } from "./kinds";

const QUIET = 200;

/** Floats over the selection and offers what can be done with it. */
export function Toolbar() {
  const workspace = useWorkspace();
  const from = useView((view) => (view.from < view.to ? view.from : 0));
  const to = useView((view) => (view.from < view.to ? view.to : 0));
  const floating = useView((view) => view.floating);
  const declared = useDeclaredKinds();
  const may = useView(({ session }) => mayWrite(session));
  const plain = useView((view) => isPlain(view.look));
  const settled = useSettled(`${from} ${to}`);
  const bar = useRef<HTMLDivElement>(null);
  const shown = settled && from < to && floating === null && may && plain;
  useHanging(bar, workspace.view!, shown ? { from, to, side: "above" } : null);
  if (!shown) return null;
  return (
    <AriaToolbar ref={bar} className="toolbar" aria-label={words.annotate.toolbar}>
      {OFFERED.map((kind, index) => (
        <Button
          key={kind}
          className={`tool kind-${kind}`}
          aria-keyshortcuts={`Alt+${index + 1}`}
          onPress={() => begin(workspace, kind)}
        >
          <span lang="lzh" aria-hidden="true">
            {words.annotate.hints[kind]}
          </span>
          <span className="tool-name">{kindName(kind)}</span>
        </Button>
      ))}
      {declared.size > 0 && <MoreKinds declared={declared} />}
      <Button className="tool kind-glyph" aria-keyshortcuts="Alt+G" onPress={() => begin(workspace, "glyph")}>
        <span lang="lzh" aria-hidden="true">
          {words.annotate.hints.glyph}
        </span>
        <span className="tool-name">{kindName("glyph")}</span>
      </Button>
      <Button className="tool suggest" aria-keyshortcuts="Alt+9" onPress={() => begin(workspace, "suggest")}>
        {words.annotate.suggest}
      </Button>
    </AriaToolbar>
  );
}

/** The kinds that plugins bring: the selection is tagged with one. */
function MoreKinds({ declared }: { declared: Declared }) {
  const workspace = useWorkspace();
  function tag(key: React.Key) {
    const { from, to } = workspace.state.selection.main;
    annotate(workspace, from, to, { is: "tag", name: String(key) });
  }
  return (
    <MenuTrigger>
      <Button className="tool more-kinds">
        <span aria-hidden="true">…</span>
        <span className="tool-name">{words.annotate.more}</span>
      </Button>
      <Popover className="popover menu-popover" placement="bottom end">
        <Menu onAction={tag} aria-label={words.annotate.more}>
          {[...declared.values()].map(({ kind, label }) => (
            <MenuItem key={kind} id={kind} textValue={label}>
              <span className={`kind-name ${kindClass(kind)}`}>{label}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Whether a value has not changed for a moment, so that the bar does not chase the mouse. */
function useSettled(value: string): boolean {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), QUIET);
    return () => clearTimeout(timer);
  }, [value]);
  return settled === value;
}
