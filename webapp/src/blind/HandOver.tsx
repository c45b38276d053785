import { useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice } from "../app/Field";
import { useAction } from "../app/useAction";
import { blind, type Round, type WholeRound } from "../http/blind";
import { words } from "../strings";

/** A manager says who decides. */
export function HandOver({ round, judges, changed }: { round: Round; judges: WholeRound["judges"]; changed(): void }) {
  const [wanted, setWanted] = useState("");
  const { failure, busy, run } = useAction();
  const judge = judges.find(({ account }) => account === wanted) ?? judges[0];
  const handOver = () =>
    run(async () => {
      if (judge === undefined) return;
      await blind.handOver(round.document, round.id, judge.account);
      changed();
    });
  return (
    <>
      <div className="row hand-over">
        <Choice
          label={words.blind.judge}
          value={judge?.account ?? ""}
          onChange={setWanted}
          options={judges.map(({ account, name }) => [account, name] as const)}
        />
        <Button isDisabled={busy} onPress={() => void handOver()}>
          {words.blind.handOver}
        </Button>
      </div>
      <p className="aside">{words.blind.handOverText}</p>
      <Failure of={failure} />
    </>
  );
}
