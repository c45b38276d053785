import { type FormEvent, useEffect, useState } from "react";
import { Button, Radio, RadioGroup } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { useAction } from "../app/useAction";
import { authority, type Entity, type EntityLine, type FullEntity } from "../http/authority";
import { words } from "../strings";
import type { File } from "./AuthorityPage";
import { Differences } from "./Differences";
import { union } from "./drafting";
import { labelOf, summary } from "./telling";
import { waysOf } from "./wishing";

interface Props {
  file: File;
  kept: FullEntity["entity"];
  /** The id of one that may be the same; null when it is to be looked for. */
  other: string | null;
  done(): void;
  cancel(): void;
}

const CHOICES = 12;

/** Finds the other one, shows what the one that stays becomes, and makes one of two. */
export function MergeForm({ file, kept, other, done, cancel }: Props) {
  const [query, setQuery] = useState(labelOf(kept));
  const [found, setFound] = useState<EntityLine[] | null>(null);
  const [given, setGiven] = useState<FullEntity["entity"] | null>(null);
  const [reason, setReason] = useState("");
  const { failure, busy, run } = useAction();
  const door = authority(file.project);
  function look(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      const { entities } = await door.list({ q: query, type: "", own: false, from: 0 }, CHOICES);
      setGiven(null);
      setFound(entities.filter(({ id }) => id !== kept.id));
    });
  }
  useEffect(() => {
    if (other !== null) choose(other);
  }, [other]);
  const choose = (id: string) => void run(async () => setGiven((await door.entity(id)).entity));
  return (
    <section aria-labelledby="merging" className="card">
      <h3 id="merging">{words.authority.mergeTitle(labelOf(kept))}</h3>
      <p>{words.authority.mergeWhat(labelOf(kept))}</p>
      <form role="search" className="authority-search" onSubmit={look}>
        <Field label={words.authority.search} value={query} onChange={setQuery} lang="lzh" autoFocus />
        <Button type="submit" isDisabled={busy}>
          {words.authority.go}
        </Button>
      </form>
      {found?.length === 0 && <p role="status">{words.authority.none}</p>}
      {found !== null && found.length > 0 && (
        <RadioGroup aria-label={words.authority.mergeWith} value={given?.id ?? null} onChange={choose} className="entity-choices">
          {found.map((line) => (
            <Radio key={line.id} value={line.id}>
              <span lang="lzh">{line.label}</span> <code>{line.id}</code> {summary(line)}
            </Radio>
          ))}
        </RadioGroup>
      )}
      {given !== null && <Merged kept={kept} given={given} />}
      {given !== null && <Field label={words.authority.reason} value={reason} onChange={setReason} />}
      <Failure of={failure} />
      <div className="actions">
        {given !== null &&
          waysOf(file, words.authority.mergeThem).map((way) => (
            <Button
              key={way.words}
              isDisabled={busy}
              onPress={() =>
                void run(async () => {
                  const { id, seen } = given;
                  await way.grant({ deed: "merge", reason, entities: [union(kept, given)], given: { id, seen } });
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

function Merged({ kept, given }: { kept: Entity; given: Entity }) {
  return <Differences was={kept} becomes={union(kept, given)} />;
}
