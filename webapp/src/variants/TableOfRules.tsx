import { Button } from "react-aria-components";
import { useState } from "react";
import { Failure } from "../app/Failure";
import { useAction } from "../app/useAction";
import { type Count, type KeptRule, variants } from "../http/variants";
import { words } from "../strings";
import { summed } from "./summing";

interface Acts {
  edit(rule: number): void;
  remove(rule: number): void;
  busy: boolean;
}

interface Props {
  project: string;
  rules: KeptRule[];
  /** Nothing for those who may only look. */
  acts: Acts | null;
}

/** All rules, each with its reason, who made it, and, when somebody asks, how often it holds. */
export function TableOfRules({ project, rules, acts }: Props) {
  const [counts, setCounts] = useState<Count[] | null>(null);
  const { failure, busy, run } = useAction();
  if (rules.length === 0) return <p>{words.variants.none}</p>;
  const count = () => void run(async () => setCounts(summed(await variants.uses(project), rules.length)));
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{words.variants.rules}</h2>
      <div className="rules-scroll" role="group" aria-label={words.variants.rules} tabIndex={0}>
        <table className="rules">
          <thead>
            <tr>
              <th scope="col">{words.variants.from}</th>
              <th scope="col">{words.variants.form}</th>
              <th scope="col">{words.variants.type}</th>
              <th scope="col">{words.variants.words}</th>
              <th scope="col">{words.variants.reason}</th>
              <th scope="col">{words.variants.by}</th>
              {counts && <th scope="col">{words.variants.uses}</th>}
              {acts && <td />}
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, at) => (
              <tr key={at}>
                <th scope="row" lang="lzh">
                  {rule.from}
                </th>
                <td>{rule.form === "" ? <em>{words.variants.leave}</em> : <span lang="lzh">{rule.form}</span>}</td>
                <td>{words.variants.types[rule.type]}</td>
                <td>{rule.words.length === 0 ? words.variants.everywhere : <span lang="lzh">{rule.words.join("、")}</span>}</td>
                <td>{rule.reason}</td>
                <td>{rule.name}</td>
                {counts && <td>{words.variants.usesOf(counts[at]!.places, counts[at]!.settled)}</td>}
                {acts && (
                  <td className="acts">
                    <Button aria-label={words.variants.edit(rule.from)} onPress={() => acts.edit(at)}>
                      {words.variants.editShort}
                    </Button>{" "}
                    <Button aria-label={words.variants.remove(rule.from)} isDisabled={acts.busy} onPress={() => acts.remove(at)}>
                      {words.variants.removeShort}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <Button isDisabled={busy} onPress={count}>
          {busy ? words.variants.counting : words.variants.count}
        </Button>
      </p>
      <Failure of={failure} />
    </section>
  );
}
