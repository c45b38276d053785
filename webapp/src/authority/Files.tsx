import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice } from "../app/Field";
import { Tick } from "../app/Tick";
import { useAction } from "../app/useAction";
import { authority, type FileFormat, READ, type Taken, WRITTEN } from "../http/authority";
import { words } from "../strings";
import type { File as AuthorityFile } from "./AuthorityPage";

/** Takes an authority file out as a file, and brings one in. */
export function Files({ file }: { file: AuthorityFile }) {
  return (
    <>
      <section aria-labelledby="take-out">
        <h2 id="take-out">{words.authority.takeOut}</h2>
        <p>{words.authority.takeOutWhat}</p>
        <ul className="lines">
          {WRITTEN.map((format) => (
            <li key={format}>
              <a href={authority(file.project).file(format)} download>
                {words.authority.formats[format]}
              </a>
            </li>
          ))}
        </ul>
      </section>
      {file.edits && <BringIn file={file} />}
    </>
  );
}

function BringIn({ file }: { file: AuthorityFile }) {
  const [format, setFormat] = useState<FileFormat>("tsv");
  const [chosen, setChosen] = useState<Blob | null>(null);
  const [keep, setKeep] = useState(false);
  const [skipFaults, setSkipFaults] = useState(false);
  const [seen, setSeen] = useState<{ taken: Taken; tried: boolean } | null>(null);
  const { failure, busy, run } = useAction();
  const take = (tried: boolean) =>
    void run(async () => {
      if (chosen === null) return;
      setSeen(null);
      setSeen({ taken: await authority(file.project).take(format, chosen, { try: tried, keep, skipFaults }), tried });
    });
  function submit(event: FormEvent) {
    event.preventDefault();
    take(true);
  }
  return (
    <section aria-labelledby="bring-in">
      <h2 id="bring-in">{words.authority.bringIn}</h2>
      <p>{words.authority.bringInWhat}</p>
      <form className="card" onSubmit={submit}>
        <Choice<FileFormat>
          label={words.authority.format}
          value={format}
          onChange={setFormat}
          options={READ.map((each) => [each, words.authority.formats[each]] as const)}
        />
        <label className="field">
          <span className="label">{words.authority.chooseFile}</span>
          <input
            type="file"
            onChange={(event) => {
              setChosen(event.target.files?.[0] ?? null);
              setSeen(null);
            }}
          />
        </label>
        <Tick on={keep} set={setKeep}>
          {words.authority.keep}
        </Tick>
        <Tick on={skipFaults} set={setSkipFaults}>
          {words.authority.skipFaults}
        </Tick>
        <Failure of={failure} />
        <div className="actions">
          <Button type="submit" isDisabled={busy || chosen === null}>
            {words.authority.tryIt}
          </Button>
          <Button className="primary" isDisabled={busy || chosen === null} onPress={() => take(false)}>
            {words.authority.takeIn}
          </Button>
        </div>
      </form>
      {seen !== null && <Came {...seen} />}
    </section>
  );
}

/** What came, or would come, of bringing a file in. */
function Came({ taken, tried }: { taken: Taken; tried: boolean }) {
  const { step, added, replaced, same, kept, faultCount, faults } = taken;
  const before =
    step !== undefined ? words.authority.doneIn(step) : tried || faultCount === 0 ? words.authority.wouldBe : words.authority.notDone;
  return (
    <div role="status">
      <p>
        {before} {words.authority.taken(added, replaced, same, kept)}
      </p>
      {faultCount > 0 && (
        <>
          <p>{words.authority.unreadable(faultCount)}</p>
          <ul>
            {faults.map(({ line, message }, at) => (
              <li key={at}>{words.authority.fault(line, message)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
