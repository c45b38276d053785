import { useEffect, useRef, useState } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { Failure } from "../app/Failure";
import { useLoaded } from "../app/useLoaded";
import type { PluginLine } from "../http/api";
import { type Installed, type Instance, plugins } from "../http/plugins";
import { words } from "../strings";
import { Declarations } from "./Declarations";
import { chosen, versionsOf } from "./form";
import { InstanceForm, Remove } from "./InstanceForm";
import { TryIt } from "./TryIt";
import { Values } from "./Values";
import { stateOf } from "./states";

interface Props {
  line: PluginLine;
  installed: readonly Installed[];
  may: boolean;
  /** Other instances that run, to compare with. */
  others: readonly string[];
  opened: boolean;
  changed(): void;
}

/** One instance: how it is; opened also what it declares and how it is set. */
export function InstanceCard({ line, installed, may, others, opened, changed }: Props) {
  const [open, setOpen] = useState(opened);
  useEffect(() => {
    if (opened) setOpen(true);
  }, [opened]);
  const { id, plugin, name, version, state, reason, runs, categories } = line;
  const { word, sign, tone } = stateOf(state);
  const facts = [
    ...(id === plugin ? [] : [words.plugins.instance(id)]),
    ...(version === "" ? [] : [words.plugins.version(version)]),
    ...(runs === "" ? [] : [words.plugins.runs[runs] ?? runs]),
    categories.length > 0 ? words.plugins.proposes(categories) : words.plugins.proposesNothing,
  ];
  return (
    <li className="plugin" data-instance={id}>
      <Disclosure isExpanded={open} onExpandedChange={setOpen}>
        <Heading level={2} className="plugin-head">
          <Button slot="trigger" className="plugin-trigger">
            <span className="plugin-arrow" aria-hidden="true" />
            <span className="plugin-name">{name}</span>
            <span className={`plugin-state ${tone}`}>
              <span aria-hidden="true">{sign} </span>
              {word}
            </span>
          </Button>
        </Heading>
        <p className="plugin-facts">{facts.join(" · ")}</p>
        {reason !== "" && <p className={`plugin-reason ${tone}`}>{reason}</p>}
        <DisclosurePanel className="plugin-panel">
          {open && <Opened line={line} installed={installed} may={may} others={others} changed={changed} />}
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

/** What somebody has changed in the form stays there, whatever is heard of the instance meanwhile. */
function Opened({ line, installed, may, others, changed }: Omit<Props, "opened">) {
  const loaded = useLoaded(() => plugins.settings(line.id), line.id, line.start, line.state);
  const [shown, show] = useState<Instance | null>(null);
  const [touched, touch] = useState(false);
  const outdated = useRef<Instance | undefined>(undefined);
  const now = loaded.value === outdated.current ? undefined : loaded.value;
  useEffect(() => {
    if (now !== undefined && !touched) show(now);
  }, [now, touched]);
  function saved(instance: Instance) {
    outdated.current = loaded.value;
    show(instance);
    loaded.reload();
    changed();
  }
  const declared = installed.find(({ id, version }) => id === line.plugin && version === line.version);
  const settings = shown && (chosen(installed, shown.plugin, shown.version) ?? declared)?.settings;
  const mayNow = may && shown !== null && shown.operators === undefined;
  if (shown?.unreadable !== undefined) {
    return (
      <>
        <p className="aside">{words.plugins.unreadable}</p>
        {mayNow && shown.removal && <Remove instance={shown} removed={changed} />}
      </>
    );
  }
  return (
    <>
      <Failure of={loaded.failure} />
      {shown?.operators !== undefined && may && <p className="aside">{words.plugins.operators(shown.operators)}</p>}
      {shown !== null && mayNow && (
        <InstanceForm
          instance={shown}
          versions={versionsOf(installed, shown.plugin)}
          theirs={touched && now !== undefined && now.stamp !== shown.stamp ? () => touch(false) : null}
          touched={touched}
          touch={touch}
          saved={saved}
          removed={changed}
        />
      )}
      {shown !== null && !mayNow && settings && <Values settings={settings} given={shown.settings} />}
      {shown !== null && may && line.state === "started" && (
        <TryIt line={line} instance={shown} installed={installed} others={others} />
      )}
      {declared && <Declarations of={declared} />}
    </>
  );
}
