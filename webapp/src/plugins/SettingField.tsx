import { FieldError, Input, Label, Text, TextField } from "react-aria-components";
import { Tick } from "../app/Tick";
import type { Setting } from "../http/plugins";
import { words } from "../strings";
import { valueWords } from "./Values";

interface Props {
  setting: Setting;
  value: string | boolean;
  fault: string | undefined;
  onChange(value: string | boolean): void;
}

/** The field that goes with the type of a setting, with its help, its default, and what is wrong in it. */
export function SettingField({ setting, value, fault, onChange }: Props) {
  const { name, label, type, help, oneOf, standard } = setting;
  const said = [help, words.plugins.standard(valueWords(standard))].filter((part) => part !== "").join(" ");
  if (type === "boolean") {
    return (
      <div className="field setting">
        <Tick on={value === true} set={onChange}>
          {label}
        </Tick>
        <p className="aside">{said}</p>
      </div>
    );
  }
  if (oneOf.length > 0) {
    return (
      <div className="field setting">
        <label className="choice">
          <span className="label">{label}</span>
          <select
            value={String(value)}
            aria-describedby={`help-${name}`}
            aria-invalid={fault !== undefined}
            onChange={(event) => onChange(event.target.value)}
          >
            {oneOf.map((one) => (
              <option key={String(one)} value={String(one)}>
                {valueWords(one)}
              </option>
            ))}
          </select>
        </label>
        <p id={`help-${name}`} className="aside">
          {said}
        </p>
        {fault !== undefined && <p className="failure">{fault}</p>}
      </div>
    );
  }
  return (
    <TextField
      className="field setting"
      value={String(value)}
      onChange={onChange}
      isInvalid={fault !== undefined}
      validationBehavior="aria"
      inputMode={type === "number" ? "decimal" : "text"}
      autoComplete="off"
    >
      <Label>{label}</Label>
      <Input />
      <Text slot="description" className="aside">
        {said}
      </Text>
      <FieldError className="failure">{fault}</FieldError>
    </TextField>
  );
}
