import { useState } from "react";
import { Button } from "react-aria-components";
import { Choice } from "../app/Field";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import { jobs } from "../http/jobs";
import { plugins } from "../http/plugins";
import { words } from "../strings";
import "../styles/commands.css";
import { CommandForm } from "./CommandForm";
import { keyOf, type Offered, offered } from "./offered";

/** Gives a command of a plugin on all documents of a project. */
export function GiveCommand({ project, given }: { project: string; given(): void }) {
  const lines = useLoaded(api.plugins);
  const installed = useLoaded(plugins.installed);
  const [key, setKey] = useState("");
  const [asked, ask] = useState<Offered | null>(null);
  const all = offered(lines.value ?? [], installed.value ?? [], "project");
  const chosen = all.find((one) => keyOf(one) === key);
  if (all.length === 0) return null;
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== undefined) ask(chosen);
      }}
    >
      <Choice
        label={words.commands.which}
        value={key}
        onChange={setKey}
        options={[
          ["", words.commands.choose],
          ...all.map((one) => [keyOf(one), `${one.label} (${one.plugin})`] as const),
        ]}
      />
      <Button type="submit" isDisabled={chosen === undefined}>
        {words.commands.give}
      </Button>
      {asked !== null && (
        <CommandForm
          command={asked}
          place="project"
          give={async (parameters) => {
            await jobs.command(project, { plugin: asked.instance, name: asked.name, parameters });
            setKey("");
            given();
          }}
          onClose={() => ask(null)}
        />
      )}
    </form>
  );
}
