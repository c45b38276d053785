import { useState } from "react";
import { Button } from "react-aria-components";
import { Choice } from "../app/Field";
import { Failure } from "../app/Failure";
import { useAction } from "../app/useAction";
import type { Project } from "../http/api";
import { type Rules, variants } from "../http/variants";
import { words } from "../strings";
import { DecisionList, type Listed } from "../sweeps/DecisionList";
import { SweepHere } from "../sweeps/SweepHere";

const EVERY = "";

/** What would be done; failures of single documents stand beside. */
interface Seen {
  listed: Listed[];
  failures: string[];
}

/** Follows rules wherever they hold: first to look at, then for good. */
export function FollowRules({ project, rules }: { project: Project; rules: Rules }) {
  const [document, setDocument] = useState(EVERY);
  const [rule, setRule] = useState(EVERY);
  const [how, setHow] = useState<"annotate" | "replace">("annotate");
  const [at, setAt] = useState<number | null>(null);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [begun, setBegun] = useState<string | null>(null);
  const { failure, busy, run } = useAction();
  const documents = project.documents.filter(({ id }) => document === EVERY || id === document);
  const chosen = rule === EVERY ? rules.rules.map((_, number) => number) : [Number(rule)];
  const changing =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setSeen(null);
    };
  const wish = { version: rules.version, rules: chosen, replace: how === "replace" };
  async function look() {
    const next: Seen = { listed: [], failures: [] };
    setBegun(null);
    for (const [number, { id, title }] of documents.entries()) {
      setAt(number + 1);
      try {
        const { decided } = await variants.look(id, wish);
        next.listed.push(...decided.map((one) => ({ document: id, title, decided: one })));
      } catch (problem) {
        next.failures.push(words.variants.failed(title, (problem as Error).message));
      }
    }
    setAt(null);
    setSeen(next);
  }
  const follow = () =>
    void run(async () => {
      const sweep = await variants.follow(project.id, { ...wish, documents: documents.map(({ id }) => id) });
      setSeen(null);
      setBegun(sweep.id);
    });
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
        <Button isDisabled={at !== null || busy} onPress={() => void look()}>
          {words.variants.look}
        </Button>{" "}
        {seen !== null && seen.listed.length > 0 && (
          <Button isDisabled={at !== null || busy} onPress={follow}>
            {words.variants.doIt(seen.listed.length)}
          </Button>
        )}
      </p>
      <p role="status">{at !== null ? words.variants.working(at, documents.length) : seen && said(seen)}</p>
      <Failure of={failure} />
      {seen?.failures.map((why) => (
        <p key={why} role="alert" className="failure">
          {why}
        </p>
      ))}
      {seen !== null && seen.listed.length > 0 && <DecisionList listed={seen.listed} />}
      {begun !== null && <SweepHere key={begun} project={project} id={begun} />}
    </section>
  );
}

function said({ listed }: Seen): string {
  return listed.length === 0 ? words.variants.nothing : words.variants.wouldBe(listed.length);
}
