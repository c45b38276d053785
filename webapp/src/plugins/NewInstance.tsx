import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice, Field } from "../app/Field";
import { useAction } from "../app/useAction";
import { type Installed, plugins } from "../http/plugins";
import { words } from "../strings";
import { freshName, versionsOf } from "./form";

interface Props {
  installed: readonly Installed[];
  taken: readonly string[];
  made(instance: string): void;
}

/** Makes one more instance of a plugin, perhaps of another version; it is set where it stands then. */
export function NewInstance({ installed, taken, made }: Props) {
  const names = new Map(installed.map(({ id, name }) => [id, name]));
  const [plugin, setPlugin] = useState(installed[0]?.id ?? "");
  const [version, setVersion] = useState("");
  const [name, setName] = useState("");
  const { failure, busy, run } = useAction();
  const versions = versionsOf(installed, plugin);
  const suggested = freshName(plugin, taken);
  function make(event: FormEvent) {
    event.preventDefault();
    const id = name.trim() || suggested;
    void run(async () => {
      if (taken.includes(id)) throw new Error(words.plugins.taken);
      const keeps = version === "" ? {} : { version };
      await plugins.configure(id, { plugin, ...keeps, enabled: true, settings: {}, stamp: "" });
      setName("");
      made(id);
    });
  }
  return (
    <section aria-labelledby="new-instance">
      <h2 id="new-instance">{words.plugins.fresh}</h2>
      <p className="aside">{words.plugins.freshIntro}</p>
      <form className="row" onSubmit={make}>
        <Choice
          label={words.plugins.plugin}
          value={plugin}
          onChange={(other) => {
            setPlugin(other);
            setVersion("");
          }}
          options={[...names].map(([id, label]) => [id, label] as const)}
        />
        {versions.length > 1 && (
          <Choice
            label={words.plugins.versionLabel}
            value={version}
            onChange={setVersion}
            options={[
              ["", words.plugins.newest(versions[0]!.version)],
              ...versions.map((one) => [one.version, one.version] as const),
            ]}
          />
        )}
        <Field
          label={words.plugins.name}
          value={name === "" ? suggested : name}
          onChange={setName}
          autoComplete="off"
          required
        />
        <Button type="submit" isDisabled={busy}>
          {words.plugins.make}
        </Button>
      </form>
      <Failure of={failure} />
    </section>
  );
}
