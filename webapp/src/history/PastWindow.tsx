import { useMemo, useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice } from "../app/Field";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import { moment, words } from "../strings";
import { mayReview } from "../workspace/passage";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { PastText } from "./PastText";
import { compared, stretchOf, stretchWords } from "./past";
import { UndoWork } from "./UndoWork";
import { Versions } from "./Versions";

/** The timeline: any revision beside any other, named versions, restoring, undoing somebody's work. */
export function PastWindow({ onClose, ...span }: { onClose(): void } & Span) {
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal past">
        <Dialog>
          <div className="past-head">
            <Heading slot="title">{words.past.title}</Heading>
            <Button className="quiet" onPress={onClose}>
              {words.close}
            </Button>
          </div>
          <Past {...span} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Two revisions to compare at first. */
interface Span {
  from?: number;
  to?: number;
}

type Against = "before" | "now" | "nothing" | `version ${string}` | `revision ${number}`;

function Past({ from, to }: Span) {
  const workspace = useWorkspace();
  const current = useView((view) => view.session.revision);
  const role = useView((view) => view.session.role);
  const { document } = workspace;
  const [head] = useState(current);
  const [turn, setTurn] = useState(0);
  const now = turn === 0 ? head : current;
  const timeline = useLoaded(() => api.timeline(document), document, now);
  const versions = useLoaded(() => api.versions(document), document);
  const [chosen, setChosen] = useState<number | null>(to ?? null);
  const [against, setAgainst] = useState<Against>(from === undefined ? "before" : `revision ${from}`);
  const [selected, setSelected] = useState({ from: 0, to: 0 });
  const { busy, failure, run } = useAction();

  const stretches = timeline.value?.stretches ?? [];
  const latest = timeline.value?.revision ?? now;
  const revision = Math.min(chosen ?? latest, latest);
  const index = stretchOf(stretches, revision);
  const stretch = stretches[index];
  const other = otherRevision(against, revision, latest, stretch?.first ?? 1, versions.value ?? []);
  const shown = useLoaded(
    () => api.difference(document, other, revision).then(compared),
    document,
    other,
    revision,
  );
  const options = useMemo(
    (): (readonly [Against, string])[] => [
      ["before", words.past.before],
      ["now", words.past.now],
      ["nothing", words.past.nothing],
      ...(from === undefined ? [] : [[`revision ${from}`, words.editor.revision(from)] as const]),
      ...(versions.value ?? []).map(({ id, name }) => [`version ${id}`, words.past.version(name)] as const),
    ],
    [versions.value, from],
  );

  function go(to: number) {
    setChosen(Math.max(1, Math.min(latest, to)));
    setSelected({ from: 0, to: 0 });
  }
  function afterwards(done: number) {
    setTurn(done);
    setChosen(null);
    setSelected({ from: 0, to: 0 });
  }
  async function restore(passage: boolean) {
    const range = passage ? { start: selected.from, end: selected.to } : {};
    await run(async () => {
      const done = await workspace.session.ask({ type: "restore", revision, ...range });
      workspace.say(words.past.restored(revision, done.revision));
      afterwards(done.revision);
    });
  }

  const may = mayReview(role);
  return (
    <div className="past-body">
      <Failure of={timeline.failure ?? versions.failure ?? shown.failure ?? failure ?? null} />
      <div className="scrubber">
        <label className="field">
          <span className="label">{words.past.scrubber}</span>
          <input
            type="range"
            min={0}
            max={Math.max(0, stretches.length - 1)}
            value={index}
            aria-valuetext={stretch && timeline.value ? stretchWords(stretch, timeline.value.people) : ""}
            onChange={(event) => go(stretches[Number(event.target.value)]?.last ?? latest)}
          />
        </label>
        <label className="field">
          <span className="label">{words.past.revision(latest)}</span>
          <input
            type="number"
            min={1}
            max={latest}
            value={revision}
            onChange={(event) => event.target.value !== "" && go(Number(event.target.value))}
          />
        </label>
        <Choice<Against> label={words.past.against} value={against} onChange={setAgainst} options={options} />
      </div>
      <p className="past-stretch" role="status">
        {stretch && timeline.value && stretchWords(stretch, timeline.value.people)}
      </p>
      {shown.value && <PastText of={shown.value} onSelect={(from, to) => setSelected({ from, to })} />}
      <div className="past-side">
        {may && (
          <div className="actions">
            <Button isDisabled={busy || selected.from === selected.to} onPress={() => void restore(true)}>
              {words.past.restorePassage}
            </Button>
            <Button isDisabled={busy || revision === latest} onPress={() => void restore(false)}>
              {words.past.restore(revision)}
            </Button>
          </div>
        )}
        <Versions
          revision={revision}
          versions={versions.value ?? []}
          onGo={go}
          onChanged={versions.reload}
        />
        {may && timeline.value && (
          <UndoWork
            work={timeline.value.work}
            people={timeline.value.people}
            latest={latest}
            onDone={afterwards}
          />
        )}
        <p className="past-note">{words.past.selectHint(stretch ? moment(stretch.to) : "")}</p>
      </div>
    </div>
  );
}

function otherRevision(
  against: Against,
  revision: number,
  latest: number,
  first: number,
  versions: readonly { id: string; revision: number }[],
): number {
  if (against === "now") return latest;
  if (against === "nothing") return revision;
  if (against === "before") return Math.max(0, Math.min(first, revision) - 1);
  if (against.startsWith("revision ")) return Number(against.slice("revision ".length));
  return versions.find(({ id }) => against === `version ${id}`)?.revision ?? revision;
}
