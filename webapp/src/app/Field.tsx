import { Input, Label, TextField } from "react-aria-components";

interface FieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  type?: string;
  autoComplete?: string;
  autoFocus?: boolean;
  required?: boolean;
  lang?: string;
  className?: string;
}

/** A labelled line of text. */
export function Field({ label, lang, className = "", required, ...rest }: FieldProps) {
  return (
    <TextField {...rest} isRequired={required ?? false} className={`field ${className}`}>
      <Label>{label}</Label>
      <Input {...(lang ? { lang } : {})} />
    </TextField>
  );
}

interface ChoiceProps<V extends string> {
  label: string;
  value: V;
  onChange(value: V): void;
  options: readonly (readonly [V, string])[];
  hideLabel?: boolean;
}

/** A labelled choice of one, as the browser itself offers it. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const { label, value, onChange, options, hideLabel } = props;
  return (
    <label className="field choice">
      <span className={hideLabel ? "unseen" : "label"}>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value as V)}>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
