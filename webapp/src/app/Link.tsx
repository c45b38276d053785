import type { MouseEvent, ReactNode } from "react";
import { navigate } from "./route";

/** A link inside the application: no page load, but everything else that links do. */
export function Link(props: { to: string; className?: string; current?: boolean; children: ReactNode }) {
  function follow(event: MouseEvent) {
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!plain) return;
    event.preventDefault();
    navigate(props.to);
  }
  return (
    <a href={props.to} className={props.className} aria-current={props.current === true ? "page" : undefined} onClick={follow}>
      {props.children}
    </a>
  );
}
