import { useState } from "react";
import { Button, Input, Label, TextField } from "react-aria-components";
import { words } from "../strings";

/** A secret that is shown once, with a button that copies it. */
export function Secret({ label, value, children }: { label: string; value: string; children: string }) {
  const [said, say] = useState("");
  return (
    <div className="secret">
      <p role="status">{children}</p>
      <div className="row">
        <TextField className="field secret-value" value={value} isReadOnly>
          <Label>{label}</Label>
          <Input onFocus={(event) => event.target.select()} />
        </TextField>
        <Button
          onPress={() => {
            void navigator.clipboard.writeText(value).then(() => say(words.copy.done));
          }}
        >
          {words.copy.action}
        </Button>
        <span role="status" className="aside">
          {said}
        </span>
      </div>
    </div>
  );
}
