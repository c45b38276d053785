import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { propose, annotate } from "../annotate/edits";
import { Tick } from "../app/Tick";
import type { OtherText } from "../http/collation";
import { mayWrite } from "../session/snapshot";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { type Decision, decisionsFor, deed, placeNow } from "./deciding";
import { type Row, rowsOf, step } from "./rows";

interface Props {
  text: string;
  other: OtherText;
  /** Called when somebody wants to see a place in the editor. */
  onShow(): void;
}

/** Both texts in rows that scroll together, the differences one after another, and what to make of each. */
export function SideBySide({ text, other, onShow }: Props) {
  const workspace = useWorkspace();
  const may = useView(({ session }) => mayWrite(session));
  const { differences } = other;
  const [marks, setMarks] = useState(false);
  const [at, setAt] = useState(() => step(differences, -1, 1, false));
  const [decided, setDecided] = useState<ReadonlySet<number>>(new Set());
  const [said, setSaid] = useState("");
  const rows = useMemo(() => rowsOf(text, other), [text, other]);
  const characters = differences.filter(({ kind }) => kind !== "mark").length;
  const difference = differences[at];

  function go(way: 1 | -1) {
    setAt((from) => step(differences, from, way, marks));
    setSaid("");
  }

  function decide(decision: Decision) {
    if (difference === undefined) return;
    const { state } = workspace;
    const now = placeNow(text, (from, to) => state.sliceDoc(from, to), state.doc.length, difference);
    if (now === null) return setSaid(words.collation.moved);
    const reads = other.text.slice(difference.otherStart, difference.otherEnd);
    const done = deed(decision, difference, other.title, reads, words.collation.nothing);
    const end = now + done.end - done.start;
    if (done.is === "annotate") annotate(workspace, now, end, done.body);
    else propose(workspace, now, end, done.text, words.collation.reason(other.title));
    setDecided((before) => new Set(before).add(at));
    setSaid(words.collation.decided[decision]!);
  }

  function show() {
    onShow();
    workspace.show(difference!.start);
  }

  return (
    <>
      <p>{differences.length === 0 ? words.collation.same : words.collation.found(characters, differences.length - characters)}</p>
      <div className="collation-texts" role="region" aria-label={words.collation.texts} tabIndex={0}>
        <div className="collation-row collation-heads">
          <div>{words.collation.own}</div>
          <div lang="lzh">{other.title}</div>
        </div>
        {rows.map((row, index) => (
          <RowOfBoth key={index} row={row} other={other} chosen={at} decided={decided} marks={marks} onChoose={setAt} />
        ))}
      </div>
      <div className="collation-bar">
        <Button aria-label={words.collation.earlier} onPress={() => go(-1)}>
          ←
        </Button>
        <Button aria-label={words.collation.later} onPress={() => go(1)}>
          →
        </Button>
        <Tick on={marks} set={setMarks}>
          {words.collation.marks}
        </Tick>
        {difference !== undefined && (
          <>
            <span className="collation-what">
              <strong>{words.collation.kinds[difference.kind]}</strong> <span lang="lzh">{quoted(text.slice(difference.start, difference.end))}</span>
              {" | "}
              <span lang="lzh">{quoted(other.text.slice(difference.otherStart, difference.otherEnd))}</span>
              {difference.lost && ` ${words.collation.lost}`}
              {decided.has(at) && ` (${words.collation.done})`}
            </span>
            {may &&
              decisionsFor(difference).map((decision) => (
                <Button key={decision} onPress={() => decide(decision)}>
                  {words.collation.decisions[decision]}
                </Button>
              ))}
            <Button className="quiet" onPress={show}>
              {words.collation.show}
            </Button>
          </>
        )}
        <span role="status">{said}</span>
      </div>
    </>
  );
}

const LONGEST = 60;

function quoted(text: string): string {
  const line = text.replaceAll("\n", "¶");
  const signs = [...line];
  if (signs.length === 0) return words.collation.nothing;
  return signs.length <= LONGEST ? line : `${signs.slice(0, LONGEST).join("")}…`;
}

interface RowProps {
  row: Row;
  other: OtherText;
  chosen: number;
  decided: ReadonlySet<number>;
  marks: boolean;
  onChoose(difference: number): void;
}

function RowOfBoth({ row, other, chosen, decided, marks, onChoose }: RowProps) {
  return (
    <div className="collation-row" lang="lzh">
      {(["own", "other"] as const).map((side) => (
        <div key={side}>
          {row.map((piece, index) => {
            const difference = piece.difference === null ? undefined : other.differences[piece.difference];
            if (difference === undefined || (difference.kind === "mark" && !marks)) return piece[side];
            return (
              <Different
                key={index}
                text={piece[side]}
                kind={difference.kind}
                chosen={piece.difference === chosen}
                scrolls={side === "own"}
                decided={decided.has(piece.difference!)}
                onChoose={() => onChoose(piece.difference!)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface DifferentProps {
  text: string;
  kind: string;
  chosen: boolean;
  /** Whether it comes into sight when it is chosen. */
  scrolls: boolean;
  decided: boolean;
  onChoose(): void;
}

function Different({ text, kind, chosen, scrolls, decided, onChoose }: DifferentProps) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen && scrolls) element.current?.scrollIntoView({ block: "nearest" });
  }, [chosen, scrolls]);
  const classes = ["unlike", `is-${kind}`, chosen && "chosen", decided && "decided", text === "" && "absent"];
  return (
    <mark
      ref={element}
      className={classes.filter(Boolean).join(" ")}
      title={words.collation.kinds[kind]}
      aria-current={chosen}
      onClick={onChoose}
    >
      {text}
    </mark>
  );
}
