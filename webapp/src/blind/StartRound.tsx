import { type FormEvent, useState } from "react";
import { Button, Checkbox, CheckboxGroup, Label } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice, Field } from "../app/Field";
import { useAction } from "../app/useAction";
import type { Project } from "../http/api";
import { blind, type Task } from "../http/blind";
import { words } from "../strings";

const TASKS = Object.entries(words.blind.tasks) as [Task, string][];

/** Gives out copies of a document, or of some of its lines. */
export function StartRound({ project, started }: { project: Project; started(): void }) {
  const [shown, setShown] = useState(false);
  if (project.documents.length === 0) return null;
  if (!shown) return <Button onPress={() => setShown(true)}>{words.blind.start}</Button>;
  const close = () => {
    setShown(false);
    started();
  };
  return <Form project={project} started={close} />;
}

function Form({ project, started }: { project: Project; started(): void }) {
  const [document, setDocument] = useState(project.documents[0]?.id ?? "");
  const [task, setTask] = useState<Task>("punctuate");
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const [workers, setWorkers] = useState<string[]>([]);
  const { failure, busy, run } = useAction();
  function start(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      await blind.start(document, {
        task,
        workers,
        ...(from === "" ? {} : { from: Number(from) }),
        ...(until === "" ? {} : { to: Number(until) }),
      });
      started();
    });
  }
  return (
    <form className="card start-round" onSubmit={start}>
      <p className="aside">{words.blind.lead}</p>
      <div className="row">
        <Choice
          label={words.blind.document}
          value={document}
          onChange={setDocument}
          options={project.documents.map(({ id, title }) => [id, title] as const)}
        />
        <Choice<Task> label={words.blind.task} value={task} onChange={setTask} options={TASKS} />
      </div>
      <div className="row">
        <Field label={words.blind.from} type="number" value={from} onChange={setFrom} className="short" />
        <Field label={words.blind.to} type="number" value={until} onChange={setUntil} className="short" />
        <span className="aside">{words.blind.all}</span>
      </div>
      <CheckboxGroup value={workers} onChange={setWorkers} className="rights">
        <Label className="label">{words.blind.people}</Label>
        {project.members
          .filter(({ role }) => role !== "viewer")
          .map(({ account, name, role }) => (
            <Checkbox key={account} value={account} className="tick">
              <span className="tick-box" />
              {name} <span className="aside">{words.roles[role]}</span>
            </Checkbox>
          ))}
      </CheckboxGroup>
      <Button type="submit" className="primary" isDisabled={busy || workers.length < 2}>
        {words.blind.action}
      </Button>
      <Failure of={failure} />
    </form>
  );
}
