import { orthographies } from "../http/characters";
import { isPublicComputer } from "../session/shelf";
import { words } from "../strings";
import type { Workspace } from "../workspace/workspace";
import { haveOrthography, orthography } from "./characters";
import { copiedAs, count, showAs } from "./viewing";
import { isPlain, type Look, lookOf, nameOf, PLAIN } from "./views";

const key = (account: string) => `dianjiao view ${account}`;

/** Shows the text otherwise, to this person only, and again so when the page is loaded anew. */
export function lookThrough(workspace: Workspace, look: Look): void {
  keep(workspace.session.snapshot.account, look);
  workspace.endComposing(() => {
    workspace.view?.dispatch({ effects: showAs.of(look) });
    workspace.set({ look, told: "" });
    void bringTable(workspace);
  });
}

/** Looks at the text as it is. */
export function lookPlainly(workspace: Workspace): void {
  if (!isPlain(workspace.now.look)) lookThrough(workspace, PLAIN);
}

/** Has the table that a look needs; until it is here the characters are shown as they are, and it is said so. */
export async function bringTable(workspace: Workspace): Promise<void> {
  const { look } = workspace.now;
  const needed = look.characters === "simplified" || look.characters === "traditional";
  if (!needed || workspace.view === null || workspace.state.field(orthography) !== null) return;
  workspace.set({ told: words.views.loading });
  try {
    const table = await orthographies();
    workspace.view.dispatch({ effects: haveOrthography.of(table) });
    if (workspace.now.told === words.views.loading) workspace.set({ told: "" });
  } catch (failure) {
    workspace.set({ told: words.views.failed((failure as Error).message) });
  }
}

/** Tells which text was copied. */
export function tellCopied(workspace: Workspace, look: Look, characters: number): void {
  const { ranges } = workspace.state.selection;
  const all = ranges.every(({ from, to }) => workspace.session.knows(workspace.state, from, to));
  const missing = look.characters === "regularised" && !all;
  const said = words.views.copied(look, characters);
  workspace.set({ told: missing ? `${said} ${words.views.missing}` : said });
}

/** Copies what is selected as it stands in the text, however it is shown. */
export function copyItself(workspace: Workspace): void {
  const text = copiedAs(PLAIN, workspace.state);
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("copy", put, true);
  const done = document.execCommand("copy");
  removeEventListener("copy", put, true);
  workspace.set({ told: done ? words.views.copied(PLAIN, count(text)) : words.views.notCopied });
}

/** How an account looked at texts last in this browser. */
export function kept(account: string): Look {
  try {
    return lookOf(localStorage.getItem(key(account)));
  } catch {
    return PLAIN; // the browser keeps nothing for us
  }
}

function keep(account: string, look: Look): void {
  try {
    if (!isPublicComputer()) localStorage.setItem(key(account), nameOf(look));
  } catch {
    // It holds as long as this tab.
  }
}
