import { Button, Checkbox } from "react-aria-components";
import { Choice, Field } from "../app/Field";
import type { Difference, Round, Ruling } from "../http/blind";
import { words } from "../strings";
import { countOf, type Filter } from "./filtering";

interface Props {
  round: Round;
  differences: readonly Difference[];
  filter: Filter;
  onFilter(filter: Filter): void;
  /** How many are shown. */
  count: number;
  /** Decides about all that are shown; nothing leaves them open. */
  ruleAll(ruling?: Ruling): void;
  undo(): void;
  undoable: number;
}

/** Which differences are shown, and one decision about all of them. */
export function FilterDifferences(props: Props) {
  const { round, differences, filter, onFilter, count, ruleAll, undo, undoable } = props;
  const counted = (which: Filter["which"]) => countOf(differences, which);
  const options: [string, string][] = [
    ["differing", words.blind.shows.differing(counted("differing"))],
    ...round.workers.map(({ name }, index): [string, string] => [String(index), words.blind.shows.only(name, counted(index))]),
    ["several", words.blind.shows.several(counted("several"))],
    ["agreed", words.blind.shows.agreed(counted("agreed"))],
  ];
  const choose = (value: string) => onFilter({ ...filter, which: /^\d+$/.test(value) ? Number(value) : (value as Filter["which"]) });
  return (
    <>
      <div className="row difference-filter">
        <Choice label={words.blind.show} value={String(filter.which)} onChange={choose} options={options} />
        <Field
          label={words.blind.having}
          value={filter.having}
          onChange={(having) => onFilter({ ...filter, having })}
          className="short"
          lang="lzh"
        />
        {round.decides && (
          <Checkbox className="tick" isSelected={filter.onlyOpen} onChange={(onlyOpen) => onFilter({ ...filter, onlyOpen })}>
            <span className="tick-box" />
            {words.blind.onlyOpen}
          </Checkbox>
        )}
      </div>
      {round.decides && count > 0 && (
        <div className="actions rule-all">
          <span className="aside">{words.blind.allShown(count)}</span>
          {round.workers.map(({ account, name }) => (
            <Button key={account} onPress={() => ruleAll({ choice: "reading", worker: account })}>
              {words.blind.takeAll(name)}
            </Button>
          ))}
          <Button onPress={() => ruleAll({ choice: "neither" })}>{words.blind.takeNone}</Button>
          <Button className="quiet" onPress={() => ruleAll()}>
            {words.blind.openAgain}
          </Button>
        </div>
      )}
      {undoable > 0 && (
        <div className="actions">
          <Button className="quiet" onPress={undo}>
            {words.blind.undo(undoable)}
          </Button>
        </div>
      )}
    </>
  );
}
