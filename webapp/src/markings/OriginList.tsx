import { useState } from "react";
import { ToggleButton } from "react-aria-components";
import { Failure } from "../app/Failure";
import { words } from "../strings";
import type { Origin } from "./origins";
import { useColours } from "./useColours";

/** Whose marks stand in the text, how many of each, and how many are approved; each can be coloured in the text. */
export function OriginList({ origins }: { origins: readonly Origin[] }) {
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const failure = useColours(origins, shown);
  const total = origins.reduce((n, { standing }) => n + standing, 0);
  function show(key: string, on: boolean) {
    const now = new Set(shown);
    if (on) now.add(key);
    else now.delete(key);
    setShown(now);
  }
  return (
    <section aria-label={words.marks.origins}>
      <h3>{words.marks.standing(total)}</h3>
      <Failure of={failure} />
      <ul className="mark-origins">
        {origins.map((origin) => (
          <li key={origin.key} style={origin.colour === null ? {} : { [`--tint-${origin.tint}`]: origin.colour }}>
            <p className="mark-origin">
              <ToggleButton
                className="quiet"
                aria-label={words.marks.colour(origin.name)}
                isSelected={shown.has(origin.key)}
                onChange={(on) => show(origin.key, on)}
              >
                <span className={`tint tint-${origin.tint}`} aria-hidden="true">
                  ，。
                </span>
              </ToggleButton>
              <strong>{origin.name}</strong>
              <span className="mark-total">{words.marks.total(origin.standing, origin.approved)}</span>
            </p>
            <MarkNumbers marks={origin.marks} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many of each mark. */
export function MarkNumbers({ marks }: { marks: readonly (readonly [string, number])[] }) {
  return (
    <p className="mark-numbers">
      {marks.map(([mark, times]) => (
        <span key={mark}>
          <b lang="lzh">{mark}</b> {words.marks.times(times)}
        </span>
      ))}
    </p>
  );
}
