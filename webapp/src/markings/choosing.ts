import { isPublicComputer } from "../session/shelf";
import type { Workspace } from "../workspace/workspace";
import { showAs } from "./viewing";
import { type TextView, viewOf } from "./views";

const key = (account: string) => `dianjiao view ${account}`;

/** Shows the text in another view, to this person only, and again so when the page is loaded anew. */
export function lookThrough(workspace: Workspace, view: TextView): void {
  keep(workspace.session.snapshot.account, view.id);
  workspace.endComposing(() => {
    workspace.view?.dispatch({ effects: showAs.of(view) });
    workspace.set({ shownAs: view.id, copiedAs: null });
  });
}

/** The view that an account looked through last in this browser. */
export function kept(account: string): TextView {
  try {
    return viewOf(localStorage.getItem(key(account)));
  } catch {
    return viewOf(null); // the browser keeps nothing for us
  }
}

function keep(account: string, view: string): void {
  try {
    if (!isPublicComputer()) localStorage.setItem(key(account), view);
  } catch {
    // It holds as long as this tab.
  }
}
