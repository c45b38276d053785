import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import type { HistoryEntry } from "../http/api";
import { revert } from "../review/deciding";
import { clock, moment, words } from "../strings";
import { mayReview } from "../workspace/passage";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { Authors } from "./Authors";
import { type Group, grouped } from "./grouping";
import { PastWindow } from "./PastWindow";
import { follow, placeOf } from "./reading";
import { useHistory } from "./useHistory";
import { inWords } from "./wording";

/** Who did what, when; the newest first. */
export function HistoryPanel() {
  const workspace = useWorkspace();
  const revision = useView(({ session }) => session.revision);
  const { entries, failure, more } = useHistory(workspace.document, revision);
  const groups = useMemo(() => grouped(entries), [entries]);
  const [past, setPast] = useState(false);
  return (
    <div className="panel scrolls">
      <div className="history-tools">
        <Button className="quiet" onPress={() => setPast(true)}>
          {words.past.open}
        </Button>
        <Authors />
      </div>
      {past && <PastWindow onClose={() => setPast(false)} />}
      <Failure of={failure} />
      {entries.length === 0 && !failure && <p className="empty">{words.history.none}</p>}
      <ol className="history">
        {groups.map((group) => (
          <GroupLine key={`${group.author} ${group.entries[0]!.revision}`} group={group} entries={entries} />
        ))}
      </ol>
      {more && (
        <Button className="quiet" onPress={more}>
          {words.history.more}
        </Button>
      )}
    </div>
  );
}

function GroupLine({ group, entries }: { group: Group; entries: readonly HistoryEntry[] }) {
  const workspace = useWorkspace();
  const people = useView(({ session }) => session.people);
  const role = useView(({ session }) => session.role);
  const person = people[group.author];
  const newest = group.entries[0]!;
  const place = placeOf(newest);
  const said = useMemo(() => inWords(group.entries, people), [group, people]);
  const revertible = group.entries.filter((entry) => entry.revision > 0 && !isImport(entry));
  async function undo() {
    const revisions = revertible.map(({ revision }) => revision);
    const reverted = await revert(workspace, revisions);
    if (reverted > 0) workspace.say(words.history.reverted(reverted));
  }
  function show() {
    const at = follow(place!, newest.revision, entries);
    workspace.show(at);
  }
  return (
    <li>
      <p className="history-head">
        <span className="dot" style={{ background: person?.colour ?? "gray" }} />
        <strong>{person?.name ?? words.history.someone}</strong>
        <time dateTime={newest.at} title={moment(newest.at)}>
          {isToday(newest.at) ? clock(newest.at) : moment(newest.at)}
        </time>
      </p>
      <ul className="history-words">
        {said.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
      {newest.excerpt && place !== null && (
        <Button className="excerpt" aria-label={`${words.history.show}: ${newest.excerpt}`} onPress={show}>
          <span lang="lzh">{newest.excerpt}</span>
        </Button>
      )}
      {mayReview(role) && revertible.length > 0 && (
        <Button className="quiet" onPress={() => void undo()}>
          {revertible.length === 1 ? words.history.revert : words.history.revertMany(revertible.length)}
        </Button>
      )}
    </li>
  );
}

function isImport(entry: HistoryEntry): boolean {
  return entry.effects.some(({ is }) => is === "import");
}

function isToday(at: string): boolean {
  return new Date(at).toDateString() === new Date().toDateString();
}
