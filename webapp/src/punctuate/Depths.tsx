import { words } from "../strings";

/** What the depths of colour behind a suggested mark say. */
export function Depths() {
  const { depths, depth } = words.punctuate;
  return (
    <ul className="depths" aria-label={depths}>
      {depth.map((said, index) => (
        <li key={said}>
          <span className={`ghost suggestion by-punctuation depth-${index}`} lang="lzh">
            ，
          </span>
          {said}
        </li>
      ))}
    </ul>
  );
}
