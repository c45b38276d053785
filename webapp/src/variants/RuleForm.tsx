import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { Choice, Field } from "../app/Field";
import { type Rule, type RuleType, TYPES } from "../http/variants";
import { words } from "../strings";

interface Props {
  /** The rule to change; none for a new one. */
  rule?: Rule | undefined;
  busy: boolean;
  save(rule: Rule): void;
  cancel(): void;
}

/** A rule to write. The server says what is wrong with it. */
export function RuleForm({ rule, busy, save, cancel }: Props) {
  const [from, setFrom] = useState(rule?.from ?? "");
  const [form, setForm] = useState(rule?.form ?? "");
  const [type, setType] = useState<RuleType>(rule?.type ?? "variant");
  const [only, setOnly] = useState(rule?.words.join("|") ?? "");
  const [reason, setReason] = useState(rule?.reason ?? "");
  function submit(event: FormEvent) {
    event.preventDefault();
    save({ from, form, type, words: only.split("|").filter((word) => word !== ""), reason });
  }
  return (
    <section aria-labelledby="rule">
      <h2 id="rule">{rule === undefined ? words.variants.add : words.variants.change(rule.from)}</h2>
      <form className="card" onSubmit={submit}>
        <Field label={words.variants.from} value={from} onChange={setFrom} lang="lzh" required />
        <Field label={`${words.variants.form} (${words.variants.formHint})`} value={form} onChange={setForm} lang="lzh" />
        <Choice<RuleType>
          label={words.variants.type}
          value={type}
          onChange={setType}
          options={TYPES.map((each) => [each, words.variants.types[each]] as const)}
        />
        <Field label={`${words.variants.words} (${words.variants.wordsHint})`} value={only} onChange={setOnly} lang="lzh" />
        <Field label={words.variants.reason} value={reason} onChange={setReason} required />
        <p>
          <Button type="submit" isDisabled={busy}>
            {rule === undefined ? words.variants.add : words.save}
          </Button>{" "}
          {rule !== undefined && <Button onPress={cancel}>{words.cancel}</Button>}
        </p>
      </form>
    </section>
  );
}
