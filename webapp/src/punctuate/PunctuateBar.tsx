import type { KeyboardEvent } from "react";
import { Button, type PressEvent, Toolbar } from "react-aria-components";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { type Mark, MARKS } from "./gaps";
import { Depths } from "./Depths";
import { SureFrom } from "./SureFrom";

/** The keys for marks, to be seen and to be touched; what is suggested at the cursor; how to take what is sure. */
export function PunctuateBar() {
  const on = useView((view) => view.punctuating);
  return on ? <Bar /> : null;
}

function Bar() {
  const workspace = useWorkspace();
  const { bench } = workspace;
  const suggestion = useView((view) => view.gap.suggestion);
  const shares = new Map(suggestion?.candidates.map(({ action, confidence }) => [action.is === "replace" ? action.text : "", confidence]));
  /** With the mouse or a finger one goes on in the text. */
  const then = (act: () => void) => (event: PressEvent) => {
    act();
    if (event.pointerType !== "keyboard") workspace.focusText();
  };
  function back(event: KeyboardEvent) {
    if (event.key === "Escape") workspace.focusText();
  }
  const { punctuate } = words;
  return (
    <section className="punctuate-bar" aria-label={punctuate.bar} onKeyDown={back}>
      <Toolbar className="mark-keys" aria-label={punctuate.keys}>
        {MARKS.map((mark, index) => (
          <MarkKey key={index} mark={mark} digit={String(index + 1)} share={shares.get(signs(mark)[0]!)} onPress={then(() => bench.put(mark))} />
        ))}
        <Act keys={punctuate.space} shortcut="Space" name={punctuate.accept} onPress={then(() => bench.accept())} />
        <Act keys="⌫" shortcut="Backspace" name={punctuate.reject} onPress={then(() => bench.remove("before"))} />
        <Act keys="n" shortcut="n" name={punctuate.seek} onPress={then(() => bench.seek(1))} />
        <Act keys="k" shortcut="k" name={punctuate.leap[0]} onPress={then(() => bench.leap(-1))} />
        <Act keys="j" shortcut="j" name={punctuate.leap[1]} onPress={then(() => bench.leap(1))} />
        <Act keys="u" shortcut="u" name={punctuate.undo} onPress={then(() => void bench.undo())} />
        <Act keys="Esc" shortcut="Escape" name={punctuate.leave} onPress={() => workspace.punctuate(false)} />
      </Toolbar>
      <Here />
      <SureFrom />
      <Depths />
    </section>
  );
}

const signs = (mark: Mark) => ("pause" in mark ? [mark.pause] : [mark.open, mark.close]);

function MarkKey(props: { mark: Mark; digit: string; share: number | undefined; onPress(event: PressEvent): void }) {
  const { mark, digit, share, onPress } = props;
  return (
    <Button className={share === undefined ? "mark-key" : "mark-key offered"} aria-keyshortcuts={digit} onPress={onPress}>
      <kbd>{digit}</kbd> <span lang="lzh">{signs(mark).join("")}</span>
      {share !== undefined && <span className="percent"> {words.punctuate.percent(share)}</span>}
    </Button>
  );
}

function Act(props: { keys: string; shortcut: string; name: string; onPress(event: PressEvent): void }) {
  return (
    <Button className="mark-act" aria-keyshortcuts={props.shortcut} onPress={props.onPress}>
      <kbd>{props.keys}</kbd>
      <span className="act-name">{props.name}</span>
    </Button>
  );
}

/** Where the cursor is and what is suggested there, also for who hears it; and what the last key did. */
function Here() {
  const gap = useView((view) => view.gap);
  const said = useView((view) => view.said);
  const suggesting = useView((view) => view.suggesting);
  // The panel of the review says it, too; once is enough to hear.
  const inReview = useView((view) => view.panelOpen && view.panel === "review");
  const { punctuate } = words;
  const offered = gap.suggestion?.candidates.map(
    ({ action, confidence }) => [(action.is === "replace" && action.text) || punctuate.takenOut, confidence] as const,
  );
  return (
    <p className="gap-told">
      <span role="status" lang={offered ? undefined : "lzh"}>
        <span lang="lzh">{gap.told}</span>
        {offered && ` · ${punctuate.suggested(offered)}`}
      </span>
      {gap.suggestion?.explanation && <span className="aside explanation">{gap.suggestion.explanation}</span>}
      <span className="aside gap-said" role={inReview ? undefined : "status"}>
        {suggesting && `${punctuate.proposes} `}
        {said}
      </span>
    </p>
  );
}
