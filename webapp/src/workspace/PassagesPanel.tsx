import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { Choice } from "../app/Field";
import { PastWindow } from "../history/PastWindow";
import type { DocumentReview, Lapse } from "../http/api";
import { moment, words } from "../strings";
import { mayCallReady, mayReview, type Said, sayOfMany } from "./passage";
import { SHAPES, type Stage, STAGES } from "./stage";
import { useView, useWorkspace } from "./useWorkspace";

type Filter = Stage | "all" | "open";

const FILTERS: readonly (readonly [Filter, string])[] = [
  ["open", words.passages.open],
  ["all", words.passages.all],
  ...STAGES.map((stage) => [stage, words.editor.stages[stage]] as const),
];

/** So many are drawn at once. */
const DRAWN = 300;

/** How far each passage is; approving and calling ready a selection of them. */
export function PassagesPanel() {
  const standing = useView((view) => view.standing);
  if (standing === null) return <p className="empty">{words.passages.stale}</p>;
  return <Listed standing={standing} />;
}

function Listed({ standing }: { standing: DocumentReview }) {
  const [filter, setFilter] = useState<Filter>("open");
  const revision = useView(({ session }) => session.revision);
  const { progress, passages } = standing;
  const shown = useMemo(
    () => passages.filter(({ stage }) => filter === "all" || (filter === "open" ? stage !== "approved" : stage === filter)),
    [passages, filter],
  );
  return (
    <div className="panel scrolls passages">
      <ul className="counts">
        {STAGES.map((stage) => (
          <li key={stage} className={`stage ${stage}`}>
            <span aria-hidden="true">{SHAPES[stage]}</span> {words.editor.stages[stage]}:{" "}
            {words.passages.of(progress[stage], passages.length)}
          </li>
        ))}
      </ul>
      <Choice<Filter> label={words.passages.show} value={filter} onChange={setFilter} options={FILTERS} />
      {standing.revision !== revision && <p className="aside">{words.passages.stale}</p>}
      <Selection key={filter} shown={shown} current={standing.revision === revision} />
      <h2>{words.passages.lapsed}</h2>
      <Lapses standing={standing} />
    </div>
  );
}

function Selection({ shown, current }: { shown: DocumentReview["passages"]; current: boolean }) {
  const workspace = useWorkspace();
  const role = useView(({ session }) => session.role);
  const needed = useView(({ session }) => session.approvalsNeeded);
  const [most, setMost] = useState(DRAWN);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const chosen = shown.filter(({ start }) => selected.has(start));
  const line = (start: number) => workspace.state.doc.lineAt(Math.min(start, workspace.state.doc.length));

  async function say(type: "approve" | "ready") {
    setBusy(true);
    setSaid(await sayOfMany(workspace, type, chosen.map(({ start }) => line(start).number)));
    setSelected(new Set());
    setBusy(false);
  }
  function select(start: number, on: boolean) {
    const next = new Set(selected);
    if (on) next.add(start);
    else next.delete(start);
    setSelected(next);
  }

  const drawn = shown.slice(0, most);
  const mayAct = mayCallReady(role);
  return (
    <>
      {mayAct && shown.length > 0 && (
        <div className="actions">
          <label>
            <input
              type="checkbox"
              checked={chosen.length === shown.length}
              onChange={({ target }) => setSelected(new Set(target.checked ? shown.map(({ start }) => start) : []))}
            />{" "}
            {words.passages.selectAll}
          </label>
          {mayReview(role) && (
            <Button isDisabled={busy || !current || chosen.length === 0} onPress={() => void say("approve")}>
              {words.passages.approve(chosen.length)}
            </Button>
          )}
          <Button isDisabled={busy || !current || chosen.length === 0} onPress={() => void say("ready")}>
            {words.passages.callReady(chosen.length)}
          </Button>
        </div>
      )}
      <div role="status">
        {said && <p>{words.passages.said(said.done)}</p>}
        {said && [...said.left].map(([reason, n]) => <p key={reason}>{words.passages.left(n, reason)}</p>)}
      </div>
      {shown.length === 0 && <p className="empty">{words.passages.none}</p>}
      <ul className="passage-list" aria-label={words.passages.list}>
        {current &&
          drawn.map(({ start, stage, approvals }) => {
            const { number, text, from, to } = line(start);
            return (
              <li key={start}>
                {mayAct && (
                  <input
                    type="checkbox"
                    aria-label={words.passages.select(number)}
                    checked={selected.has(start)}
                    onChange={({ target }) => select(start, target.checked)}
                  />
                )}
                <Button className="quiet" onPress={() => workspace.show(from, to, "cursor")}>
                  <span className={`stage ${stage}`}>
                    <span aria-hidden="true">{SHAPES[stage]}</span> {number}
                  </span>{" "}
                  <span lang="lzh">{[...text].slice(0, 12).join("")}</span>{" "}
                  <span className="aside">
                    {words.editor.stages[stage]}
                    {approvals > 0 && ` ${words.editor.approvals(approvals, needed)}`}
                  </span>
                </Button>
              </li>
            );
          })}
      </ul>
      {shown.length > most && (
        <Button className="quiet" onPress={() => setMost(most + DRAWN)}>
          {words.passages.more(shown.length - most)}
        </Button>
      )}
    </>
  );
}

/** What had been approved, and which change of whom made that void. */
function Lapses({ standing }: { standing: DocumentReview }) {
  const workspace = useWorkspace();
  const [shown, setShown] = useState<Lapse | null>(null);
  const nameOf = (id: string) => standing.people[id]?.name ?? words.history.someone;
  if (standing.lapsed.length === 0) return <p className="empty">{words.passages.noneLapsed}</p>;
  return (
    <>
      <ul className="lapses">
        {standing.lapsed.slice(0, DRAWN).map((lapse) => {
          const { approval, revision, account, at } = lapse;
          const { doc } = workspace.state;
          const { number } = doc.lineAt(Math.min(approval.start, doc.length));
          return (
            <li key={approval.id}>
              <Button className="quiet" onPress={() => workspace.show(approval.start, approval.end, "cursor")}>
                {words.passages.lapse(nameOf(approval.account), number)}
              </Button>{" "}
              <span className="aside">
                {words.passages.was(approval.revision)} ({moment(approval.at)}
                {approval.unmarked && `, ${words.editor.nothingToMark}`}); {words.editor.revision(revision)}:{" "}
                {words.passages.lapseBy(nameOf(account), moment(at))}
              </span>{" "}
              <Button className="quiet" onPress={() => setShown(lapse)}>
                {words.editor.showChange}
              </Button>
            </li>
          );
        })}
      </ul>
      {shown && <PastWindow from={shown.approval.revision} to={shown.revision} onClose={() => setShown(null)} />}
    </>
  );
}
