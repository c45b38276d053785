import { useEffect, useState } from "react";
import { useAccount } from "../app/account";
import { Link } from "../app/Link";
import { to } from "../app/route";
import type { Waiting } from "../session/kept";
import { openShelf } from "../session/shelf";
import { words } from "../strings";

/** Documents with work that waits in this browser, as links: opening one brings it in. */
export function KeptHere() {
  const { id } = useAccount();
  const [waiting, set] = useState<readonly Waiting[]>([]);
  useEffect(() => {
    openShelf(id)
      .waiting()
      .then(set, () => set([]));
  }, [id]);
  if (waiting.length === 0) return null;
  return (
    <section className="kept-here" aria-label={words.kept.region}>
      <p>{words.kept.hint}</p>
      <WaitingList waiting={waiting} />
    </section>
  );
}

export function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  return (
    <ul>
      {waiting.map(({ document, title, edits, drafts }) => (
        <li key={document}>
          <Link to={to.document(document)}>
            <span lang="lzh">{title === "" ? words.kept.untitled : title}</span>
          </Link>{" "}
          {words.kept.line(edits, drafts)}
        </li>
      ))}
    </ul>
  );
}
