import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  search,
  SearchQuery,
  setSearchQuery,
} from "@codemirror/search";
import type { EditorState, Extension } from "@codemirror/state";
import { EditorView, type Panel, runScopeHandlers, type ViewUpdate } from "@codemirror/view";
import { FOLDS, type Fold, type Form, PASSED, type Passed } from "../http/search";
import { inkOf } from "../session/shared";
import { words } from "../strings";
import { ticked, USUAL } from "./asked";
import { pattern } from "./pattern";

/** Proposals that are made at once. */
const MOST_CHANGES = 300;
const MOST_COUNTED = 10_000;
const QUIET_MILLIS = 150;

/** What finding needs of the place that it works in. */
export interface Around {
  /** The other forms of the characters of a text, by character. */
  forms(text: string, fold: readonly Fold[]): Promise<Record<string, Form[]>>;
  /** Makes typing into proposing; whether it is now. */
  proposes(): boolean;
  say(said: string): void;
}

/** Finding within the text as one types, and replacing by proposals. */
export function finding(around: Around): Extension {
  return search({
    top: true,
    createPanel: (view) => new FindPanel(view, around),
    scrollToMatch: (range) => EditorView.scrollIntoView(range, { y: "center" }),
  });
}

interface Match {
  from: number;
  to: number;
}

/** The matches that are there, as far as they are counted. */
export function matches(state: EditorState, query: SearchQuery, most: number): Match[] {
  const found: Match[] = [];
  if (!query.valid) return found;
  const cursor = query.getCursor(state);
  for (let next = cursor.next(); !next.done && found.length < most; next = cursor.next()) {
    found.push({ from: next.value.from, to: next.value.to });
  }
  return found;
}

/** What somebody proposes to take out is not found again. */
function untouched(_match: string, state: EditorState, from: number, to: number): boolean {
  return !inkOf(state).runs.some(({ strokes }) => strokes.some((stroke) => stroke.from < to && stroke.to > from));
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  of: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), of);
  made.append(...children);
  return made;
}

