import { useState } from "react";
import { Button } from "react-aria-components";
import { detail, kindClass, kindName, kindOf } from "../annotate/kinds";
import { Confirm } from "../app/Confirm";
import type { Draft, Piece } from "../session/kept";
import { placeOf } from "../session/pieces";
import { mayWrite } from "../session/snapshot";
import { moment, sentence, words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { type Applied, apply, toCopy } from "./applying";

/** Units of context that are shown on each side, within the line. */
const AROUND = 14;

/** Edits that did not get into the text, to be compared, applied piece by piece, copied or discarded. */
export function DraftList() {
  const drafts = useView(({ session }) => session.drafts);
  if (drafts.length === 0) return null;
  return (
    <div className="drafts">
      <p className="aside">{words.drafts.intro}</p>
      {drafts.map((draft) => (
        <One key={draft.id} draft={draft} />
      ))}
    </div>
  );
}

function One({ draft }: { draft: Draft }) {
  const workspace = useWorkspace();
  const [asking, ask] = useState(false);
  const { id, reason, message, at, pieces } = draft;
  const left = pieces.filter(({ applied }) => !applied).length;
  return (
    <article className="draft" aria-label={words.drafts.one}>
      <p>
        {words.drafts.reason[reason]} {sentence(message)}
      </p>
      <p className="aside">{words.drafts.kept(moment(new Date(at).toISOString()))}</p>
      <ol>
        {pieces.map((piece, index) => (
          <PieceLine key={index} draft={id} index={index} piece={piece} />
        ))}
      </ol>
      <Button onPress={() => ask(true)}>{words.drafts.discard}</Button>
      {asking && (
        <Confirm
          title={words.drafts.discardTitle}
          action={words.drafts.discard}
          onConfirm={() => workspace.session.keeping.discard(id)}
          onClose={() => ask(false)}
        >
          <p>{words.drafts.discardText(left)}</p>
        </Confirm>
      )}
    </article>
  );
}

function PieceLine({ draft, index, piece }: { draft: string; index: number; piece: Piece }) {
  const workspace = useWorkspace();
  const session = useView((view) => view.session);
  const [outcome, set] = useState<Exclude<Applied, "done"> | null>(null);
  function use() {
    const came = apply(workspace, piece);
    set(came === "done" ? null : came);
    if (came === "done") workspace.session.keeping.applied(draft, index);
  }
  function show() {
    const place = placeOf(piece, workspace.state.doc.toString());
    if (place === null) set("place-lost");
    else workspace.show(place.from, place.to, "range");
  }
  async function copy() {
    await navigator.clipboard?.writeText(toCopy(piece));
    workspace.say(words.drafts.copied);
  }
  const shown = workspace.view !== null;
  return (
    <li className={piece.applied ? "piece applied" : "piece"}>
      <Comparison piece={piece} />
      {outcome !== null && (
        <p role="alert" className="failure">
          {outcome === "place-lost" ? words.drafts.lost : words.drafts.gone}
        </p>
      )}
      {piece.applied ? (
        <p className="aside">{words.drafts.applied}</p>
      ) : (
        <div className="actions">
          {shown && (
            <Button className="primary" isDisabled={!mayWrite(session)} onPress={use}>
              {words.drafts.apply}
            </Button>
          )}
          {shown && <Button onPress={show}>{words.drafts.show}</Button>}
          {toCopy(piece) !== "" && <Button onPress={() => void copy()}>{words.drafts.copy}</Button>}
        </div>
      )}
    </li>
  );
}

/** What stood there and what was made of it, each in its surroundings. */
function Comparison({ piece }: { piece: Piece }) {
  const before = piece.before.slice(-AROUND).split("\n").at(-1);
  const after = piece.after.slice(0, AROUND).split("\n")[0];
  if (piece.is === "mark") {
    const { effect, surface } = piece;
    return (
      <div className="comparison">
        <p>
          {words.drafts.mark[effect.is]}{" "}
          {"body" in effect && (
            <>
              <span className={`kind-name ${kindClass(kindOf(effect.body))}`}>{kindName(kindOf(effect.body))}</span>{" "}
              <span lang="lzh">{detail(effect.body)}</span>
            </>
          )}
        </p>
        {"start" in effect && (
          <p className="passage" lang="lzh">
            {before}
            <mark>{surface}</mark>
            {after}
          </p>
        )}
      </div>
    );
  }
  return (
    <dl className="comparison">
      {piece.deleted !== "" && (
        <>
          <dt>{words.drafts.was}</dt>
          <dd className="passage" lang="lzh">
            {before}
            <del>{piece.deleted}</del>
            {after}
          </dd>
        </>
      )}
      <dt>{words.drafts.now}</dt>
      <dd className="passage" lang="lzh">
        {before}
        <ins>{piece.inserted}</ins>
        {after}
      </dd>
    </dl>
  );
}
