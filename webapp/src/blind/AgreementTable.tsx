import { type Agreement, blind, type Figures, type Pair, type Round } from "../http/blind";
import { words } from "../strings";

const figure = (value: number | undefined) => (value === undefined ? words.blind.nothing : value.toFixed(3));

/** How far each two agree, and all of them. */
export function AgreementTable({ round, agreement }: { round: Round; agreement: Agreement }) {
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement">{words.blind.agreement}</h2>
      {agreement.pairs.map((pair) => (
        <PairTable key={`${pair.one} ${pair.other}`} pair={pair} task={round.task} />
      ))}
      {round.task !== "transcribe" && (
        <p className="alpha">
          {words.blind.alpha(round.task)}: <b>{figure(agreement.alpha)}</b>
        </p>
      )}
      {round.task === "annotate" && (
        <p className="alpha">
          {words.blind.entities}: <b>{figure(agreement.entities)}</b>
        </p>
      )}
      <a href={blind.table(round.document, round.id)} download>
        {words.blind.table}
      </a>
    </section>
  );
}

function PairTable({ pair, task }: { pair: Pair; task: Round["task"] }) {
  const punctuated = task === "punctuate";
  return (
    <table className="agreement">
      <thead>
        <tr>
          <th scope="col">{words.blind.measure}</th>
          <th scope="col">{pair.one}</th>
          <th scope="col">{pair.other}</th>
          <th scope="col">{words.blind.both}</th>
          <th scope="col">{words.blind.f1}</th>
          {punctuated && <th scope="col">{words.blind.kappa}</th>}
        </tr>
      </thead>
      <tbody>
        <Line of={pair.things} name={words.blind.things[pair.things.mark] ?? pair.things.mark} kappa={punctuated} />
        {punctuated && (
          <tr>
            <th scope="row">{words.blind.allMarks}</th>
            <td colSpan={4} />
            <td>{figure(pair.kappa)}</td>
          </tr>
        )}
        {pair.marks.map((mark) => (
          <Line key={mark.mark} of={mark} name={mark.mark} kappa />
        ))}
      </tbody>
    </table>
  );
}

function Line({ of, name, kappa }: { of: Figures; name: string; kappa: boolean }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{of.one}</td>
      <td>{of.other}</td>
      <td>{of.both}</td>
      <td>{of.f1.toFixed(3)}</td>
      {kappa && <td>{figure(of.kappa)}</td>}
    </tr>
  );
}
