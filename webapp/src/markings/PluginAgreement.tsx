import { useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice } from "../app/Field";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import type { Figures, Pair } from "../http/blind";
import type { PluginAgreement as Found } from "../http/marks";
import { words } from "../strings";

/** What a plugin that sets marks declares. */
const MARKS = "mark";

interface Props {
  /** What is compared, as the choices offer it, and how to ask. */
  asks: readonly { readonly label: string; ask(plugin: string): Promise<Found> }[];
}

/** Asks a plugin what it would mark without the marks that stand, and tells how far it agrees. */
export function PluginAgreement({ asks }: Props) {
  const plugins = useLoaded(api.plugins);
  const [chosen, setChosen] = useState("");
  const [which, setWhich] = useState("0");
  const [found, setFound] = useState<Found | null>(null);
  const { failure, busy, run } = useAction();
  const offered = (plugins.value ?? []).filter(({ categories, start }) => categories.includes(MARKS) && start !== "");
  const plugin = offered.find(({ id }) => id === chosen) ?? offered[0];
  return (
    <section className="plugin-agreement" aria-label={words.marks.agreement}>
      <h3>{words.marks.agreement}</h3>
      <Failure of={plugins.failure ?? null} />
      {plugins.value && plugin === undefined && <p>{words.marks.noPlugin}</p>}
      {plugin !== undefined && (
        <>
          <Choice
            label={words.marks.plugin}
            value={plugin.id}
            onChange={setChosen}
            options={offered.map(({ id, version }) => [id, words.past.plugin(id, version)] as const)}
          />
          {asks.length > 1 && (
            <Choice
              label={words.marks.where}
              value={which}
              onChange={setWhich}
              options={asks.map(({ label }, index) => [String(index), label] as const)}
            />
          )}
          <Button
            isDisabled={busy}
            onPress={() => void run(async () => setFound(await asks[Number(which)]!.ask(plugin.id)))}
          >
            {busy ? words.marks.asking : words.marks.compare}
          </Button>
        </>
      )}
      <Failure of={failure} />
      {found !== null && !busy && found.pairs.map((pair) => <Table key={pair.one} pair={pair} found={found} />)}
    </section>
  );
}

function Table({ pair, found }: { pair: Pair; found: Found }) {
  const { columns } = words.marks;
  return (
    <table className="agreement">
      <caption>{words.marks.compared(pair.one, words.past.plugin(found.plugin, found.version), found.revision)}</caption>
      <thead>
        <tr>
          {[columns.mark, columns.text, columns.plugin, columns.both, columns.precision, columns.recall, columns.f1, columns.kappa].map(
            (name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        <Line of={pair.things} name={words.marks.breaks} />
        <tr>
          <th scope="row">{words.blind.allMarks}</th>
          <td colSpan={6} />
          <td>{figure(pair.kappa)}</td>
        </tr>
        {pair.marks.map((mark) => (
          <Line key={mark.mark} of={mark} name={mark.mark} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ of, name }: { of: Figures; name: string }) {
  const rates = [of.other === 0 ? undefined : of.both / of.other, of.one === 0 ? undefined : of.both / of.one, of.f1, of.kappa];
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{of.one}</td>
      <td>{of.other}</td>
      <td>{of.both}</td>
      {rates.map((rate, index) => (
        <td key={index}>{figure(rate)}</td>
      ))}
    </tr>
  );
}

function figure(value: number | undefined): string {
  return value === undefined ? words.marks.none : value.toFixed(3);
}
