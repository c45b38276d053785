import { type FormEvent, useState } from "react";
import { Button, Label, TextArea, TextField } from "react-aria-components";
import { Choice, Field } from "../app/Field";
import type { Body } from "../session/values";
import { words } from "../strings";
import { DateForm } from "./DateForm";
import { isLookedUp } from "./kinds";
import { LookupForm } from "./LookupForm";

interface Props {
  kind: string;
  surface: string;
  /** Where in the text. */
  at: number;
  initial?: Body;
  onDone(body: Body): void;
}

/** Asks what an annotation of a kind says. */
export function BodyForm(props: Props) {
  const { kind, initial } = props;
  if (kind === "variant") return <VariantForm {...props} />;
  if (kind === "glyph") return <GlyphForm {...props} />;
  if (kind === "note") return <NoteForm {...props} />;
  if (kind === "date") return <DateForm {...props} />;
  if (kind === "gap") return <GapForm {...props} />;
  if (isLookedUp(kind)) return <LookupForm {...props} />;
  return (
    <Form onDone={() => props.onDone({ is: "tag", name: kind })}>
      <p className="aside">{initial?.is === "identification" ? initial.label : props.surface}</p>
    </Form>
  );
}

function Form({ onDone, children }: { onDone(): void; children: React.ReactNode }) {
  function submit(event: FormEvent) {
    event.preventDefault();
    onDone();
  }
  return (
    <form className="body-form" onSubmit={submit}>
      {children}
      <Button type="submit" className="primary">
        {words.annotate.add}
      </Button>
    </form>
  );
}

function VariantForm({ initial, onDone }: Props) {
  const before = initial?.is === "regularization" ? initial : { form: "", relation: "variant" };
  const [form, setForm] = useState(before.form);
  const body: Body = { is: "regularization", form: form.trim(), relation: before.relation };
  return (
    <Form onDone={() => body.form !== "" && onDone(body)}>
      <Field label={words.annotate.form} value={form} onChange={setForm} lang="lzh" autoFocus required />
    </Form>
  );
}

function GlyphForm({ initial, surface, onDone }: Props) {
  const before = initial?.is === "glyph" ? initial : { description: surface, form: "" };
  const [description, setDescription] = useState(before.description);
  const [form, setForm] = useState(before.form);
  return (
    <Form onDone={() => description.trim() !== "" && onDone({ is: "glyph", description: description.trim(), form })}>
      <Field label={words.annotate.description} value={description} onChange={setDescription} lang="lzh" required />
      <Field label={words.annotate.form} value={form} onChange={setForm} lang="lzh" autoFocus />
    </Form>
  );
}

function NoteForm({ initial, onDone }: Props) {
  const [text, setText] = useState(initial?.is === "note" ? initial.text : "");
  return (
    <Form onDone={() => text.trim() !== "" && onDone({ is: "note", text: text.trim() })}>
      <TextField className="field" value={text} onChange={setText} autoFocus isRequired>
        <Label>{words.annotate.note}</Label>
        <TextArea rows={4} />
      </TextField>
    </Form>
  );
}

function GapForm({ initial, surface, onDone }: Props) {
  const before = initial?.is === "gap" ? initial : { reason: "lost", quantity: [...surface].length };
  const [reason, setReason] = useState(before.reason);
  const [quantity, setQuantity] = useState(String(before.quantity));
  const reasons = Object.entries<string>(words.annotate.gapReasons);
  const known = reasons.some(([value]) => value === reason) ? reasons : [...reasons, [reason, reason] as const];
  const units = Math.max(0, Math.floor(Number(quantity)) || 0);
  return (
    <Form onDone={() => onDone({ is: "gap", reason, quantity: units })}>
      <Choice label={words.annotate.gapReason} value={reason} onChange={setReason} options={known as [string, string][]} />
      <Field label={words.annotate.quantity} value={quantity} onChange={setQuantity} type="number" autoFocus />
    </Form>
  );
}
