import { useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { addEntity, type Entry, lookUp } from "../http/entities";
import { isEditor } from "../session/snapshot";
import type { Body } from "../session/values";
import { words } from "../strings";
import { useView } from "../workspace/useWorkspace";
import { Picking, useAnswer } from "./Picking";

const NEW = "new";

interface Props {
  kind: string;
  surface: string;
  onDone(body: Body): void;
}

/** Links a name to an entry of the authority file, makes a new one, or leaves it a plain tag. */
export function LookupForm({ kind, surface, onDone }: Props) {
  const project = useView(({ session }) => session.project);
  const role = useView(({ session }) => session.role);
  const [query, setQuery] = useState(surface);
  const [failure, setFailure] = useState<Error | null>(null);
  const { found, problem } = useAnswer<Entry[]>((typed) => lookUp(project, typed, kind), query, kind);
  const entries = found ?? [];
  const name = query.trim();
  function link({ entity, label }: Entry) {
    onDone({ is: "identification", entity, label, type: kind });
  }
  function pick(id: string) {
    if (id !== NEW) return entries.filter(({ entity }) => entity === id).forEach(link);
    addEntity(project, kind, name).then((entity) => link({ entity, label: name, type: kind }), setFailure);
  }
  const picks = entries.map(({ entity, label, aside }) => ({ id: entity, label, aside: aside ?? entity }));
  if (isEditor(role) && name !== "" && (found || problem)) {
    picks.push({ id: NEW, label: name, aside: words.annotate.newEntity(words.annotate.kinds[kind] ?? kind) });
  }
  return (
    <Picking
      label={words.annotate.lookup}
      results={words.annotate.results}
      query={query}
      setQuery={setQuery}
      picks={picks}
      empty={problem ?? (found ? words.annotate.none : "")}
      onPick={pick}
    >
      {failure && <Failure of={failure} />}
      <Button onPress={() => onDone({ is: "tag", name: kind })}>{words.annotate.plain}</Button>
    </Picking>
  );
}
