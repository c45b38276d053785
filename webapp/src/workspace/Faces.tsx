import type { Presence } from "../session/values";
import { words } from "../strings";
import { useView, useWorkspace } from "./useWorkspace";

const MOST = 6;

/** Who else is here: one face for each person, however many tabs they have; a press goes to their cursor. */
export function Faces() {
  const workspace = useWorkspace();
  const present = useView((view) => view.present);
  const people = [...new Map(present.map((presence) => [presence.account, presence])).values()];
  return (
    <ul className="faces" aria-label={words.top.people}>
      {people.slice(0, MOST).map((person) => (
        <li key={person.account}>
          <button
            type="button"
            className="face"
            aria-label={person.name}
            title={person.name}
            style={{ background: person.colour }}
            onClick={() => workspace.show(person.head)}
          >
            {initial(person)}
          </button>
        </li>
      ))}
      {people.length > MOST && <li className="aside">+{people.length - MOST}</li>}
    </ul>
  );
}

function initial({ name }: Presence): string {
  return [...name][0]?.toUpperCase() ?? "?";
}
