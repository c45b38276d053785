import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button, Checkbox } from "react-aria-components";
import { Failure } from "../app/Failure";
import { useAction } from "../app/useAction";
import { blind, type Difference, type Round, type Ruling } from "../http/blind";
import { words } from "../strings";
import { DifferenceLine } from "./DifferenceLine";
import { asked, nextOpen, undecided } from "./deciding";

const PAGE = 100;

/** All differences, one chosen; decided with the keyboard or the mouse, each kept at once. */
export function Differences({ round, all, changed }: { round: Round; all: Difference[]; changed(): void }) {
  const [differences, setDifferences] = useState(all);
  const [agreed, setAgreed] = useState(false);
  const [chosen, setChosen] = useState(() => Math.max(0, nextOpen(all, -1)));
  const [writing, setWriting] = useState(false);
  const { failure, busy, run } = useAction();
  const [refused, setRefused] = useState<Error | null>(null);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => setDifferences(all), [all]);

  const shown = differences.flatMap((one, index) => (agreed || !one.agreed || one.left !== undefined ? [index] : []));
  const place = Math.max(0, shown.indexOf(chosen));
  const page = Math.floor(place / PAGE);
  const open = undecided(differences);

  function choose(index: number | undefined) {
    if (index === undefined || index < 0) return;
    setChosen(index);
    setWriting(false);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus());
  }

  function rule(index: number, ruling: Ruling) {
    const one = differences[index];
    if (one === undefined || !round.decides) return;
    const next = differences.map((other, at) => (at === index ? { ...other, ruling } : other));
    setDifferences(next);
    setRefused(null);
    blind.rule(round.document, round.id, one.id, ruling).catch((problem: Error) => {
      setRefused(problem);
      changed();
    });
    const following = nextOpen(next, index);
    choose(following < 0 ? index : following);
  }

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const wish = asked(event.key, round);
    if (wish === undefined) return;
    event.preventDefault();
    if ("move" in wish) choose(shown[place + wish.move]);
    else if ("own" in wish) setWriting(round.decides);
    else rule(chosen, wish.ruling);
  }

  const close = () =>
    run(async () => {
      await blind.close(round.document, round.id);
      changed();
    });
  const left = differences.filter(({ left: reason }) => reason !== undefined);
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">{words.blind.differences}</h2>
      <p>{words.blind.counted(differences.filter((one) => !one.agreed).length, differences.filter((one) => one.agreed).length)}</p>
      {round.state === "closed" && (
        <p>{round.merged === undefined ? words.blind.closedWithout : words.blind.closed(round.merged)}</p>
      )}
      {left.length > 0 && <p className="failure">{words.blind.left(left.length)}</p>}
      {round.decides && <p className="aside">{words.blind.keys}</p>}
      <Checkbox className="tick" isSelected={agreed} onChange={setAgreed}>
        <span className="tick-box" />
        {words.blind.showAgreed}
      </Checkbox>
      <ol className="differences" ref={list} onKeyDown={press}>
        {shown.slice(page * PAGE, (page + 1) * PAGE).map((index) => {
          const one = differences[index];
          if (one === undefined) return null;
          return (
            <DifferenceLine
              key={one.id}
              round={round}
              difference={one}
              index={index}
              chosen={index === chosen}
              writing={writing && index === chosen}
              choose={() => choose(index)}
              write={() => {
                setChosen(index);
                setWriting(true);
              }}
              rule={(ruling) => rule(index, ruling)}
            />
          );
        })}
      </ol>
      {shown.length > PAGE && (
        <div className="actions">
          <Button isDisabled={page === 0} onPress={() => choose(shown[(page - 1) * PAGE])}>
            {words.blind.fewer}
          </Button>
          <Button isDisabled={(page + 1) * PAGE >= shown.length} onPress={() => choose(shown[(page + 1) * PAGE])}>
            {words.blind.more}
          </Button>
        </div>
      )}
      <Failure of={refused} />
      {round.decides && (
        <div className="actions">
          <Button className="primary" isDisabled={busy || open > 0} onPress={close}>
            {words.blind.close}
          </Button>
          <span className="aside" role="status">
            {words.blind.open(open)}
          </span>
        </div>
      )}
      <Failure of={failure} />
    </section>
  );
}
