import { useState } from "react";
import { Button, Form } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { useAction } from "../app/useAction";
import { api, type NamedVersion } from "../http/api";
import { moment, words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";

interface Props {
  revision: number;
  versions: readonly NamedVersion[];
  onGo(revision: number): void;
  onChanged(): void;
}

/** The names that people gave to revisions. */
export function Versions({ revision, versions, onGo, onChanged }: Props) {
  const { document } = useWorkspace();
  const session = useView((view) => view.session);
  const [naming, setNaming] = useState<NamedVersion | "new" | null>(null);
  const [named, setNamed] = useState(false);
  const { failure, run } = useAction();
  const mine = (version: NamedVersion) => session.role === "manager" || version.author === session.account;
  async function remove(version: NamedVersion) {
    await run(async () => {
      await api.removeVersion(document, version.id);
      onChanged();
    });
  }
  return (
    <section className="versions" aria-label={words.past.versions}>
      <h3>{words.past.versions}</h3>
      <Failure of={failure} />
      {versions.length === 0 && <p className="empty">{words.past.noVersions}</p>}
      <ul>
        {versions.map((version) => (
          <li key={version.id}>
            <Button className="quiet" onPress={() => onGo(version.revision)}>
              {version.name}
            </Button>
            <span className="version-about">
              {words.past.versionBy(version.revision, version.authorName, moment(version.at))}
              {version.note && ` · ${version.note}`}
            </span>
            {session.role !== "viewer" && mine(version) && (
              <>
                <Button className="quiet" onPress={() => setNaming(version)}>
                  {words.past.rename}
                </Button>
                <Button
                  className="quiet"
                  aria-label={words.past.removeName(version.name)}
                  onPress={() => void remove(version)}
                >
                  {words.annotate.remove}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {naming !== null && (
        <Naming
          key={naming === "new" ? "new" : naming.id}
          of={naming === "new" ? null : naming}
          revision={revision}
          onClose={() => {
            setNaming(null);
            setNamed(true);
          }}
          onChanged={onChanged}
        />
      )}
      {naming === null && session.role !== "viewer" && (
        <Button autoFocus={named} onPress={() => setNaming("new")}>{words.past.name(revision)}</Button>
      )}
    </section>
  );
}

interface NamingProps {
  of: NamedVersion | null;
  revision: number;
  onClose(): void;
  onChanged(): void;
}

function Naming({ of, revision, onClose, onChanged }: NamingProps) {
  const { document } = useWorkspace();
  const [name, setName] = useState(of?.name ?? "");
  const [note, setNote] = useState(of?.note ?? "");
  const { failure, busy, run } = useAction();
  async function save() {
    await run(async () => {
      if (of === null) await api.addVersion(document, revision, name, note);
      else await api.renameVersion(document, of.id, name, note);
      onChanged();
      onClose();
    });
  }
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Failure of={failure} />
      <Field label={words.past.versionName} value={name} onChange={setName} required autoFocus />
      <Field label={words.past.versionNote} value={note} onChange={setNote} />
      <div className="actions">
        <Button type="submit" className="primary" isDisabled={busy}>
          {of === null ? words.past.name(revision) : words.save}
        </Button>
        <Button onPress={onClose}>{words.cancel}</Button>
      </div>
    </Form>
  );
}
