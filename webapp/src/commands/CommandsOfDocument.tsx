import { useEffect, useState } from "react";
import { useAccount } from "../app/account";
import { useLoaded } from "../app/useLoaded";
import { commands } from "../http/commands";
import { words } from "../strings";
import "../styles/commands.css";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { CommandForm } from "./CommandForm";
import { CommandLine } from "./CommandLine";
import { shown } from "./lines";

/** While a command runs, it is asked so often how far it is, in milliseconds. */
const OFTEN = 500;

/** Commands that this person has given on the document: the form of the next one, and how far the others are. */
export function CommandsOfDocument() {
  const workspace = useWorkspace();
  const account = useAccount().id;
  const asked = useView((view) => view.command);
  const { value, reload } = useLoaded(() => commands.list(workspace.document), workspace.document);
  const [given, setGiven] = useState<readonly string[]>([]);
  const lines = shown(value ?? [], account, given);
  const running = lines.some(({ state }) => state === "running");
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(reload, OFTEN);
    return () => clearInterval(timer);
  }, [running]);
  return (
    <section className="commands" aria-label={words.commands.region}>
      {lines.map((job) => (
        <CommandLine
          key={job.id}
          job={job}
          document={workspace.document}
          changed={reload}
          review={() => workspace.set({ panel: "review", panelOpen: true })}
          close={() => setGiven(given.filter((id) => id !== job.id))}
        />
      ))}
      {asked !== null && (
        <CommandForm
          command={asked.command}
          place={asked.selection === undefined ? "document" : "selection"}
          give={async (parameters) => {
            const { command, selection } = asked;
            const order = { plugin: command.instance, name: command.name, parameters };
            const job = await commands.run(workspace.document, selection ? { ...order, selection } : order);
            setGiven([...given, job.id]);
            reload();
          }}
          onClose={() => workspace.set({ command: null })}
        />
      )}
    </section>
  );
}
