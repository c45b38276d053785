import { type FormEvent, type ReactNode, useState } from "react";
import { Button, Label as FieldLabel, TextArea, TextField } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice, Field } from "../app/Field";
import { useAction } from "../app/useAction";
import { type Entity, LABEL_KINDS, RELATION_KINDS, type Span, TYPES } from "../http/authority";
import { words } from "../strings";
import { linesOf, replaced, tidied, UNKNOWN, without } from "./drafting";
import { LookElsewhere } from "./LookElsewhere";
import { labelOf } from "./telling";

interface Props {
  title: string;
  before: Entity;
  /** What the person may do with it; the first is what Enter does. */
  ways: { words: string; save(entity: Entity, reason: string): Promise<void> }[];
  cancel?: () => void;
}

/** What a person writes about an entity. The server says what is wrong with it. */
export function EntityForm({ title, before, ways, cancel }: Props) {
  const [entity, setEntity] = useState(before);
  const [notes, setNotes] = useState(before.notes.join("\n"));
  const [sources, setSources] = useState(before.sources.join("\n"));
  const [degrees, setDegrees] = useState([String(before.point?.latitude ?? ""), String(before.point?.longitude ?? "")]);
  const [reason, setReason] = useState("");
  const { failure, busy, run } = useAction();
  const set = (part: Partial<Entity>) => setEntity((now) => ({ ...now, ...part }));
  const save = (way: Props["ways"][number]) =>
    void run(() =>
      way.save(tidied({ ...entity, notes: linesOf(notes), sources: linesOf(sources), point: pointOf(degrees) }), reason.trim()),
    );
  function submit(event: FormEvent) {
    event.preventDefault();
    if (ways[0] !== undefined) save(ways[0]);
  }
  const { authority } = words;
  return (
    <form className="card entity-form" aria-label={title} onSubmit={submit}>
      <Choice
        label={authority.type}
        value={entity.type}
        onChange={(type) => set({ type })}
        options={TYPES.map((type) => [type, authority.types[type]] as const)}
      />
      <Rows
        title={authority.labels}
        what={authority.labelNumber}
        rows={entity.labels}
        add={authority.addLabel}
        fresh={{ text: "", kind: "variant" as const, script: "", period: UNKNOWN }}
        set={(labels) => set({ labels })}
      >
        {(label, change) => (
          <>
            <Field label={authority.text} value={label.text} onChange={(text) => change({ ...label, text })} lang="lzh" />
            <Choice
              label={authority.kind}
              value={label.kind}
              onChange={(kind) => change({ ...label, kind })}
              options={LABEL_KINDS.map((kind) => [kind, authority.kinds[kind]] as const)}
            />
            <Field
              label={`${authority.script} (${authority.scriptHint})`}
              value={label.script}
              onChange={(script) => change({ ...label, script })}
            />
            <Dates period={label.period} set={(period) => change({ ...label, period })} />
          </>
        )}
      </Rows>
      <fieldset className="entity-row">
        <legend>{authority.period}</legend>
        <Dates period={entity.period} set={(period) => set({ period })} />
        <p className="aside">{authority.dateHint}</p>
      </fieldset>
      <fieldset className="entity-row">
        <legend>{authority.place}</legend>
        {[authority.latitude, authority.longitude].map((label, at) => (
          <Field key={label} label={label} value={degrees[at] ?? ""} onChange={(words) => setDegrees(replaced(degrees, at, words))} />
        ))}
      </fieldset>
      <Lines label={authority.notes} value={notes} set={setNotes} />
      <Rows
        title={authority.external}
        what={authority.externalNumber}
        rows={entity.external}
        add={authority.addExternal}
        fresh={{ scheme: "", id: "", link: "", match: "exact" as const }}
        set={(external) => set({ external })}
      >
        {(external, change) => (
          <>
            <Field
              label={`${authority.scheme} (${authority.schemeHint})`}
              value={external.scheme}
              onChange={(scheme) => change({ ...external, scheme })}
            />
            <Field label={authority.identifier} value={external.id} onChange={(id) => change({ ...external, id })} />
            <Field label={authority.address} value={external.link ?? ""} onChange={(link) => change({ ...external, link })} />
            <Choice
              label={authority.match}
              value={external.match}
              onChange={(match) => change({ ...external, match })}
              options={(["exact", "close"] as const).map((match) => [match, authority.matches[match]] as const)}
            />
          </>
        )}
      </Rows>
      <LookElsewhere query={labelOf(entity)} external={entity.external} set={(external) => set({ external })} />
      <Rows
        title={authority.relations}
        what={authority.relationNumber}
        rows={entity.relations}
        add={authority.addRelation}
        fresh={{ kind: "related-to" as const, target: "", period: UNKNOWN }}
        set={(relations) => set({ relations })}
      >
        {(relation, change) => (
          <>
            <Choice
              label={authority.relation}
              value={relation.kind}
              onChange={(kind) => change({ ...relation, kind })}
              options={RELATION_KINDS.map((kind) => [kind, authority.relationKinds[kind]] as const)}
            />
            <Field label={authority.target} value={relation.target} onChange={(target) => change({ ...relation, target })} />
            <Dates period={relation.period} set={(period) => change({ ...relation, period })} />
          </>
        )}
      </Rows>
      <Lines label={authority.sources} value={sources} set={setSources} />
      <Field label={`${authority.reason} (${authority.reasonHint})`} value={reason} onChange={setReason} />
      <Failure of={failure} />
      <div className="actions">
        {ways.map((way, at) => (
          <Button
            key={way.words}
            type={at === 0 ? "submit" : "button"}
            className={at === 0 ? "primary" : ""}
            isDisabled={busy}
            {...(at === 0 ? {} : { onPress: () => save(way) })}
          >
            {way.words}
          </Button>
        ))}
        {cancel && <Button onPress={cancel}>{words.cancel}</Button>}
      </div>
    </form>
  );
}

