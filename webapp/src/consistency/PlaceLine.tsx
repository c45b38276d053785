import type { ReactNode } from "react";
import { Link } from "../app/Link";
import { to } from "../app/route";
import type { Place } from "../http/consistency";

/** A place, the way to it, and what is said of it. */
export function PlaceLine({ place, title, children }: { place: Place; title: string; children?: ReactNode }) {
  return (
    <li>
      <Link to={to.place(place.document, { from: place.start, to: place.end })} className="line-title">
        <span lang="lzh">
          {place.before}
          <mark>{place.surface}</mark>
          {place.after}
        </span>
      </Link>
      <span className="line-facts">
        {children}
        {children !== undefined && " · "}
        <span lang="lzh">{title}</span>
      </span>
    </li>
  );
}
