import type { ChangeLine, Entity } from "../http/authority";
import { words } from "../strings";
import { differences, headline } from "./telling";

/** What came and what went between two states of an entity. */
export function Differences({ was, becomes }: { was: Entity; becomes: Entity }) {
  return (
    <ul className="entity-differences">
      {differences(was, becomes).map(({ about, said, came }, at) => (
        <li key={at} className={came ? "came" : "went"}>
          <span className="unseen">{came ? words.authority.plus : words.authority.minus}: </span>
          {about}: {came ? <ins lang="lzh">{said}</ins> : <del lang="lzh">{said}</del>}
        </li>
      ))}
    </ul>
  );
}

/** What a step or a proposal does to one id. */
export function ChangeOf({ change }: { change: ChangeLine }) {
  const { label, what } = headline(change);
  const { was, becomes } = change;
  return (
    <>
      <p>
        <strong lang="lzh">{label}</strong> <code>{change.id}</code> {what}
      </p>
      {was?.entity !== undefined && becomes?.entity !== undefined && <Differences was={was.entity} becomes={becomes.entity} />}
    </>
  );
}
