import { useState } from "react";
import { Button } from "react-aria-components";
import { useAccount } from "../app/account";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { Tick } from "../app/Tick";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { authority, type ProposalLine } from "../http/authority";
import { moment, words } from "../strings";
import type { File } from "./AuthorityPage";
import { ChangeOf } from "./Differences";

/** What waits for somebody to decide, or what was decided. */
export function Proposals({ file }: { file: File }) {
  const [decided, setDecided] = useState(false);
  const list = useLoaded(() => authority(file.project).proposals(decided), file.project, decided);
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals">{words.authority.proposals}</h2>
      <Tick on={decided} set={setDecided}>
        {words.authority.decided}
      </Tick>
      <Failure of={list.failure} />
      {list.value?.length === 0 && <p role="status">{words.authority.noProposals}</p>}
      <ul className="entity-steps">
        {list.value?.map((proposal) => (
          <li key={proposal.id}>
            <Proposal file={file} proposal={proposal} changed={list.reload} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Proposal({ file, proposal, changed }: { file: File; proposal: ProposalLine; changed(): void }) {
  const { name, deed, at, reason, changes, outcome, decidedBy, answer } = proposal;
  return (
    <article aria-label={words.authority.would(name, words.authority.wouldDeeds[deed])}>
      <p className="entity-step">
        {words.authority.would(name, words.authority.wouldDeeds[deed])} · {moment(at)}
      </p>
      {reason !== "" && <blockquote>{reason}</blockquote>}
      {changes.map((change) => (
        <ChangeOf key={change.id} change={change} />
      ))}
      {outcome === undefined ? (
        <Decide file={file} proposal={proposal} changed={changed} />
      ) : (
        <p>
          {words.authority.outcome(words.authority.outcomes[outcome], decidedBy ?? "")}
          {answer && `: ${answer}`}
        </p>
      )}
    </article>
  );
}

function Decide({ file, proposal, changed }: { file: File; proposal: ProposalLine; changed(): void }) {
  const own = proposal.account === useAccount().id;
  const [answer, setAnswer] = useState("");
  const { failure, busy, run } = useAction();
  const door = authority(file.project);
  const end = (work: () => Promise<unknown>) =>
    void run(async () => {
      await work();
      changed();
    });
  return (
    <>
      {own && <p className="aside">{words.authority.ownProposal}</p>}
      {file.decides && !own && <Field label={words.authority.answer} value={answer} onChange={setAnswer} />}
      <Failure of={failure} />
      <div className="actions">
        {file.decides && !own && (
          <>
            <Button className="primary" isDisabled={busy} onPress={() => end(() => door.decide(proposal.id, "accepted", answer))}>
              {words.authority.accept}
            </Button>
            <Button isDisabled={busy} onPress={() => end(() => door.decide(proposal.id, "rejected", answer))}>
              {words.authority.reject}
            </Button>
          </>
        )}
        {own && (
          <Button isDisabled={busy} onPress={() => end(() => door.withdraw(proposal.id))}>
            {words.authority.withdraw}
          </Button>
        )}
      </div>
    </>
  );
}
