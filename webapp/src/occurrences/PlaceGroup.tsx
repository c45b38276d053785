import { Checkbox } from "react-aria-components";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { Tick } from "../app/Tick";
import type { PlaceKind } from "../http/occurrences";
import { words } from "../strings";
import type { Listed } from "./choosing";

const FEW = 200;

interface Props {
  kind: PlaceKind;
  surface: string;
  listed: Listed[];
  chosen: ReadonlySet<string>;
  choose(keys: string[], on: boolean): void;
}

/** The places of one kind, each to be chosen or left; where the same is said nothing is to be chosen. */
export function PlaceGroup({ kind, surface, listed, chosen, choose }: Props) {
  if (listed.length === 0) return null;
  const open = kind !== "same";
  const all = listed.every(({ key }) => chosen.has(key));
  return (
    <section aria-label={words.occurrences.kinds[kind]}>
      <h2>{words.occurrences.group(words.occurrences.kinds[kind], listed.length)}</h2>
      {open && listed.length > 1 && (
        <Tick on={all} set={(on) => choose(listed.map(({ key }) => key), on)}>
          {words.occurrences.all(listed.length)}
        </Tick>
      )}
      <ul className="lines occurrences">
        {listed.slice(0, FEW).map(({ key, within, place }) => (
          <li key={key}>
            {open && (
              <Checkbox
                className="tick"
                aria-label={words.occurrences.place(place.before, surface, place.after)}
                isSelected={chosen.has(key)}
                onChange={(on) => choose([key], on)}
              >
                <span className="tick-box" aria-hidden="true" />
              </Checkbox>
            )}
            <Link
              to={to.place(within.document, { from: place.start, to: place.start + surface.length })}
              className="line-title"
            >
              <span lang="lzh">
                {place.before}
                <mark>{surface}</mark>
                {place.after}
              </span>
            </Link>
            <span className="line-facts" lang="lzh">
              {within.title}
              {place.other !== "" && ` · ${words.occurrences.instead(place.other)}`}
            </span>
          </li>
        ))}
      </ul>
      {listed.length > FEW && <p>{words.occurrences.more(listed.length - FEW)}</p>}
    </section>
  );
}
