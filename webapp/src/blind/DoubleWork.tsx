import { Link } from "../app/Link";
import { to } from "../app/route";
import { useLoaded } from "../app/useLoaded";
import type { Project } from "../http/api";
import { blind, type Round } from "../http/blind";
import { moment, words } from "../strings";
import { StartRound } from "./StartRound";

/** The rounds of a project that one may know of, and how a manager starts one. */
export function DoubleWork({ project }: { project: Project }) {
  const rounds = useLoaded(() => blind.rounds(project.id), project.id);
  const manages = project.role === "manager";
  const found = rounds.value ?? [];
  if (found.length === 0 && !manages) return null;
  return (
    <section aria-labelledby="double-work">
      <h2 id="double-work">{words.blind.title}</h2>
      {found.length === 0 && <p>{words.blind.none}</p>}
      <ul className="lines">
        {found.map((round) => (
          <RoundLine key={round.id} round={round} />
        ))}
      </ul>
      {manages && <StartRound project={project} started={rounds.reload} />}
    </section>
  );
}

function RoundLine({ round }: { round: Round }) {
  const people = round.workers.map(({ name, done }) => (round.state === "working" && done ? `${name} ✓` : name)).join(", ");
  return (
    <li>
      <Link to={to.round(round.document, round.id)} className="line-title">
        {words.blind.tasks[round.task]}: <span lang="lzh">{round.title}</span>
      </Link>
      <span className="line-facts">
        {words.blind.states[round.state]}
        {people !== "" && ` · ${people}`} · {moment(round.createdAt)}
      </span>
    </li>
  );
}
