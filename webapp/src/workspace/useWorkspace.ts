import { createContext, use, useSyncExternalStore } from "react";
import type { View, Workspace } from "./workspace";

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (workspace === null) throw new Error("outside of a workspace");
  return workspace;
}

/** What is to be drawn now. */
export function useView(): View {
  const workspace = useWorkspace();
  return useSyncExternalStore(workspace.subscribe, workspace.current);
}
