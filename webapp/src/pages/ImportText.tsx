import { type ChangeEvent, type FormEvent, useState } from "react";
import { Button, Label, TextArea, TextField } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { navigate, to } from "../app/route";
import { useAction } from "../app/useAction";
import { api } from "../http/api";
import { words } from "../strings";

/** Brings a plain text in, from a file or pasted. A file's bytes go to the server untouched. */
export function ImportText({ project, imported }: { project: string; imported(): void }) {
  const [title, setTitle] = useState("");
  const [pasted, setPasted] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const { failure, busy, run } = useAction();
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const chosen = event.target.files?.[0] ?? null;
    setFile(chosen);
    if (chosen && title === "") setTitle(chosen.name.replace(/\.[^.]*$/, ""));
  }
  function send(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      const { id } = await api.importText(project, title.trim(), file ?? new Blob([pasted]));
      imported();
      navigate(to.document(id));
    });
  }
  return (
    <section aria-labelledby="import">
      <h2 id="import">{words.importing.title}</h2>
      <form className="card" onSubmit={send}>
        <Field label={words.importing.label} value={title} onChange={setTitle} lang="lzh" required />
        <label className="field">
          <span className="label">{words.importing.file}</span>
          <input type="file" accept=".txt,text/plain" onChange={choose} />
        </label>
        <TextField className="field" value={pasted} onChange={setPasted} isDisabled={file !== null}>
          <Label>{words.importing.paste}</Label>
          <TextArea rows={5} lang="lzh" />
        </TextField>
        <p className="aside">{words.importing.kept}</p>
        {failure && <p className="refused-title">{words.importing.refused}</p>}
        <Failure of={failure} />
        <Button type="submit" className="primary" isDisabled={busy || (file === null && pasted === "")}>
          {words.importing.action}
        </Button>
      </form>
    </section>
  );
}
