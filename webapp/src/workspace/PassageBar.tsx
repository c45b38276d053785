import { useState } from "react";
import { Button } from "react-aria-components";
import { PastWindow } from "../history/PastWindow";
import type { Lapse } from "../http/api";
import { moment, words } from "../strings";
import { approvePassage, callReady, mayCallReady, mayReview, type Passage, passageAt, withdraw } from "./passage";
import { SHAPES } from "./stage";
import { useStanding } from "./standing";
import { useSlowView, useView, useWorkspace } from "./useWorkspace";

/** The passage under the cursor, how far it is, and the way to call it ready and to approve it. */
export function PassageBar() {
  const workspace = useWorkspace();
  useStanding();
  const people = useView(({ session }) => session.people);
  const role = useView(({ session }) => session.role);
  const account = useView(({ session }) => session.account);
  const needed = useView(({ session }) => session.approvalsNeeded);
  useView((view) => facts(passageAt(view)));
  const passage = passageAt(workspace.now);
  const { approvals, ready, stage } = passage;
  const nameOf = (id: string) => people[id]?.name ?? words.history.someone;
  const own = approvals.find((approval) => approval.account === account);
  const full = passage.end > passage.start;
  return (
    <footer className="passage-bar">
      <span>{words.editor.passage(passage.number, passage.of)}</span>
      {full && (
        <span className={`stage ${stage}`}>
          <span aria-hidden="true">{SHAPES[stage]} </span>
          {ready && stage === "ready" ? words.editor.readySays(nameOf(ready.account)) : words.editor.stages[stage]}
          {approvals.length > 0 && ` ${words.editor.approvals(approvals.length, needed)}`}
          {approvals.length > 0 && ` ${words.editor.approvedBy(approvals.map((one) => nameOf(one.account)).join(", "))}`}
          {approvals.some((one) => one.unmarked) && ` (${words.editor.nothingToMark})`}
        </span>
      )}
      {full && mayCallReady(role) && !ready && approvals.length === 0 && (
        <Button aria-keyshortcuts="Alt+Y" onPress={() => void callReady(workspace)}>
          {words.editor.callReady}
        </Button>
      )}
      {ready?.account === account && (
        <Button onPress={() => void withdraw(workspace, passage, ready)}>{words.editor.notReady}</Button>
      )}
      {full && mayReview(role) && own === undefined && stage !== "approved" && (
        <Button aria-keyshortcuts="Control+Enter" onPress={() => void approvePassage(workspace)}>
          {passage.unmarked ? words.editor.approveUnmarked : words.editor.approve}
        </Button>
      )}
      {own && <Button onPress={() => void withdraw(workspace, passage, own)}>{words.editor.withdraw}</Button>}
      <Voided passage={passage} />
      <Revision />
    </footer>
  );
}

/** What the bar says of a passage, in one word: it is drawn again when this is another one. */
function facts({ number, of, start, end, approvals, ready, stage, unmarked }: Passage): string {
  return [number, of, start < end, stage, unmarked, ready?.id, ...approvals.map(({ id }) => id)].join(" ");
}

/**
 * Why the last approval of the passage does not hold any more, unless the passage was approved since. Of several
 * that one change voided, one's own.
 */
function Voided({ passage }: { passage: Passage }) {
  const account = useView(({ session }) => session.account);
  const standing = useView((view) => view.standing);
  const [shown, setShown] = useState<Lapse | null>(null);
  const lapses = standing?.lapsed.filter(({ approval }) => approval.start === passage.start) ?? [];
  const lapse = lapses.find(({ revision, approval }) => revision === lapses[0]!.revision && approval.account === account) ?? lapses[0];
  if (lapse === undefined || passage.approvals.length > 0) return null;
  const nameOf = (id: string) => standing?.people[id]?.name ?? words.history.someone;
  const by = nameOf(lapse.account);
  const at = moment(lapse.at);
  return (
    <span className="lapsed">
      {lapse.approval.account === account
        ? words.editor.ownLapsed(by, at)
        : words.editor.lapsed(nameOf(lapse.approval.account), by, at)}{" "}
      <Button className="quiet" onPress={() => setShown(lapse)}>
        {words.editor.showChange}
      </Button>
      {shown && <PastWindow from={shown.approval.revision} to={shown.revision} onClose={() => setShown(null)} />}
    </span>
  );
}

/** While somebody types on, a new number at each key would be a picture more to be painted for each. */
function Revision() {
  const revision = useSlowView(({ session }) => session.revision);
  return <span className="revision aside">{words.editor.revision(revision)}</span>;
}
