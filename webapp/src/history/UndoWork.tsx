import { useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice } from "../app/Field";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api, type Work } from "../http/api";
import type { People } from "../session/values";
import { words } from "../strings";
import { useWorkspace } from "../workspace/useWorkspace";
import { workerOf } from "./past";

interface Props {
  work: readonly Work[];
  people: People;
  latest: number;
  onDone(revision: number): void;
}

/** Undoes all that one person or one plugin did in a span of revisions, after saying what that does. */
export function UndoWork({ work, people, latest, onDone }: Props) {
  const [chosen, setChosen] = useState("");
  const [from, setFrom] = useState(1);
  const [to, setTo] = useState<number | null>(null);
  const until = Math.min(latest, to ?? latest);
  const who = work[Number(chosen)];
  const options = [
    ["", words.past.nobody] as const,
    ...work.map((one, index) => [String(index), workerName(one, people)] as const),
  ];
  return (
    <section className="undo-work" aria-label={words.past.undo}>
      <h3>{words.past.undo}</h3>
      <div className="undo-fields">
        <Choice label={words.past.workOf} value={chosen} onChange={setChosen} options={options} />
        <Bound label={words.past.from} value={from} latest={latest} onChange={setFrom} />
        <Bound label={words.past.to} value={until} latest={latest} onChange={setTo} />
      </div>
      {chosen !== "" && who && from <= until && (
        <Preview who={who} from={from} to={until} latest={latest} onDone={onDone} />
      )}
    </section>
  );
}

interface BoundProps {
  label: string;
  value: number;
  latest: number;
  onChange(value: number): void;
}

function Bound({ label, value, latest, onChange }: BoundProps) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input
        type="number"
        min={1}
        max={latest}
        value={value}
        onChange={(event) => onChange(Math.max(1, Math.min(latest, Number(event.target.value))))}
      />
    </label>
  );
}

interface PreviewProps {
  who: Work;
  from: number;
  to: number;
  latest: number;
  onDone(revision: number): void;
}

function Preview({ who, from, to, latest, onDone }: PreviewProps) {
  const workspace = useWorkspace();
  const { account, plugin, version } = who;
  const deeds = { ...(account && { account }), ...(plugin && { plugin }), ...(version && { version }), from, to };
  const preview = useLoaded(
    () => api.undoPreview(workspace.document, deeds),
    account,
    plugin,
    version,
    from,
    to,
    latest,
  );
  const { failure, busy, run } = useAction();
  async function undo() {
    await run(async () => {
      const done = await workspace.session.ask({ type: "undo", ...deeds });
      workspace.say(words.past.undone(done.revision));
      onDone(done.revision);
    });
  }
  const { value } = preview;
  const nothing = value !== undefined && value.removed + value.restored + value.annotations === 0;
  return (
    <>
      <Failure of={preview.failure ?? failure} />
      {value && (
        <p className="undo-preview" role="status">
          {nothing ? words.past.nothingToUndo : words.past.preview(value.removed, value.restored, value.annotations)}
        </p>
      )}
      <Button className="primary" isDisabled={busy || value === undefined || nothing} onPress={() => void undo()}>
        {words.past.undoAction}
      </Button>
    </>
  );
}

function workerName(work: Work, people: People): string {
  return words.past.worker(workerOf(work, people), work.plugin !== undefined, work.times);
}
