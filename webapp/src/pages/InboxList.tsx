import { useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api, type NewsLine } from "../http/api";
import { moment, words } from "../strings";

/** What concerns whoever is signed in, in all documents. */
export function InboxList() {
  const inbox = useLoaded(api.inbox);
  const [all, setAll] = useState(false);
  const { failure, busy, run } = useAction();
  const { value } = inbox;
  if (value === undefined) return <Failure of={inbox.failure} />;
  const shown = all ? value.news : value.news.filter(({ read }) => !read);
  const markRead = () =>
    run(async () => {
      for (const [document, revision] of newest(value.news)) {
        const here = value.news.filter((news) => news.document === document);
        await api.markRead(document, {
          revision,
          assignments: here.flatMap(({ work }) => (work === undefined ? [] : [work])),
          rounds: here.flatMap(({ round }) => (round === undefined ? [] : [round])),
        });
      }
      inbox.reload();
    });
  return (
    <section aria-labelledby="inbox">
      <h2 id="inbox">{words.inbox.title(value.unread)}</h2>
      {value.news.length === 0 && <p className="empty">{words.inbox.none}</p>}
      <ul className="lines">
        {shown.map((news) => (
          <li key={`${news.document} ${news.revision} ${news.kind} ${news.work?.assignment ?? news.round?.round ?? ""}`}>
            <Link to={addressOf(news)} className="line-title">
              {sentenceOf(news)}
            </Link>
            <span className="line-facts">
              <span lang="lzh">{news.title}</span>
              {news.words !== "" && `: ${news.words}`} · {moment(news.at)}
            </span>
          </li>
        ))}
      </ul>
      {value.unread > 0 && (
        <Button isDisabled={busy} onPress={() => void markRead()}>
          {words.inbox.markRead}
        </Button>
      )}
      {!all && shown.length < value.news.length && (
        <Button className="quiet" onPress={() => setAll(true)}>
          {words.inbox.earlier}
        </Button>
      )}
      <Failure of={failure} />
    </section>
  );
}

function addressOf({ document, work, round }: NewsLine): string {
  if (round !== undefined) return to.round(document, round.round);
  return work === undefined ? to.document(document) : to.assignment(document, work.assignment);
}

function sentenceOf({ kind, byName, work, round }: NewsLine): string {
  if (round !== undefined) return words.blind.news[round.deed](byName);
  if (work !== undefined) return words.work.news[work.step](byName, words.work.tasks[work.task]);
  return kind === "assignment" || kind === "round" ? "" : words.inbox.kinds[kind](byName);
}

/** The newest revision of each document. */
function newest(news: readonly NewsLine[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { document, revision } of news) found.set(document, Math.max(found.get(document) ?? 0, revision));
  return found;
}
