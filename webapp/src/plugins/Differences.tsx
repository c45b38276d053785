import { Link } from "../app/Link";
import { to } from "../app/route";
import type { Comparison } from "../http/comparisons";
import { words } from "../strings";

interface Props {
  places: Comparison["places"];
  all: number;
  /** What both sides are called. */
  sides: readonly [string, string];
}

/** The places at which the sides differ, each with the words around it and the way there. */
export function Differences({ places, all, sides: [one, other] }: Props) {
  const said = words.comparison;
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">{said.differences(places.length, all)}</h2>
      <div className="comparison-scroll" tabIndex={0} role="region" aria-labelledby="differences">
        <table className="comparison-differences">
          <thead>
            <tr>
              <th scope="col">{said.place}</th>
              <th scope="col">{one}</th>
              <th scope="col">{other}</th>
            </tr>
          </thead>
          <tbody>
            {places.map(({ document, title, difference }, index) => {
              const { start, end, left, surface, right, before, after } = difference;
              return (
                <tr key={index}>
                  <td>
                    <Link to={to.place(document, { from: start, to: end })} className="comparison-place">
                      <span lang="lzh">
                        {oneLine(left)}
                        <mark>{surface === "" ? "|" : oneLine(surface)}</mark>
                        {oneLine(right)}
                      </span>
                    </Link>
                    <span className="line-facts">{title}</span>
                  </td>
                  <Offered labels={before} />
                  <Offered labels={after} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const oneLine = (text: string) => text.replaceAll("\n", "⏎");

function Offered({ labels }: { labels: readonly string[] }) {
  return (
    <td>
      {labels.length === 0 ? (
        <span className="comparison-nothing" aria-label={words.comparison.nothingThere}>
          –
        </span>
      ) : (
        <span lang="lzh">{labels.join(" · ")}</span>
      )}
    </td>
  );
}