function pointOf([latitude = "", longitude = ""]: string[]): Entity["point"] {
  if (latitude.trim() === "" && longitude.trim() === "") return undefined;
  return { latitude: degree(latitude), longitude: degree(longitude) };
}

function degree(typed: string): number {
  const number = Number(typed.trim());
  if (typed.trim() === "" || Number.isNaN(number)) throw new Error(words.authority.notDegrees(typed));
  return number;
}

function Dates({ period, set }: { period: Span; set(period: Span): void }) {
  return (
    <>
      <Field label={words.authority.from} value={period.from} onChange={(from) => set({ ...period, from })} className="date" />
      <Field label={words.authority.to} value={period.to} onChange={(to) => set({ ...period, to })} className="date" />
    </>
  );
}

function Lines({ label, value, set }: { label: string; value: string; set(value: string): void }) {
  return (
    <TextField className="field" value={value} onChange={set}>
      <FieldLabel>{label}</FieldLabel>
      <TextArea rows={2} />
    </TextField>
  );
}

interface RowsProps<T> {
  title: string;
  what(number: number): string;
  rows: readonly T[];
  add: string;
  fresh: T;
  set(rows: T[]): void;
  children(row: T, change: (row: T) => void): ReactNode;
}

/** Things of one sort, a row each, with a way to add one and to remove each. */
function Rows<T>({ title, what, rows, add, fresh, set, children }: RowsProps<T>) {
  return (
    <fieldset className="entity-rows">
      <legend>{title}</legend>
      {rows.map((row, at) => (
        <div key={at} role="group" aria-label={what(at + 1)} className="entity-row">
          {children(row, (next) => set(replaced(rows, at, next)))}
          <Button className="quiet" aria-label={words.authority.removeRow(what(at + 1))} onPress={() => set(without(rows, at))}>
            {words.authority.remove}
          </Button>
        </div>
      ))}
      <Button onPress={() => set([...rows, fresh])}>{add}</Button>
    </fieldset>
  );
}
