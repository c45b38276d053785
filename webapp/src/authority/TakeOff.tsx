import { useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { useAction } from "../app/useAction";
import type { FullEntity } from "../http/authority";
import { words } from "../strings";
import type { File } from "./AuthorityPage";
import { labelOf } from "./telling";
import { waysOf } from "./wishing";

interface Props {
  file: File;
  full: FullEntity;
  done(): void;
  cancel(): void;
}

/** Says what taking an entity off the file comes to, and does it. */
export function TakeOff({ file, full, done, cancel }: Props) {
  const [reason, setReason] = useState("");
  const { failure, busy, run } = useAction();
  const { id, seen } = full.entity;
  const title = words.authority.takeOffTitle(labelOf(full.entity));
  return (
    <section aria-label={title} className="card">
      <h3>{title}</h3>
      <p>{full.server === undefined ? words.authority.takeOffGone : words.authority.takeOffServer}</p>
      <Field label={words.authority.reason} value={reason} onChange={setReason} />
      <Failure of={failure} />
      <div className="actions">
        {waysOf(file, words.authority.takeOff).map((way) => (
          <Button
            key={way.words}
            isDisabled={busy}
            onPress={() =>
              void run(async () => {
                await way.grant({ deed: "remove", reason, given: { id, seen } });
                done();
              })
            }
          >
            {way.words}
          </Button>
        ))}
        <Button onPress={cancel}>{words.cancel}</Button>
      </div>
    </section>
  );
}
