import { useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { useLoaded } from "../app/useLoaded";
import { type Asked, pictures, type Told } from "../http/pictures";
import { words } from "../strings";
import "../styles/search.css";

const PAGE = 30;

/** Mentions with the words around them, by document; each leads to its place. */
export function MentionList({ id, asked }: { id: string; asked: Asked }) {
  const [from, setFrom] = useState(0);
  const told = useLoaded(() => pictures.mentions(id, asked, from, PAGE), id, JSON.stringify(asked), from);
  const { value } = told;
  if (value === undefined) return <Failure of={told.failure} />;
  const documents = [...new Set(value.mentions.map(({ mention }) => mention.document))];
  return (
    <div className="mentions">
      <p role="status">
        {words.pictures.counted(value.total)}
        {!value.complete && (
          <>
            {" "}
            {words.pictures.incomplete} <Button onPress={told.reload}>{words.pictures.again}</Button>
          </>
        )}
      </p>
      {documents.map((document) => (
        <section key={document} aria-label={value.titles[document]}>
          <h4 lang="lzh">{value.titles[document]}</h4>
          <ul className="hits">
            {value.mentions
              .filter(({ mention }) => mention.document === document)
              .map((one) => (
                <MentionLine key={one.mention.annotation} told={one} />
              ))}
          </ul>
        </section>
      ))}
      {value.total > PAGE && (
        <p className="pager">
          <Button isDisabled={from === 0} onPress={() => setFrom(Math.max(0, from - PAGE))}>
            {words.search.earlier}
          </Button>
          <Button isDisabled={from + PAGE >= value.total} onPress={() => setFrom(from + PAGE)}>
            {words.search.later}
          </Button>
        </p>
      )}
    </div>
  );
}

function MentionLine({ told: { mention, before, behind } }: { told: Told }) {
  return (
    <li>
      <Link to={to.place(mention.document, { from: mention.start, to: mention.end })} className="hit">
        <span lang="lzh">
          {before}
          <mark>{mention.surface}</mark>
          {behind}
        </span>
      </Link>
      {mention.date !== undefined && <span className="why">{words.pictures.dated(mention.date.norm, mention.date.from, mention.date.to)}</span>}
    </li>
  );
}
