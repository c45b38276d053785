import { Link } from "../app/Link";
import { to } from "../app/route";
import type { Decided, RuleType } from "../http/variants";
import { words } from "../strings";

/** A decision, and the document in which it is or would be. */
export interface Listed {
  document: string;
  title: string;
  decided: Decided;
}

const FEW = 200;

/** Every decision, and the way to its place. */
export function DecisionList({ listed, all = listed.length }: { listed: Listed[]; all?: number }) {
  const shown = listed.slice(0, FEW);
  return (
    <>
      <ul className="lines">
        {shown.map(({ document, title, decided }) => (
          <li key={`${document} ${decided.start}`}>
            <Link to={to.place(document, { from: decided.start, to: decided.end })} className="line-title">
              <span lang="lzh">
                {decided.before}
                <mark>{decided.from}</mark>
                {decided.after}
              </span>
            </Link>
            <span className="line-facts">
              <span lang="lzh">{decided.form}</span>
              {[typeOf(decided.type), decided.reason, title].filter((fact) => fact !== "").map((fact) => ` · ${fact}`)}
            </span>
          </li>
        ))}
      </ul>
      {all > shown.length && <p>{words.sweeps.more(all - shown.length)}</p>}
    </>
  );
}

/** Kinds of variants are told in words, kinds of entities as they are. */
function typeOf(type: string): string {
  return type in words.variants.types ? words.variants.types[type as RuleType] : type;
}
