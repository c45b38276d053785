import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { Field } from "../app/Field";
import { words } from "../strings";

/** A person's own proposal: another text for the range, and why. */
export function SuggestForm(props: { surface: string; onDone(text: string, why: string): void }) {
  const [text, setText] = useState(props.surface);
  const [why, setWhy] = useState("");
  function submit(event: FormEvent) {
    event.preventDefault();
    if (text !== props.surface) props.onDone(text, why.trim());
  }
  return (
    <form className="body-form" onSubmit={submit}>
      <Field label={words.annotate.replacement} value={text} onChange={setText} lang="lzh" autoFocus />
      <Field label={words.annotate.reason} value={why} onChange={setWhy} />
      <Button type="submit" className="primary" isDisabled={text === props.surface}>
        {words.annotate.propose}
      </Button>
    </form>
  );
}
