import { useDeclaredKinds } from "../annotate/declared";
import { allKinds, kindClass, kindName } from "../annotate/kinds";
import { Depths } from "../punctuate/Depths";
import { words } from "../strings";
import { useView } from "./useWorkspace";

/** What the colours mean, who is who, and the keys. */
export function LegendPanel() {
  const people = useView(({ session }) => session.people);
  const declared = useDeclaredKinds();
  const account = useView(({ session }) => session.account);
  return (
    <div className="panel scrolls legend" role="group" aria-label={words.legend.tab} tabIndex={0}>
      <h2>{words.legend.marks}</h2>
      <ul className="legend-kinds">
        {allKinds(declared).map((kind) => (
          <li key={kind}>
            <span className={`annotation ${kindClass(kind)}`} lang="lzh">
              {words.annotate.hints[kind] ?? words.plugins.sample}
            </span>
            {kindName(kind)}
          </li>
        ))}
      </ul>
      <h2>{words.legend.suggestions}</h2>
      <ul className="legend-kinds">
        <li>
          <span className="ghost suggestion by-punctuation">。</span>
          {words.legend.insertion}
        </li>
        <li>
          <span className="suggestion by-names" lang="lzh">
            字
          </span>
          {words.legend.replacement}
        </li>
        <li>
          <span className="proposal written" lang="lzh">
            字
          </span>
          {words.legend.written}
        </li>
        <li>
          <span className="proposal struck" lang="lzh">
            字
          </span>
          {words.legend.struck}
        </li>
        <li>
          <span className="passage-number approved">1</span>
          {words.legend.approved}
        </li>
      </ul>
      <h2>{words.punctuate.depths}</h2>
      <Depths />
      <h2>{words.legend.people}</h2>
      <ul className="people">
        {Object.entries(people).map(([id, { name, colour }]) => (
          <li key={id}>
            <span className="dot" style={{ background: colour }} />
            {name}
            {id === account && <span className="aside"> · {words.legend.you}</span>}
          </li>
        ))}
      </ul>
      <h2>{words.legend.keys}</h2>
      <dl className="legend-keys">
        {words.legend.shortcuts.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
