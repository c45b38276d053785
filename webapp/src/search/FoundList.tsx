import type { KeyboardEvent } from "react";
import { Button } from "react-aria-components";
import { Link } from "../app/Link";
import { to } from "../app/route";
import type { Found, Hit } from "../http/search";
import { digits, words } from "../strings";
import { pieces, reasons } from "./reasons";

interface Shown {
  found: Found;
  limit: number;
  again(): void;
  page(from: number): void;
}

/** What was found, by document; up and down go from one match to the next. */
export function FoundList({ found, limit, again, page }: Shown) {
  const { total, from, hits } = found;
  const last = from + hits.length;
  return (
    <section aria-label={words.search.found} className="found" onKeyDown={walk}>
      <p role="status">
        {words.search.counted(total, found.documents.length, found.complete)}
        {total > hits.length && hits.length > 0 && ` ${words.search.shown(from + 1, last)}`}
      </p>
      {(found.behind > 0 || !found.complete) && (
        <p className="aside">
          {found.behind > 0 ? words.search.behind(found.behind) : words.search.incomplete}{" "}
          <Button onPress={again}>{words.search.again}</Button>
        </p>
      )}
      {found.documents
        .filter(({ id }) => hits.some((hit) => hit.document === id))
        .map(({ id, title, matches }) => (
          <section key={id} aria-labelledby={`found-${id}`}>
            <h2 id={`found-${id}`}>
              <span lang="lzh">{title}</span> <span className="line-facts">{digits(matches)}</span>
            </h2>
            <ol className="hits" start={from + 1}>
              {hits
                .filter((hit) => hit.document === id)
                .map((hit) => (
                  <HitLine key={`${hit.start}-${hit.end}-${hit.tag?.id ?? ""}`} hit={hit} people={found.people} />
                ))}
            </ol>
          </section>
        ))}
      {total > limit && (
        <p className="pager">
          <Button isDisabled={from === 0} onPress={() => page(Math.max(0, from - limit))}>
            {words.search.earlier}
          </Button>
          <Button isDisabled={last >= total} onPress={() => page(from + limit)}>
            {words.search.later}
          </Button>
        </p>
      )}
    </section>
  );
}

const oneLine = (text: string) => text.replaceAll("\n", "¶");

function HitLine({ hit, people }: { hit: Hit; people: Record<string, string> }) {
  const why = reasons(hit, people);
  return (
    <li>
      <Link to={to.place(hit.document, { from: hit.start, to: hit.end })} className="hit">
        <span lang="lzh">
          {oneLine(hit.before)}
          <mark>
            {pieces(hit).map(({ at, text, folded }) =>
              folded ? (
                <em key={at} className="folded">
                  {oneLine(text)}
                </em>
              ) : (
                <span key={at}>{oneLine(text)}</span>
              ),
            )}
            {hit.text === "" && "|"}
          </mark>
          {oneLine(hit.after)}
        </span>
      </Link>
      {why.length > 0 && <span className="why">{why.join(" · ")}</span>}
    </li>
  );
}

/** From match to match by the arrow keys, also where there is no mouse. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("a.hit")];
  const at = links.indexOf(event.target as HTMLElement);
  if (step === 0 || at < 0) return;
  event.preventDefault();
  links[at + step]?.focus();
}
