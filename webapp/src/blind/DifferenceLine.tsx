import { type FormEvent, memo, useState } from "react";
import { Button } from "react-aria-components";
import { detail, kindName, kindOf } from "../annotate/kinds";
import { Field } from "../app/Field";
import type { Difference, Reading, Round, Ruling } from "../http/blind";
import { words } from "../strings";
import { decided, takes, writes } from "./deciding";

/** What can be done with a difference. */
export interface LineActs {
  choose(one: Difference): void;
  write(one: Difference): void;
  rule(one: Difference, ruling: Ruling): void;
}

interface LineProps {
  round: Round;
  difference: Difference;
  chosen: boolean;
  writing: boolean;
  acts: LineActs;
}

/**
 * One difference: what each has there, side by side, and what was decided. The list takes the keys; a line is chosen by
 * them or by a click.
 */
export const DifferenceLine = memo(function DifferenceLine({ round, difference, chosen, writing, acts }: LineProps) {
  const rule = (wanted: Ruling) => acts.rule(difference, wanted);
  const ruling = decided(difference, round);
  const { before, after, readings, left } = difference;
  return (
    <li
      className={`difference${chosen ? " chosen" : ""}${ruling === undefined ? " open" : ""}`}
      tabIndex={chosen ? 0 : -1}
      aria-label={`${before}${difference.base}${after}`}
      onClick={(event) => event.target === event.currentTarget && acts.choose(difference)}
    >
      <div className="readings">
        {round.workers.map(({ account, name, colour }, worker) => (
          <Button
            key={account}
            className="reading"
            aria-pressed={takes(ruling, difference, round, worker)}
            isDisabled={!round.decides}
            excludeFromTabOrder={!chosen}
            onPress={() => rule({ choice: "reading", worker: account })}
          >
            <span className="reader">
              <span className="dot" style={{ background: colour }} />
              {name}
            </span>
            <span className="reading-text" lang="lzh">
              {before}
              <Read reading={readings[worker]} base={difference.base} start={difference.start} />
              {after}
            </span>
          </Button>
        ))}
      </div>
      <div className="decisions">
        <Button
          className="reading neither"
          aria-pressed={ruling?.choice === "neither"}
          isDisabled={!round.decides}
          excludeFromTabOrder={!chosen}
          onPress={() => rule({ choice: "neither" })}
        >
          {words.blind.neither}
        </Button>
        <Button
          className="reading own"
          aria-pressed={ruling?.choice === "own"}
          isDisabled={!round.decides}
          excludeFromTabOrder={!chosen}
          onPress={() => acts.write(difference)}
        >
          {ruling?.choice === "own" ? `${words.blind.own}: ${ruling.own === "" ? words.blind.empty : ruling.own}` : words.blind.own}
        </Button>
        {left !== undefined && <span className="failure">{left}</span>}
      </div>
      {writing && <Own round={round} initial={difference.base} rule={rule} />}
    </li>
  );
});

function Read({ reading, base, start }: { reading: Reading | undefined; base: string; start: number }) {
  if (reading === undefined) return null;
  if (reading.names.length === 0) {
    return reading.text === "" ? <ins className="read none">·</ins> : <ins className="read">{reading.text}</ins>;
  }
  return (
    <>
      <ins className="read">{base}</ins>
      <span className="named">
        {reading.names
          .map(({ start: from, end, body }) =>
            [base.slice(from - start, end - start), kindName(kindOf(body)), detail(body)].filter((part) => part !== "").join(" "),
          )
          .join("; ")}
      </span>
    </>
  );
}

function Own({ round, initial, rule }: { round: Round; initial: string; rule(ruling: Ruling): void }) {
  const kind = writes(round.task) === "kind";
  const [own, setOwn] = useState(kind ? "" : initial);
  function put(event: FormEvent) {
    event.preventDefault();
    rule({ choice: "own", own });
  }
  return (
    <form className="row" onSubmit={put}>
      <Field
        label={kind ? words.blind.ownKind : words.blind.ownText}
        value={own}
        onChange={setOwn}
        autoFocus
        lang="lzh"
        required={kind}
      />
      <Button type="submit">{words.blind.take}</Button>
    </form>
  );
}
