import { Failure } from "../app/Failure";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { useLoaded } from "../app/useLoaded";
import { authority, type Told } from "../http/authority";
import { words } from "../strings";
import type { File } from "./AuthorityPage";

/** Entities that may be one, with a way to look at both and merge them; and what contradicts in the file. */
export function Duplicates({ file }: { file: File }) {
  const { project } = file;
  const pairs = useLoaded(() => authority(project).duplicates(), project);
  const faults = useLoaded(() => authority(project).check(), project);
  return (
    <>
      <section aria-labelledby="duplicates">
        <h2 id="duplicates">{words.authority.mayBeOne}</h2>
        <Failure of={pairs.failure} />
        <Shown told={pairs.value} none={words.authority.noDuplicates} />
        <ul className="lines">
          {pairs.value?.found.map(({ one, oneLabel, other, otherLabel, likelihood, reasons }) => (
            <li key={`${one} ${other}`}>
              <span className="line-title" lang="lzh">
                {words.authority.bothForms(oneLabel, otherLabel)}
              </span>
              <span className="line-facts">
                <code>{one}</code> · <code>{other}</code> · {words.authority.pair(likelihood, reasons)} ·{" "}
                <Link to={to.authority(project, { id: one, merge: other })}>{words.authority.lookAndMerge}</Link>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="faults">
        <h2 id="faults">{words.authority.faults}</h2>
        <Failure of={faults.failure} />
        <Shown told={faults.value} none={words.authority.noFaults} />
        <ul className="lines">
          {faults.value?.found.map(({ id, message }, at) => (
            <li key={at}>
              <Link to={to.entity(project, id)}>{id}</Link>
              <span className="line-facts">{message}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** How many of how many are shown, where it is not all of them. */
function Shown({ told, none }: { told: Told<unknown> | undefined; none: string }) {
  if (told === undefined) return null;
  if (told.count === 0) return <p role="status">{none}</p>;
  return told.found.length < told.count ? <p role="status">{words.authority.firstOf(told.found.length, told.count)}</p> : null;
}
