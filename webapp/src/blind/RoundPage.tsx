import { useState } from "react";
import { Button } from "react-aria-components";
import { useDeclaredKinds, useKindsOfPlugins } from "../annotate/declared";
import { Confirm } from "../app/Confirm";
import { Failure } from "../app/Failure";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { blind, type Round } from "../http/blind";
import { marks } from "../http/marks";
import { PluginAgreement } from "../markings/PluginAgreement";
import { Shell } from "../pages/Shell";
import { words } from "../strings";
import { AgreementTable } from "./AgreementTable";
import { Differences } from "./Differences";
import { HandOver } from "./HandOver";

/** One round: a worker finds their copy here, everybody else what came of all of them. */
export function RoundPage({ document, id }: { document: string; id: string }) {
  useKindsOfPlugins(0);
  useDeclaredKinds();
  const loaded = useLoaded(() => blind.round(document, id), document, id);
  const { value } = loaded;
  if (value === undefined) {
    return (
      <Shell title={words.blind.title}>
        <Failure of={loaded.failure} />
      </Shell>
    );
  }
  const { round, judges, agreement, differences } = value;
  return (
    <Shell title={`${words.blind.tasks[round.task]}: ${round.title}`}>
      <p className="aside">
        {words.blind.title} · {words.blind.states[round.state]}
        {round.adjudicator !== undefined && ` · ${words.blind.decidedBy(round.adjudicator, round.state === "closed")}`}
      </p>
      {round.mine !== undefined && round.state === "working" && <Mine round={round} changed={loaded.reload} />}
      {round.workers.length > 0 && <Workers round={round} changed={loaded.reload} />}
      {judges.length > 0 && <HandOver round={round} judges={judges} changed={loaded.reload} />}
      {round.workers.length === 0 && round.state === "merging" && <p>{words.blind.isDone}</p>}
      {agreement !== undefined && <AgreementTable round={round} agreement={agreement} />}
      {agreement !== undefined && round.task === "punctuate" && (
        <PluginAgreement
          asks={[{ label: words.marks.document, ask: (plugin) => marks.agreementOfRound(document, id, plugin) }]}
        />
      )}
      {agreement !== undefined && <Differences round={round} all={differences} changed={loaded.reload} />}
    </Shell>
  );
}

function Mine({ round, changed }: { round: Round; changed(): void }) {
  const { failure, busy, run } = useAction();
  const done = round.mine?.done ?? false;
  const set = () =>
    run(async () => {
      await blind.setDone(round.document, round.id, !done);
      changed();
    });
  return (
    <>
      <p>{done ? words.blind.isDone : words.blind.lead}</p>
      <div className="actions">
        <Link to={to.document(round.mine?.document ?? "")} className="button">
          {words.blind.mine}
        </Link>
        <Button className={done ? "" : "primary"} isDisabled={busy} onPress={set}>
          {done ? words.blind.undone : words.blind.done}
        </Button>
      </div>
      <Failure of={failure} />
    </>
  );
}

function Workers({ round, changed }: { round: Round; changed(): void }) {
  const { failure, busy, run } = useAction();
  const [asking, setAsking] = useState(false);
  const abandon = () =>
    run(async () => {
      await blind.abandon(round.document, round.id);
      changed();
    });
  return (
    <section aria-labelledby="workers">
      <h2 id="workers">{words.blind.workers}</h2>
      <ul className="people">
        {round.workers.map(({ account, name, colour, document, done }) => (
          <li key={account}>
            <span className="dot" style={{ background: colour }} />
            <span className="person-name">{name}</span>
            {document === undefined ? (
              <span className="aside">{done ? words.blind.finished : words.blind.works}</span>
            ) : (
              <Link to={to.document(document)}>{words.blind.copy(name)}</Link>
            )}
          </li>
        ))}
      </ul>
      <div className="actions">
        <Link to={to.document(round.document)} className="button">
          {words.blind.source}
        </Link>
        {round.abandons && (
          <Button isDisabled={busy} onPress={() => setAsking(true)}>
            {words.blind.abandon}
          </Button>
        )}
      </div>
      {asking && (
        <Confirm
          title={words.blind.abandonTitle}
          action={words.blind.abandon}
          onConfirm={abandon}
          onClose={() => setAsking(false)}
        >
          <p>{words.blind.abandonText}</p>
        </Confirm>
      )}
      <Failure of={failure} />
    </section>
  );
}
