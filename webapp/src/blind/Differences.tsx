import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { useAction } from "../app/useAction";
import { blind, type Difference, type Round, type Ruling } from "../http/blind";
import { words } from "../strings";
import { DifferenceLine, type LineActs } from "./DifferenceLine";
import { all as allOf, asked, nextOpen, undecided } from "./deciding";
import { FilterDifferences } from "./FilterDifferences";
import { EVERYTHING, shown as leftBy } from "./filtering";
import { useRulings } from "./useRulings";

const PAGE = 100;

/** All differences, one chosen; decided with the keyboard or the mouse, one or many at once, each kept at once. */
export function Differences({ round, all, changed }: { round: Round; all: Difference[]; changed(): void }) {
  const { differences, decide, undo, undoable, refused, settled } = useRulings(round, all, changed);
  const [filter, setFilter] = useState(EVERYTHING);
  const [wanted, setWanted] = useState(() => nextOpen(all, -1)?.id);
  const [writing, setWriting] = useState(false);
  const { failure, busy, run } = useAction();
  const list = useRef<HTMLOListElement>(null);
  const hadFocus = useRef(false);

  const shown = leftBy(differences, filter);
  const place = Math.max(
    0,
    shown.findIndex(({ id }) => id === wanted),
  );
  const chosen = shown[place];
  const page = Math.floor(place / PAGE);
  const open = undecided(differences);

  // The chosen line takes the focus once it is there, when the keyboard or a click asked for it.
  useEffect(() => {
    if (!hadFocus.current || writing) return;
    hadFocus.current = false;
    list.current?.querySelector<HTMLElement>(".chosen")?.focus();
  });

  function choose(one: Difference | undefined) {
    if (one === undefined) return;
    hadFocus.current = true;
    setWanted(one.id);
    setWriting(false);
  }

  function rule(one: Difference, ruling: Ruling) {
    if (!round.decides) return;
    const next = leftBy(decide(allOf([one], ruling)), filter);
    const at = next.findIndex(({ id }) => id === one.id);
    choose(nextOpen(next, at < 0 ? shown.indexOf(one) - 1 : at) ?? (at < 0 ? next[0] : one));
  }

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const wish = asked(event.key, round);
    if (wish === undefined || chosen === undefined) return;
    event.preventDefault();
    if ("move" in wish) choose(shown[place + wish.move]);
    else if ("own" in wish) setWriting(round.decides);
    else if ("undo" in wish) undo();
    else rule(chosen, wish.ruling);
  }

  // Lines that stay as they are need not be drawn again: what they call is one and the same.
  const now: LineActs = {
    choose,
    rule,
    write(one) {
      setWanted(one.id);
      setWriting(true);
    },
  };
  const latest = useRef(now);
  latest.current = now;
  const [acts] = useState<LineActs>(() => ({
    choose: (one) => latest.current.choose(one),
    rule: (one, ruling) => latest.current.rule(one, ruling),
    write: (one) => latest.current.write(one),
  }));

  const close = () =>
    run(async () => {
      await settled();
      await blind.close(round.document, round.id);
      changed();
    });
  const left = differences.filter(({ left: reason }) => reason !== undefined);
  const agreed = differences.filter((one) => one.agreed).length;
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">{words.blind.differences}</h2>
      <p>{words.blind.counted(differences.length - agreed, agreed)}</p>
      {round.state === "closed" && (
        <p>{round.merged === undefined ? words.blind.closedWithout : words.blind.closed(round.merged)}</p>
      )}
      {left.length > 0 && <p className="failure">{words.blind.left(left.length)}</p>}
      {round.decides && <p className="aside">{words.blind.keys}</p>}
      <FilterDifferences
        round={round}
        differences={differences}
        filter={filter}
        onFilter={setFilter}
        count={shown.length}
        ruleAll={(ruling) => decide(allOf(shown, ruling))}
        undo={undo}
        undoable={undoable}
      />
      {shown.length === 0 && differences.length > 0 && <p className="empty">{words.blind.nothingShown}</p>}
      <ol className="differences" ref={list} onKeyDown={press}>
        {shown.slice(page * PAGE, (page + 1) * PAGE).map((one) => (
          <DifferenceLine
            key={one.id}
            round={round}
            difference={one}
            chosen={one === chosen}
            writing={writing && one === chosen}
            acts={acts}
          />
        ))}
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
