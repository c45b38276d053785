import { createContext, use, useEffect, useState, useSyncExternalStore } from "react";
import type { View } from "./view";
import type { Workspace } from "./workspace";

export const WorkspaceContext = createContext<Workspace | null>(null);

/** When nothing has changed for so long, what is too much to be gone through at each keystroke is looked at. */
const PAUSE = 250;
/** While changes go on, it is looked at that often, in milliseconds. */
const LONGEST = 2_000;

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (workspace === null) throw new Error("outside of a workspace");
  return workspace;
}

/**
 * A part of what is to be drawn now. A component draws itself again only when its part is another one, so
 * `select` has to give a plain value or an object that is the same as long as nothing about it changed.
 */
export function useView<T>(select: (view: View) => T): T {
  const workspace = useWorkspace();
  return useSyncExternalStore(workspace.subscribe, () => select(workspace.now));
}

/** A part of what is to be drawn that follows the first change after a pause at once, and others when there is a pause. */
export function useSlowView<T>(select: (view: View) => T): T {
  const workspace = useWorkspace();
  const [part, setPart] = useState(() => select(workspace.now));
  useEffect(() => {
    let looked = 0;
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      looked = performance.now();
      setPart(select(workspace.now));
    };
    const changed = () => {
      const now = performance.now();
      const quiet = now - last >= PAUSE;
      last = now;
      clearTimeout(timer);
      if (quiet) look();
      else timer = setTimeout(look, Math.max(0, Math.min(PAUSE, looked + LONGEST - now)));
    };
    look();
    const forget = workspace.subscribe(changed);
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [workspace]);
  return part;
}
