import type { ReactNode } from "react";
import type { Some } from "../http/consistency";
import { words } from "../strings";

/** All findings of a sort; nothing when there are none. */
export function Sort<T>({ title, some, line }: { title: (n: number) => string; some: Some<T>; line(one: T): ReactNode }) {
  if (some.total === 0) return null;
  const more = some.total - some.first.length;
  return (
    <section aria-label={title(some.total)}>
      <h2>{title(some.total)}</h2>
      <ul className="lines occurrences">{some.first.map(line)}</ul>
      {more > 0 && <p>{words.consistency.more(more)}</p>}
    </section>
  );
}
