import { useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice } from "../app/Field";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { marks, type MarksOf } from "../http/marks";
import { isEditor } from "../session/snapshot";
import { words } from "../strings";
import { useSlowView, useView, useWorkspace } from "../workspace/useWorkspace";
import type { Origin } from "./origins";

/** Takes all marks away, or those of one origin, after saying what that does; and puts them back. */
export function TakeMarks({ origins }: { origins: readonly Origin[] }) {
  const role = useView(({ session }) => session.role);
  const [whose, setWhose] = useState("");
  const [taken, setTaken] = useState<number | null>(null);
  if (!isEditor(role)) return null;
  const options = [
    ["", words.marks.choose] as const,
    ["all", words.marks.all] as const,
    ...origins.map(({ key, name, standing }) => [key, words.marks.those(name, standing)] as const),
  ];
  const of: MarksOf | undefined = whose === "all" ? {} : origins.find(({ key }) => key === whose)?.of;
  return (
    <section className="take-marks" aria-label={words.marks.take}>
      <h3>{words.marks.take}</h3>
      <Choice label={words.marks.whose} value={whose} onChange={setWhose} options={options} />
      {of !== undefined && (
        <Asked
          key={whose}
          of={of}
          onDone={(revision) => {
            setTaken(revision);
            setWhose("");
          }}
        />
      )}
      {taken !== null && <PutBack revision={taken} onDone={() => setTaken(null)} />}
    </section>
  );
}

function Asked({ of, onDone }: { of: MarksOf; onDone(revision: number): void }) {
  const workspace = useWorkspace();
  const revision = useSlowView(({ session }) => session.revision);
  const from = useSlowView((view) => view.from);
  const to = useSlowView((view) => view.to);
  const pending = useView(({ session }) => session.pending > 0);
  const [where, setWhere] = useState<"document" | "selection">("document");
  const selected = to > from;
  const range = where === "selection" && selected ? workspace.session.confirmedRange(from, to) : undefined;
  const preview = useLoaded(
    () => marks.taking(workspace.document, { ...of, ...range }),
    revision,
    range?.start,
    range?.end,
  );
  const { failure, busy, run } = useAction();
  async function take() {
    await run(async () => {
      const place = range && { revision: workspace.session.snapshot.revision, ...range };
      const done = await workspace.session.ask({ type: "unmark", ...of, ...place });
      onDone(done.revision);
    });
  }
  const { value } = preview;
  const nothing = value !== undefined && value.removed + value.restored === 0;
  return (
    <>
      <Choice<"document" | "selection">
        label={words.marks.where}
        value={where}
        onChange={setWhere}
        options={[
          ["document", words.marks.document],
          ["selection", words.marks.selection],
        ]}
      />
      <Failure of={preview.failure ?? failure} />
      {where === "selection" && !selected ? (
        <p className="undo-preview">{words.marks.selectFirst}</p>
      ) : (
        value && (
          <p className="undo-preview" role="status">
            {nothing ? words.marks.nothing : words.marks.preview(value.removed, value.restored)}
          </p>
        )
      )}
      <Button
        className="primary"
        isDisabled={busy || pending || value === undefined || nothing || (where === "selection" && !selected)}
        onPress={() => void take()}
      >
        {words.marks.takeAction}
      </Button>
    </>
  );
}

function PutBack({ revision, onDone }: { revision: number; onDone(): void }) {
  const workspace = useWorkspace();
  const { failure, busy, run } = useAction();
  return (
    <>
      <Failure of={failure} />
      <p role="status">
        {words.marks.taken(revision)}{" "}
        <Button
          className="quiet"
          isDisabled={busy}
          onPress={() =>
            void run(async () => {
              await workspace.session.ask({ type: "remark", revision });
              onDone();
            })
          }
        >
          {words.marks.putBack}
        </Button>
      </p>
    </>
  );
}
