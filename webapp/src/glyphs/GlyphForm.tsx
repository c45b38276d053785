import { type FormEvent, useState } from "react";
import { Button, Label, TextArea, TextField } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { useAction } from "../app/useAction";
import type { GlyphEntry } from "../http/glyphs";
import { words } from "../strings";
import { codeOf, isPrivateUse } from "./codes";

interface Props {
  title: string;
  action: string;
  before: GlyphEntry;
  /** A private-use character that is free. */
  free: string;
  onSave(entry: GlyphEntry): Promise<unknown>;
  onClose?: () => void;
}

/** What a person writes about a glyph. */
export function GlyphForm({ title, action, before, free, onSave, onClose }: Props) {
  const [entry, setEntry] = useState(before);
  const { failure, busy, run } = useAction();
  const set = (part: Partial<GlyphEntry>) => setEntry((now) => ({ ...now, ...part }));
  function save(event: FormEvent) {
    event.preventDefault();
    void run(async () => void (await onSave({ ...entry, description: entry.description.trim(), ids: entry.ids.trim() })));
  }
  return (
    <form className="card glyph-form" onSubmit={save} aria-label={title}>
      <Field
        label={words.glyphs.description}
        value={entry.description}
        onChange={(description) => set({ description })}
        lang="lzh"
        required
      />
      <Field label={words.glyphs.ids} value={entry.ids} onChange={(ids) => set({ ids })} lang="lzh" />
      <div className="glyph-code">
        <Field label={words.glyphs.form} value={entry.form} onChange={(form) => set({ form })} lang="lzh" />
        {isPrivateUse(entry.form) && <span className="aside">{words.glyphs.code(codeOf(entry.form))}</span>}
        {entry.form === "" && <Button onPress={() => set({ form: free })}>{words.glyphs.assign}</Button>}
      </div>
      <TextField className="field" value={entry.note} onChange={(note) => set({ note })}>
        <Label>{words.glyphs.note}</Label>
        <TextArea rows={3} />
      </TextField>
      <Failure of={failure} />
      <div className="actions">
        <Button type="submit" className="primary" isDisabled={busy}>
          {action}
        </Button>
        {onClose && <Button onPress={onClose}>{words.cancel}</Button>}
      </div>
    </form>
  );
}
