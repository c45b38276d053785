import { type ChangeEvent, type FormEvent, useState } from "react";
import { Button, Label, TextArea, TextField } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice, Field } from "../app/Field";
import { navigate, to } from "../app/route";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { formats } from "../http/formats";
import { words } from "../strings";
import { accepted, isPlain, keyOf, labelOf, PLAIN, stem, suitable } from "./importing";

/** Brings a file in, in a format of the house or of a plugin, or a pasted text. Its bytes go to the server untouched. */
export function ImportText({ project, imported }: { project: string; imported(): void }) {
  const [title, setTitle] = useState("");
  const [pasted, setPasted] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState(PLAIN);
  const all = useLoaded(formats.all).value?.imports ?? [PLAIN];
  const { failure, busy, run } = useAction();
  const plain = isPlain(chosen);
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const found = event.target.files?.[0] ?? null;
    setFile(found);
    if (!found) return;
    const format = suitable(all, found.name);
    setChosen(format);
    if (isPlain(format) && title === "") setTitle(stem(found.name));
  }
  function send(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      const content = file ?? new Blob([pasted]);
      const { id } = await formats.bring(project, title.trim(), chosen, content, file?.name ?? "");
      imported();
      navigate(to.document(id));
    });
  }
  return (
    <section aria-labelledby="import">
      <h2 id="import">{words.importing.title}</h2>
      <form className="card" onSubmit={send}>
        <label className="field">
          <span className="label">{words.importing.file}</span>
          <input type="file" accept={accepted(all)} onChange={choose} />
        </label>
        {all.length > 1 && (
          <Choice
            label={words.importing.format}
            value={keyOf(chosen)}
            onChange={(key) => setChosen(all.find((format) => keyOf(format) === key) ?? PLAIN)}
            options={all.map((format) => [keyOf(format), labelOf(format)] as const)}
          />
        )}
        <Field
          label={plain ? words.importing.label : words.importing.labelOrItsOwn}
          value={title}
          onChange={setTitle}
          lang="lzh"
          required={plain}
        />
        {plain && (
          <TextField className="field" value={pasted} onChange={setPasted} isDisabled={file !== null}>
            <Label>{words.importing.paste}</Label>
            <TextArea rows={5} lang="lzh" />
          </TextField>
        )}
        <p className="aside">{plain ? words.importing.kept : words.importing.read(chosen.by)}</p>
        {chosen.destination !== "" && <p className="aside">{words.importing.elsewhere(chosen.by, chosen.destination)}</p>}
        {failure && <p className="refused-title">{words.importing.refused}</p>}
        <Failure of={failure} />
        <Button type="submit" className="primary" isDisabled={busy || (file === null && (!plain || pasted === ""))}>
          {words.importing.action}
        </Button>
      </form>
    </section>
  );
}
