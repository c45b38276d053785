import { useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { Tick } from "../app/Tick";
import { useAction } from "../app/useAction";
import type { FullEntity } from "../http/authority";
import { words } from "../strings";
import type { File } from "./AuthorityPage";
import { parted, replaced } from "./drafting";
import { labelOf, toldLabel } from "./telling";
import { waysOf } from "./wishing";

interface Props {
  file: File;
  whole: FullEntity["entity"];
  done(): void;
  cancel(): void;
}

/** Chooses which labels the new one takes, and makes two of one. */
export function SplitForm({ file, whole, done, cancel }: Props) {
  const [takes, setTakes] = useState(whole.labels.map(() => false));
  const [reason, setReason] = useState("");
  const { failure, busy, run } = useAction();
  const [rest, other] = parted(whole, takes);
  const isPossible = [rest, other].every(({ labels }) => labels.some(({ kind }) => kind === "preferred"));
  return (
    <section aria-labelledby="splitting" className="card">
      <h3 id="splitting">{words.authority.splitTitle(labelOf(whole))}</h3>
      <p>{words.authority.splitWhat}</p>
      {whole.labels.map((label, at) => (
        <Tick key={at} on={takes[at] === true} set={(on) => setTakes(replaced(takes, at, on))}>
          {words.authority.splitTakes(toldLabel(label))}
        </Tick>
      ))}
      {!isPossible && <p className="aside">{words.authority.splitNone}</p>}
      <Field label={words.authority.reason} value={reason} onChange={setReason} />
      <Failure of={failure} />
      <div className="actions">
        {waysOf(file, words.authority.splitThem).map((way) => (
          <Button
            key={way.words}
            isDisabled={busy || !isPossible}
            onPress={() =>
              void run(async () => {
                await way.grant({ deed: "split", reason, entities: [rest, other] });
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
