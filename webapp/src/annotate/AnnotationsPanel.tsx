import { memo, useEffect, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { Choice } from "../app/Field";
import { isOwn } from "../review/deciding";
import { actionWords } from "../review/words";
import type { Annotation, Suggestion } from "../session/values";
import { words } from "../strings";
import { useSlowView, useView, useWorkspace } from "../workspace/useWorkspace";
import type { Workspace } from "../workspace/workspace";
import { detail, KINDS, kindName, kindOf } from "./kinds";

const MOST = 300;

const KIND_OPTIONS = [["", words.annotations.all], ...KINDS.map((kind) => [kind, kindName(kind)] as const)] as const;

/**
 * The annotations in the order of the text: all of a short document, of a long one those in sight. Those
 * whose text is gone stand first, openly.
 */
export function AnnotationsPanel() {
  const workspace = useWorkspace();
  const { marks, sight } = useSlowView((view) => view);
  const account = useView(({ session }) => session.account);
  const opened = useView(({ session }) => session.connection === "online");
  const [kind, setKind] = useState("");
  const { annotations, suggestions, total, orphaned } = marks;
  const whole = annotations.size >= total && total <= MOST;
  const living = useMemo(() => {
    const near = whole ? annotations.list() : annotations.in(sight.start, sight.end);
    return near.filter((annotation) => !annotation.orphaned);
  }, [annotations, sight, whole]);
  const orphans = useMemo(() => annotations.orphans(), [annotations]);
  const listed = living.filter(({ body }) => kind === "" || kindOf(body) === kind);
  const own = useMemo(
    () => suggestions.list().filter((suggestion) => isOwn(suggestion, account)),
    [suggestions, account],
  );
  useEffect(() => workspace.session.wantOrphans(), [workspace, orphaned, opened]);
  if (total === 0 && own.length === 0) {
    return (
      <div className="panel">
        <p className="empty">{words.annotations.none}</p>
      </div>
    );
  }
  return (
    <div className="panel scrolls">
      {orphans.length > 0 && <Orphans orphans={orphans} />}
      {own.length > 0 && <OwnProposals own={own} />}
      <div className="list-head">
        <span>{whole ? words.annotations.count(listed.length) : words.annotations.inSight(listed.length, total)}</span>
        <Choice
          label={words.annotations.kind}
          hideLabel
          value={kind}
          onChange={setKind}
          options={KIND_OPTIONS}
        />
      </div>
      <ul className="annotation-list">
        {listed.slice(0, MOST).map((annotation) => (
          <Line key={annotation.id} {...line(workspace, annotation)} />
        ))}
      </ul>
    </div>
  );
}

interface LineProps {
  id: string;
  kind: string;
  surface: string;
  said: string;
  author: string;
}

/** What a line shows. Where the annotation is does not belong to it: that changes with each keystroke before it. */
function line(workspace: Workspace, { id, start, end, body, author }: Annotation): LineProps {
  const surface = end > start ? workspace.state.sliceDoc(start, Math.min(end, start + 24)) : "·";
  const said = detail(body);
  return { id, kind: kindOf(body), surface, said: said === surface ? "" : said, author };
}

const Line = memo(function Line({ id, kind, surface, said, author }: LineProps) {
  const workspace = useWorkspace();
  const people = useView(({ session }) => session.people);
  const show = () => {
    const annotation = workspace.now.marks.annotations.get(id);
    if (annotation === undefined) return;
    workspace.show(annotation.start, annotation.end, "range");
    workspace.set({ floating: { is: "annotations", at: annotation.start, focused: false } });
  };
  return (
    <li>
      <Button className="annotation-line" onPress={show}>
        <span className={`kind-name kind-${kind}`}>{kindName(kind)}</span>
        <span className="annotation-surface" lang="lzh">
          {surface}
        </span>
        <span className="detail">{said}</span>
        <span className="aside">{people[author]?.name}</span>
      </Button>
    </li>
  );
});

function Orphans({ orphans }: { orphans: readonly Annotation[] }) {
  const workspace = useWorkspace();
  const selected = useView(({ from, to }) => from < to);
  const may = useView(({ session }) => session.role !== "viewer");
  const move = (id: string) => {
    const { from, to } = workspace.now;
    workspace.edit({ is: "move-annotation", id, start: from, end: to });
  };
  return (
    <section className="orphans" aria-labelledby="orphans">
      <h2 id="orphans">{words.annotations.orphans}</h2>
      <p className="aside">{words.annotations.orphansHint}</p>
      <ul>
        {orphans.map(({ id, start, body }) => (
          <li key={id}>
            <span className={`kind-name kind-${kindOf(body)}`}>{kindName(kindOf(body))}</span> {detail(body)}
            <div className="actions">
              <Button onPress={() => workspace.show(start, start, "range")}>{words.history.show}</Button>
              {may && (
                <>
                  <Button
                    isDisabled={!selected}
                    onPress={() => move(id)}
                  >
                    {words.annotations.move}
                  </Button>
                  <Button onPress={() => workspace.edit({ is: "remove-annotation", id })}>
                    {words.annotate.remove}
                  </Button>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnProposals({ own }: { own: readonly Suggestion[] }) {
  const workspace = useWorkspace();
  return (
    <section aria-labelledby="own-proposals">
      <h2 id="own-proposals">{words.annotations.proposals}</h2>
      <ul className="own-proposals">
        {own.map(({ id, start, end, surface, candidates }) => (
          <li key={id}>
            <Button className="quiet" onPress={() => workspace.show(start, end, "range")}>
              <span lang="lzh">
                {surface} → {candidates[0] ? actionWords(candidates[0].action) : ""}
              </span>
            </Button>
            <Button className="quiet" onPress={() => workspace.edit({ is: "withdraw-proposal", id })}>
              {words.annotations.withdraw}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
