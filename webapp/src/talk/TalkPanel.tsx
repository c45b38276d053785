import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { Choice } from "../app/Field";
import type { Comment, CommentThread } from "../session/values";
import { moment, words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { editComment, isShown, removeComment, reply, resolve, type Shown, startThread } from "./talking";

const FILTERS = Object.entries(words.talk.filters) as [Shown, string][];

/** What people say to one another about the text. */
export function TalkPanel() {
  const workspace = useWorkspace();
  const threads = useView(({ marks }) => marks.threads);
  const account = useView(({ session }) => session.account);
  const may = useView(({ session }) => session.role !== "viewer");
  const [shown, setShown] = useState<Shown>("open");
  const list = threads.list().filter((thread) => isShown(thread, shown, account));
  return (
    <div className="panel scrolls talk">
      {may && <NewThread />}
      <Choice<Shown> label={words.talk.show} value={shown} onChange={setShown} options={FILTERS} />
      {list.length === 0 && <p className="empty">{words.talk.none}</p>}
      <ul className="threads" aria-label={words.talk.tab}>
        {list.map((thread) => (
          <li key={thread.id} className={thread.resolved ? "thread resolved" : "thread"}>
            <Button className="quiet" onPress={() => workspace.show(thread.start, thread.end, "range")}>
              {thread.orphaned ? words.talk.orphaned : <Quote thread={thread} />}
            </Button>
            <ul>
              {thread.comments.map((comment) => (
                <Said key={comment.id} comment={comment} thread={thread} own={comment.account === account} />
              ))}
            </ul>
            {may && !thread.resolved && (
              <Words label={words.talk.reply} onDone={(text) => reply(workspace, thread.id, text)} />
            )}
            {may && (
              <Button className="quiet" onPress={() => void resolve(workspace, thread)}>
                {thread.resolved ? words.talk.reopen : words.talk.resolve}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Quote({ thread }: { thread: CommentThread }) {
  const text = useView((view) => view.text);
  const quoted = text.sliceString(thread.start, Math.min(thread.end, thread.start + 30));
  return (
    <>
      {thread.proposal !== undefined && `${words.talk.onProposal} `}
      <span lang="lzh">{quoted === "" ? words.talk.place(text.lineAt(Math.min(thread.start, text.length)).number) : quoted}</span>
    </>
  );
}

/** Begins a thread on what is selected, or on the proposal that is chosen in the review list. */
function NewThread() {
  const workspace = useWorkspace();
  const from = useView((view) => view.from);
  const to = useView((view) => view.to);
  const chosen = useView(({ chosen, marks }) => (chosen === null ? undefined : marks.suggestions.get(chosen)));
  const proposal = chosen !== undefined && "account" in chosen.maker ? chosen : undefined;
  if (proposal === undefined && from === to) return <p className="aside">{words.talk.selectFirst}</p>;
  return (
    <Words
      label={proposal === undefined ? words.talk.start : words.talk.startOnProposal}
      onDone={(text) =>
        proposal === undefined
          ? startThread(workspace, from, to, text)
          : startThread(workspace, proposal.start, proposal.end, text, proposal.id)
      }
    />
  );
}

function Said({ comment, thread, own }: { comment: Comment; thread: CommentThread; own: boolean }) {
  const workspace = useWorkspace();
  const people = useView(({ session }) => session.people);
  const [editing, setEditing] = useState(false);
  const name = people[comment.account]?.name ?? words.history.someone;
  return (
    <li className="comment">
      <span className="comment-head">
        <strong>{name}</strong> <span className="aside">{moment(comment.at)}</span>{" "}
        {comment.edited && !comment.removed && <span className="aside">{words.talk.edited}</span>}
      </span>
      {comment.removed ? <p className="aside">{words.talk.removed}</p> : !editing && <p>{comment.text}</p>}
      {editing && (
        <Words
          label={words.talk.edit}
          initial={comment.text}
          onDone={async (text) => {
            const taken = await editComment(workspace, thread.id, comment.id, text);
            if (taken) setEditing(false);
            return taken;
          }}
        />
      )}
      {own && !comment.removed && !editing && (
        <span className="actions">
          <Button className="quiet" onPress={() => setEditing(true)}>
            {words.talk.edit}
          </Button>
          <Button className="quiet" onPress={() => void removeComment(workspace, thread.id, comment.id)}>
            {words.talk.remove}
          </Button>
        </span>
      )}
    </li>
  );
}

/** A field for a few lines; Ctrl Enter sends them. */
function Words(props: { label: string; initial?: string; onDone(text: string): Promise<boolean> }) {
  const { label, initial = "", onDone } = props;
  const [text, setText] = useState(initial);
  const [busy, setBusy] = useState(false);
  async function send() {
    if (busy || text.trim() === "") return;
    setBusy(true);
    if (await onDone(text.trim())) setText("");
    setBusy(false);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void send();
  }
  return (
    <form className="words" onSubmit={submit}>
      <label className="field">
        <span className="label">{label}</span>
        <textarea
          rows={2}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
          }}
        />
      </label>
      <Button type="submit" isDisabled={busy || text.trim() === ""}>
        {words.talk.send}
      </Button>
    </form>
  );
}
