import { useState } from "react";
import { Button } from "react-aria-components";
import { Choice } from "../app/Field";
import { Link } from "../app/Link";
import { to } from "../app/route";
import type { Project } from "../http/api";
import { type Rules, variants } from "../http/variants";
import { words } from "../strings";
import { asTable, type Listed } from "./summing";

const EVERY = "";
const FEW = 200;

/** What was found or done, document by document; failures of single documents stand beside. */
interface Outcome {
  trial: boolean;
  listed: Listed[];
  done: number;
  left: number;
  failures: string[];
}

/** Follows rules wherever they hold: first to look at, then for good. */
export function FollowRules({ project, rules }: { project: Project; rules: Rules }) {
  const [document, setDocument] = useState(EVERY);
  const [rule, setRule] = useState(EVERY);
  const [how, setHow] = useState<"annotate" | "replace">("annotate");
  const [at, setAt] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const documents = project.documents.filter(({ id }) => document === EVERY || id === document);
  const chosen = rule === EVERY ? rules.rules.map((_, number) => number) : [Number(rule)];
  const changing =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setOutcome(null);
    };
  async function follow(trial: boolean) {
    const next: Outcome = { trial, listed: [], done: 0, left: 0, failures: [] };
    for (const [number, { id, title }] of documents.entries()) {
      setAt(number + 1);
      try {
        const answer = await variants.follow(id, { version: rules.version, rules: chosen, replace: how === "replace", trial });
        next.listed.push({ document: id, title, revision: answer.revision, decided: answer.decided });
        next.done += trial ? answer.decided.length : answer.done;
        next.left += answer.left.length;
      } catch (problem) {
        next.failures.push(words.variants.failed(title, (problem as Error).message));
      }
    }
    setAt(null);
    setOutcome(next);
  }
  return (
    <section aria-labelledby="follow">
      <h2 id="follow">{words.variants.follow}</h2>
      <p>{words.variants.followWhat}</p>
      <Choice
        label={words.variants.where}
        value={document}
        onChange={changing(setDocument)}
        options={[[EVERY, words.variants.allDocuments(project.documents.length)], ...project.documents.map(({ id, title }) => [id, title] as const)]}
      />
      <Choice
        label={words.variants.which}
        value={rule}
        onChange={changing(setRule)}
        options={[
          [EVERY, words.variants.allRules],
          ...rules.rules.flatMap(({ from, form, words: only }, number) =>
            form === "" ? [] : [[String(number), `${from} → ${form}${only.length > 0 ? ` (${only.join("、")})` : ""}`] as const],
          ),
        ]}
      />
      <Choice<"annotate" | "replace">
        label={words.variants.how}
        value={how}
        onChange={changing<"annotate" | "replace">(setHow)}
        options={[
          ["annotate", words.variants.annotate],
          ["replace", words.variants.replace],
        ]}
      />
      <p>
        <Button isDisabled={at !== null} onPress={() => void follow(true)}>
          {words.variants.look}
        </Button>{" "}
        {outcome?.trial && outcome.done > 0 && (
          <Button isDisabled={at !== null} onPress={() => void follow(false)}>
            {words.variants.doIt(outcome.done)}
          </Button>
        )}
      </p>
      <p role="status">{at !== null ? words.variants.working(at, documents.length) : outcome && said(outcome)}</p>
      {outcome?.failures.map((why) => (
        <p key={why} role="alert" className="failure">
          {why}
        </p>
      ))}
      {outcome && outcome.done > 0 && <Decisions listed={outcome.listed} />}
    </section>
  );
}

function said({ trial, listed, done, left }: Outcome): string {
  if (done === 0) return words.variants.nothing;
  const whole = trial
    ? words.variants.wouldBe(done)
    : words.variants.done(done, listed.filter(({ revision }) => revision !== undefined).length);
  return left > 0 ? `${whole} ${words.variants.left(left)}` : whole;
}

/** Every decision, and the way to its place. */
function Decisions({ listed }: { listed: Listed[] }) {
  const all = listed.flatMap(({ document, title, decided }) => decided.map((one) => ({ document, title, ...one })));
  const save = () => {
    const link = window.document.createElement("a");
    link.href = URL.createObjectURL(new Blob([asTable(listed)], { type: "text/tab-separated-values" }));
    link.download = "decisions.tsv";
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <>
      <h3>{words.variants.decisions}</h3>
      <p>
        <Button onPress={save}>{words.variants.list}</Button>
      </p>
      <ul className="lines">
        {all.slice(0, FEW).map((one) => (
          <li key={`${one.document} ${one.start}`}>
            <Link to={to.place(one.document, { from: one.start, to: one.end })} className="line-title">
              <span lang="lzh">
                {one.before}
                <mark>{one.from}</mark>
                {one.after}
              </span>
            </Link>
            <span className="line-facts">
              <span lang="lzh">{one.form}</span> · {words.variants.types[one.type]} · {one.reason} · <span lang="lzh">{one.title}</span>
            </span>
          </li>
        ))}
      </ul>
      {all.length > FEW && <p>{words.variants.more(all.length - FEW)}</p>}
    </>
  );
}
