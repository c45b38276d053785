import { memo, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { Choice } from "../app/Field";
import { isEditor } from "../session/snapshot";
import { words } from "../strings";
import { useSlowView, useView, useWorkspace } from "../workspace/useWorkspace";
import { useDeclaredKinds } from "./declared";
import { allKinds, kindClass, kindName } from "./kinds";
import { EMPTY, type Line as Said, type Listing, listing, MOST } from "./listing";

/** Of those that stand apart, above the list, so many are drawn. */
const MOST_APART = 100;

/**
 * The annotations in the order of the text: all of a short document, of a long one those in sight. Those
 * whose text is gone stand first, openly.
 */
export function AnnotationsPanel() {
  const workspace = useWorkspace();
  const { whole, lines, total, orphaned, orphans, own } = useListing();
  const opened = useView(({ session }) => session.connection === "online");
  const declared = useDeclaredKinds();
  const [kind, setKind] = useState("");
  useEffect(() => workspace.session.wantOrphans(), [workspace, orphaned, opened]);
  if (total === 0 && own.length === 0) {
    return (
      <div className="panel">
        <p className="empty">{words.annotations.none}</p>
      </div>
    );
  }
  const listed = kind === "" ? lines : lines.filter((line) => line.kind === kind);
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
          options={[["", words.annotations.all], ...allKinds(declared).map((one) => [one, kindName(one)] as const)]}
        />
      </div>
      <ul className="annotation-list">
        {listed.slice(0, MOST).map((line) => (
          <Line key={line.id} {...line} />
        ))}
      </ul>
    </div>
  );
}

/** Typing that changes nothing of what the panel says does not draw it again. */
function useListing(): Listing {
  const last = useRef(EMPTY);
  return useSlowView((view) => (last.current = listing(view, last.current)));
}

const Line = memo(function Line({ id, kind, surface, said, author }: Said) {
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
        <span className={`kind-name ${kindClass(kind)}`}>{kindName(kind)}</span>
        <span className="annotation-surface" lang="lzh">
          {surface}
        </span>
        <span className="detail">{said}</span>
        <span className="aside">{people[author]?.name}</span>
      </Button>
    </li>
  );
});

function Orphans({ orphans }: { orphans: readonly Said[] }) {
  const workspace = useWorkspace();
  const selected = useView(({ from, to }) => from < to);
  const may = useView(({ session }) => isEditor(session.role));
  const move = (id: string) => {
    const { from, to } = workspace.now;
    workspace.edit({ is: "move-annotation", id, start: from, end: to });
  };
  const show = (id: string) => {
    const orphan = workspace.now.marks.annotations.get(id);
    if (orphan !== undefined) workspace.show(orphan.start, orphan.start, "range");
  };
  return (
    <section className="orphans" aria-labelledby="orphans">
      <h2 id="orphans">{words.annotations.orphans}</h2>
      <p className="aside">{words.annotations.orphansHint}</p>
      <ul>
        {orphans.slice(0, MOST_APART).map(({ id, kind, said }) => (
          <li key={id}>
            <span className={`kind-name ${kindClass(kind)}`}>{kindName(kind)}</span> {said}
            <div className="actions">
              <Button onPress={() => show(id)}>{words.history.show}</Button>
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
      <More than={orphans.length} />
    </section>
  );
}

function More({ than }: { than: number }) {
  return than > MOST_APART && <p className="aside">{words.annotations.more(than - MOST_APART)}</p>;
}

function OwnProposals({ own }: { own: readonly Said[] }) {
  const workspace = useWorkspace();
  const show = (id: string) => {
    const proposal = workspace.now.marks.suggestions.get(id);
    if (proposal !== undefined) workspace.show(proposal.start, proposal.end, "range");
  };
  return (
    <section aria-labelledby="own-proposals">
      <h2 id="own-proposals">{words.annotations.proposals}</h2>
      <ul className="own-proposals">
        {own.slice(0, MOST_APART).map(({ id, surface, said }) => (
          <li key={id}>
            <Button className="quiet" onPress={() => show(id)}>
              <span lang="lzh">
                {surface} → {said}
              </span>
            </Button>
            <Button className="quiet" onPress={() => workspace.withdraw(id)}>
              {words.annotations.withdraw}
            </Button>
          </li>
        ))}
      </ul>
      <More than={own.length} />
    </section>
  );
}