/** The panel above the text: the switches of the search of a project, and what only a text has. */
class FindPanel implements Panel {
  readonly top = true;
  readonly dom: HTMLElement;
  readonly #find: HTMLInputElement;
  readonly #replace: HTMLInputElement;
  readonly #count: HTMLElement;
  #fold: readonly Fold[] = [];
  #ignore: readonly Passed[] = USUAL.ignore;
  #forms: Record<string, Form[]> = {};
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly view: EditorView,
    private readonly around: Around,
  ) {
    const said = words.search.panel;
    const { from, to } = view.state.selection.main;
    this.#find = this.#input(said.find, this.#selected(from, to));
    this.#find.setAttribute("main-field", "true");
    this.#replace = this.#input(said.replace, "");
    this.#count = element("output", { className: "find-count" });
    this.dom = element(
      "div",
      { className: "cm-search find", onkeydown: (event) => this.#key(event) },
      element(
        "div",
        { className: "find-row" },
        this.#find,
        this.#count,
        this.#button(said.previous, () => findPrevious(view)),
        this.#button(said.next, () => findNext(view)),
        this.#button(said.close, () => closeSearchPanel(view)),
      ),
      element(
        "div",
        { className: "find-row" },
        this.#replace,
        this.#button(said.propose, () => this.#propose(1)),
        this.#button(said.proposeAll, () => this.#propose(MOST_CHANGES)),
      ),
      element(
        "div",
        { className: "find-row" },
        ...FOLDS.map((fold) => this.#tick(words.search.folds[fold], false, (on) => this.#setFold(ticked(this.#fold, fold, on)))),
        ...PASSED.map((one) =>
          this.#tick(`${words.search.passOver} ${words.search.passing[one]}`, this.#ignore.includes(one), (on) => {
            this.#ignore = ticked(this.#ignore, one, on);
            this.#look();
          }),
        ),
      ),
    );
    this.dom.setAttribute("role", "search");
    this.dom.setAttribute("aria-label", said.label);
    this.#count.setAttribute("aria-live", "polite");
    this.#waiting = setTimeout(() => this.#look());
  }

  mount(): void {
    this.#find.select();
  }

  destroy(): void {
    clearTimeout(this.#waiting);
  }

  update(update: ViewUpdate): void {
    const asked = update.transactions.some((one) => one.effects.some((effect) => effect.is(setSearchQuery)));
    if (asked) this.#tell();
    else if (update.docChanged || update.selectionSet) this.#later(() => this.#tell());
  }

  /** What is selected when it is opened, if it is short. */
  #selected(from: number, to: number): string {
    const text = to - from <= 100 ? this.view.state.sliceDoc(from, to) : "";
    return text.includes("\n") ? "" : text;
  }

  #input(label: string, value: string): HTMLInputElement {
    const input = element("input", { value, className: "cm-textfield", placeholder: label, lang: "lzh" });
    input.setAttribute("aria-label", label);
    input.addEventListener("input", () => this.#later(() => this.#ask()));
    return input;
  }

  #button(label: string, run: () => unknown): HTMLButtonElement {
    return element("button", { type: "button", className: "cm-button", onclick: () => void run() }, label);
  }

  #tick(label: string, on: boolean, set: (on: boolean) => void): HTMLElement {
    const box = element("input", { type: "checkbox", checked: on });
    box.addEventListener("change", () => set(box.checked));
    return element("label", { className: "find-tick" }, box, label);
  }

  #key(event: KeyboardEvent): void {
    if (runScopeHandlers(this.view, event, "search-panel")) event.preventDefault();
    else if (event.key === "Enter" && event.target === this.#find) {
      event.preventDefault();
      this.#look();
      (event.shiftKey ? findPrevious : findNext)(this.view);
    } else if (event.key === "Enter" && event.target === this.#replace) {
      event.preventDefault();
      this.#propose(event.ctrlKey || event.metaKey ? MOST_CHANGES : 1);
    }
  }

  #later(run: () => void): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(run, QUIET_MILLIS);
  }

  #setFold(fold: readonly Fold[]): void {
    this.#fold = fold;
    this.#ask();
  }

  /** Other forms are known to the server; until it has told them, the characters themselves are found. */
  #ask(): void {
    this.#look();
    const text = this.#find.value;
    if (this.#fold.length === 0 || text === "") return this.#know({});
    this.around.forms(text, this.#fold).then(
      (forms) => text === this.#find.value && this.#know(forms),
      (failure: Error) => this.around.say(failure.message),
    );
  }

  #know(forms: Record<string, Form[]>): void {
    this.#forms = forms;
    this.#look();
  }

  #look(): void {
    const source = pattern({ text: this.#find.value, ignore: this.#ignore, forms: this.#forms });
    const query = new SearchQuery({
      search: source,
      regexp: true,
      caseSensitive: true,
      literal: true,
      replace: this.#replace.value,
      test: untouched,
    });
    if (!query.eq(getSearchQuery(this.view.state))) this.view.dispatch({ effects: setSearchQuery.of(query) });
    else this.#tell();
  }

  /** How many there are, and which of them is selected. */
  #tell(): void {
    const query = getSearchQuery(this.view.state);
    const all = matches(this.view.state, query, MOST_COUNTED);
    const { from, to } = this.view.state.selection.main;
    const at = all.findIndex((match) => match.from === from && match.to === to) + 1;
    const said = words.search.panel;
    const counted = all.length === 0 ? said.none : said.of(at, all.length, all.length === MOST_COUNTED);
    this.#count.textContent = this.#find.value === "" ? "" : counted;
  }

  /** Proposes other text in the place of what is found, from the selection on. */
  #propose(most: number): void {
    this.#look();
    const { view } = this;
    if (!this.around.proposes() || view.state.readOnly) return;
    const all = matches(view.state, getSearchQuery(view.state), MOST_COUNTED);
    const here = view.state.selection.main.from;
    const next = all.findIndex(({ from }) => from >= here);
    const places = most === 1 ? all.slice(Math.max(0, next)).slice(0, 1) : all.slice(0, most);
    if (places.length === 0) return this.around.say(words.search.panel.none);
    const insert = this.#replace.value;
    view.dispatch({ changes: places.map((place) => ({ ...place, insert })), userEvent: "input.replace", scrollIntoView: most === 1 });
    if (most === 1) findNext(view);
    const rest = all.length - places.length;
    this.around.say(words.search.panel.proposed(places.length, most === 1 ? 0 : rest));
  }
}
