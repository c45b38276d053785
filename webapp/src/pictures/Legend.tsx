import { words } from "../strings";
import { TYPES, useColours } from "./colours";

/** Which colour stands for which type, of those that are in a picture. */
export function Legend({ types }: { types: readonly string[] }) {
  const colours = useColours();
  const there = TYPES.filter((type) => types.includes(type));
  return (
    <ul className="picture-legend" aria-label={words.pictures.legend}>
      {there.map((type) => (
        <li key={type}>
          <span className="picture-dot" aria-hidden="true" style={{ background: colours.type(type) }} />
          {words.pictures.types[type]}
        </li>
      ))}
    </ul>
  );
}
