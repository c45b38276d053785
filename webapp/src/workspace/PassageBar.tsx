import { Button } from "react-aria-components";
import { words } from "../strings";
import { approvePassage, mayReview, type Passage, passageAt, withdrawApproval } from "./passage";
import { useSlowView, useView, useWorkspace } from "./useWorkspace";

/** The passage under the cursor, whether it is approved, and the way to approve it. */
export function PassageBar() {
  const workspace = useWorkspace();
  const people = useView(({ session }) => session.people);
  const role = useView(({ session }) => session.role);
  const account = useView(({ session }) => session.account);
  useView((view) => facts(passageAt(view)));
  const passage = passageAt(workspace.now);
  const names = passage.approvals.map((approval) => people[approval.account]?.name ?? words.history.someone);
  const own = passage.approvals.find((approval) => approval.account === account);
  const offered = mayReview(role) && own === undefined && passage.end > passage.start;
  return (
    <footer className="passage-bar">
      <span>{words.editor.passage(passage.number, passage.of)}</span>
      <span className={names.length > 0 ? "approved" : "aside"}>
        {names.length > 0 ? words.editor.approvedBy(names.join(", ")) : words.editor.notApproved}
      </span>
      {offered && (
        <Button aria-keyshortcuts="Control+Enter" onPress={() => void approvePassage(workspace)}>
          {words.editor.approve}
        </Button>
      )}
      {own && (
        <Button onPress={() => void withdrawApproval(workspace, passage, own.id)}>{words.editor.withdraw}</Button>
      )}
      <Revision />
    </footer>
  );
}

/** What the bar says of a passage, in one word: it is drawn again when this is another one. */
function facts({ number, of, start, end, approvals }: Passage): string {
  return [number, of, start < end, ...approvals.map(({ id }) => id)].join(" ");
}

/** While somebody types on, a new number at each key would be a picture more to be painted for each. */
function Revision() {
  const revision = useSlowView(({ session }) => session.revision);
  return <span className="revision aside">{words.editor.revision(revision)}</span>;
}
