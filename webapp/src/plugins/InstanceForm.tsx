import { type FormEvent, useEffect, useState } from "react";
import { Button, Switch } from "react-aria-components";
import { Confirm } from "../app/Confirm";
import { Failure } from "../app/Failure";
import { Choice } from "../app/Field";
import { useAction } from "../app/useAction";
import { type Installed, type Instance, plugins } from "../http/plugins";
import { words } from "../strings";
import { chosen, type Draft, draftOf, read, settingOf } from "./form";
import { SettingField } from "./SettingField";

interface Props {
  instance: Instance;
  versions: readonly Installed[];
  /** Shows what somebody else has made of it meanwhile. */
  theirs: (() => void) | null;
  touched: boolean;
  touch(touched: boolean): void;
  saved(instance: Instance): void;
  removed(): void;
}

/** How an instance is set: on or off, in which version, and a field for each setting of the version. */
export function InstanceForm({ instance, versions, theirs, touched, touch, saved, removed }: Props) {
  const { instance: id, plugin, enabled, stamp } = instance;
  const [version, setVersion] = useState(instance.version ?? "");
  const settings = chosen(versions, plugin, version)?.settings ?? [];
  const [draft, setDraft] = useState<Draft>(() => draftOf(settings, instance.settings));
  const [tried, setTried] = useState(false);
  const [said, say] = useState("");
  const { failure, busy, run } = useAction();
  const { values, faults } = read(settings, draft);
  useEffect(() => {
    if (touched) return;
    setVersion(instance.version ?? "");
    setDraft(draftOf(chosen(versions, plugin, instance.version)?.settings ?? [], instance.settings));
    setTried(false);
  }, [instance, touched]);
  const refused = failure === null ? undefined : settingOf(failure.message, settings);
  const faultOf = (name: string) => (tried ? faults[name] : undefined) ?? (name === refused ? failure!.message : undefined);

  function change(name: string, value: string | boolean) {
    setDraft({ ...draft, [name]: value });
    touch(true);
    say("");
  }

  function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    void run(async () => {
      const keeps = version === "" ? {} : { version };
      const set = await plugins.configure(id, { plugin, ...keeps, enabled, settings: values, stamp });
      say(words.plugins.saved);
      saved(set);
      touch(false);
    });
  }

  function turn(on: boolean) {
    void run(async () => {
      const { version, settings } = instance;
      const keeps = version === undefined ? {} : { version };
      const set = await plugins.configure(id, { plugin, ...keeps, enabled: on, settings, stamp });
      say(on ? words.plugins.switchedOn : words.plugins.switchedOff);
      saved(set);
    });
  }

  return (
    <form className="card instance" onSubmit={save} noValidate>
      <Switch className="switch" isSelected={enabled} onChange={turn}>
        <span className="switch-track" aria-hidden="true" />
        {words.plugins.onOff}
      </Switch>
      {(versions.length > 1 || instance.version !== undefined) && (
        <Choice
          label={words.plugins.versionLabel}
          value={version}
          onChange={(other) => {
            setVersion(other);
            setDraft({ ...draftOf(chosen(versions, plugin, other)?.settings ?? [], instance.settings), ...draft });
            touch(true);
          }}
          options={versionOptions(versions, instance.version)}
        />
      )}
      {settings.length === 0 && <p className="aside">{words.plugins.noSettings}</p>}
      {settings.map((setting) => (
        <SettingField
          key={setting.name}
          setting={setting}
          value={draft[setting.name] ?? String(setting.standard)}
          fault={faultOf(setting.name)}
          onChange={(value) => change(setting.name, value)}
        />
      ))}
      {refused === undefined && <Failure of={failure} />}
      {theirs && (
        <p className="failure">
          {words.plugins.meanwhile}{" "}
          <Button className="quiet" onPress={theirs}>
            {words.plugins.theirs}
          </Button>
        </p>
      )}
      <div className="row">
        <Button type="submit" className="primary" isDisabled={busy}>
          {words.plugins.save}
        </Button>
        {instance.removal && <Remove instance={instance} removed={removed} />}
      </div>
      <p role="status" className="aside">
        {said}
      </p>
    </form>
  );
}

function versionOptions(versions: readonly Installed[], pinned = ""): (readonly [string, string])[] {
  const all = versions.map(({ version }) => version);
  const named = pinned === "" || all.includes(pinned) ? all : [...all, pinned];
  return [["", words.plugins.newest(all[0] ?? "")], ...named.map((version) => [version, version] as const)];
}

/** Takes the file of an instance away, after a question. */
export function Remove({ instance, removed }: { instance: Instance; removed(): void }) {
  const [asked, ask] = useState(false);
  const { failure, busy, run } = useAction();
  const { instance: id, stamp, removal } = instance;
  const { plugins: said } = words;
  const resets = removal === "defaults";
  const remove = () =>
    run(async () => {
      await plugins.remove(id, stamp);
      removed();
    });
  return (
    <>
      <Button isDisabled={busy} onPress={() => ask(true)}>
        {resets ? said.reset : said.remove}
      </Button>
      <Failure of={failure} />
      {asked && (
        <Confirm
          title={resets ? said.resetTitle(id) : said.removeTitle(id)}
          action={resets ? said.resetAction : said.removeAction}
          onConfirm={() => void remove()}
          onClose={() => ask(false)}
        >
          <p>{resets ? said.resetText : said.removeText}</p>
        </Confirm>
      )}
    </>
  );
}
