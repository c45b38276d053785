import { isolateHistory } from "@codemirror/commands";
import { Compartment, EditorSelection, EditorState, type StateEffect, Text, Transaction } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { InputMethod } from "../editor/composing";
import { isShown } from "../editor/annotating";
import { extensions, writable } from "../editor/extensions";
import { colour } from "../editor/colours";
import { lookAt, showMarks } from "../editor/marks";
import { shownOthers, showOthers } from "../editor/others";
import { isOnOtherLine, resumable } from "../editor/resuming";
import { suggests, takingBack } from "../editor/suggesting";
import { approvalsNeeded, needApprovals } from "../editor/passages";
import { asking } from "../markings/asking";
import { bringTable, kept, lookPlainly, tellCopied } from "../markings/choosing";
import { tellOf, whyShown } from "../markings/telling";
import { viewing } from "../markings/viewing";
import { api } from "../http/api";
import { formsOf } from "../http/search";
import type { Desk } from "../session/desk";
import type { Displayed } from "../session/displayed";
import { DocumentSession, type Notice } from "../session/documentSession";
import type { Range } from "../session/loaded";
import { isUnmoved } from "../session/presence";
import { browserStorage } from "../session/shelf";
import { edited, inkOf, layDown, takeUp } from "../session/shared";
import { isEditor, mayWrite } from "../session/snapshot";
import { browserWorld } from "../session/socket";
import type { EditEffect } from "../session/values";
import { words } from "../strings";
import { punctuating } from "../punctuate/mode";
import { finding } from "../search/finding";
import { Workbench } from "../punctuate/workbench";
import { keys } from "./keys";
import { stillUntouched } from "./standing";
import { firstView, type View, WIDE } from "./view";

/** Marks move with the text at once; what else is new can wait until a keystroke and its confirmation are drawn together. */
const REDRAW_AFTER = 40;
/** Of what is drawn or selected, that much is asked for annotations, in units. */
const LONGEST_IN_SIGHT = 200_000;

/**
 * The editor, the session and the small state of the screen, for one document in one tab.
 *
 * Frames and keystrokes change it at any time; React is told 25 times a second at most.
 */
export class Workspace implements Desk {
  readonly session: DocumentSession;
  view: EditorView | null = null;
  #writing = new Compartment();
  #mode = new Compartment();
  readonly bench = new Workbench(this);
  #bench = new Compartment();
  #wantsToSuggest = false;
  #inputMethod = new InputMethod(() => this.session.edited());
  #writable = false;
  #listeners = new Set<() => void>();
  #redraw: ReturnType<typeof setTimeout> | null = null;
  #host: HTMLElement | null = null;
  #noticeKey = 0;
  #now: View;

  constructor(
    readonly document: string,
    private readonly account: string,
  ) {
    const listener = {
      changed: () => this.#changed(),
      notice: (notice: Notice) => this.#noticed(notice),
      inSight: () => this.#inSight(),
    };
    const world = browserWorld(api.ticket);
    this.session = new DocumentSession(document, account, this, world, listener, browserStorage(account));
    this.#now = firstView(this.session.snapshot, kept(account));
  }

  open(): () => void {
    const hurry = () => this.session.hurry();
    const warn = (event: BeforeUnloadEvent) => {
      const { pending, safe } = this.session.snapshot;
      if (pending > 0 && !safe) event.preventDefault();
    };
    const flush = () => this.session.keeping.flush();
    const hidden = () => globalThis.document.visibilityState === "hidden" && flush();
    addEventListener("pagehide", flush);
    globalThis.document.addEventListener("visibilitychange", hidden);
    addEventListener("online", hurry);
    addEventListener("beforeunload", warn);
    this.session.start();
    return () => {
      removeEventListener("online", hurry);
      removeEventListener("beforeunload", warn);
      removeEventListener("pagehide", flush);
      globalThis.document.removeEventListener("visibilitychange", hidden);
      this.session.stop();
      this.view?.destroy();
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get now(): View {
    return this.#now;
  }

  set(part: Partial<View>): void {
    this.#now = { ...this.#now, ...part };
    for (const listener of this.#listeners) listener();
  }

  /** Puts the editor into the page. */
  host = (element: HTMLElement | null): void => {
    this.#host = element;
    if (element !== null && this.view !== null) element.append(this.view.dom);
  };

  get state(): EditorState {
    return this.view!.state;
  }

  get composing(): boolean {
    return this.#inputMethod.working;
  }

  endComposing(then: () => void): void {
    this.#inputMethod.end(then);
  }

  start(text: Text): void {
    const state = EditorState.create({
      doc: text,
      extensions: extensions({
        account: this.account,
        writing: this.#writing,
        mode: [this.#mode.of(suggests.of(false)), this.#bench.of([])],
        keys: keys(this),
        updated: (update) => this.#updated(update),
        clicked: (element) => this.#clicked(element),
        inputMethod: this.#inputMethod,
        looking: [
          viewing(this.#now.look, (look, characters) => tellCopied(this, look, characters)),
          asking({ mark: (mark) => tellOf(this, mark), character: (one) => whyShown(this, one) }),
        ],
        finding: finding({
          forms: (q, fold) => formsOf(this.session.snapshot.project, this.document, q, fold),
          proposes: () => {
            this.suggest(true);
            return this.#now.suggesting;
          },
          say: (said) => this.say(said),
        }),
      }),
    });
    this.view = new EditorView({ state });
    this.#host?.append(this.view.dom);
    void bringTable(this);
    this.session.here(0, 0);
  }

  dispatch(transaction: Transaction): void {
    this.view!.update([transaction]);
  }

  /** Makes an edit of annotations or proposals; it travels and is undone like text. */
  edit(...effects: EditEffect[]): void {
    this.view?.dispatch({ effects: effects.map((effect) => edited.of(effect)) });
  }

  /** Makes typing into proposing, or back; who may not type into the text proposes always. */
  suggest(wanted: boolean): void {
    this.#wantsToSuggest = wanted;
    const suggesting = wanted || !isEditor(this.session.snapshot.role);
    if (this.view === null || suggesting === this.#now.suggesting) return;
    this.endComposing(() => {
      this.set({ suggesting });
      const annotations = isolateHistory.of("full");
      this.view!.dispatch({ effects: this.#mode.reconfigure(suggests.of(suggesting)), annotations });
      const laid = suggesting ? null : layDown(this.state);
      if (laid !== null) this.dispatch(laid);
      this.#resume();
      this.#changed();
    });
  }

  /** Makes the keys those for marks, or those for typing again. */
  punctuate(wanted: boolean): void {
    if (this.view === null || wanted === this.#now.punctuating) return;
    this.endComposing(() => {
      const panelOpen = this.#now.panelOpen && (!wanted || matchMedia(WIDE).matches);
      this.set({ punctuating: wanted, panelOpen });
      this.view!.dispatch({ effects: this.#bench.reconfigure(wanted ? punctuating(this.bench) : []) });
      this.focusText();
      if (wanted) lookPlainly(this);
      if (wanted) this.bench.look();
      this.say(wanted ? words.punctuate.on : words.punctuate.off);
    });
  }

  /** Takes an own proposal back, whether it is being typed or stands there already. */
  withdraw(proposal: string): void {
    const typed = takingBack(this.state, proposal);
    if (typed === null) this.edit({ is: "withdraw-proposal", id: proposal });
    else this.view!.dispatch(typed);
  }

  /** Puts other text in place of some, as if it were typed there, and shows it. */
  replace(from: number, to: number, insert: string): void {
    const { view } = this;
    if (view === null) return;
    view.dispatch({ changes: { from, to, insert }, userEvent: "input" });
    this.show(from, from + insert.length, "range");
  }

  /** Shows a place and, if asked, selects it or puts the cursor there. */
  show(from: number, to = from, select: "range" | "cursor" | "nothing" = "nothing"): void {
    const { view } = this;
    if (view === null) return;
    const { length } = view.state.doc;
    const range = EditorSelection.range(Math.min(from, length), Math.min(to, length));
    view.dispatch({
      ...(select === "nothing" ? {} : { selection: select === "range" ? range : { anchor: range.from } }),
      effects: EditorView.scrollIntoView(range, { y: "center" }),
    });
  }

  choose(suggestion: string | null): void {
    this.view?.dispatch({ effects: lookAt.of(suggestion) });
    this.set({ chosen: suggestion });
  }

  focusText(): void {
    this.view?.focus();
  }

  focusReview(): void {
    this.set({ panel: "review", panelOpen: true, reviewFocus: this.#now.reviewFocus + 1 });
  }

  say(said: string): void {
    this.set({ said });
  }

  dismissNotice(key: number): void {
    this.set({ notices: this.#now.notices.filter((notice) => notice.key !== key) });
  }

  complain(text: string): void {
    this.#noticed({ kind: "failed", text });
  }

  #noticed(notice: Notice): void {
    const key = this.#noticeKey++;
    this.set({ notices: [...this.#now.notices, { ...notice, key }].slice(-5) });
  }

  #updated(update: ViewUpdate): void {
    const local = update.transactions.some((transaction) => isLocalEdit(transaction));
    if (local) {
      this.#tellUnknown(update);
      this.session.edited();
    }
    if (update.docChanged) {
      this.bench.moved((place) => update.changes.mapPos(place, 1));
      this.#moveForm(update);
      const { untouched } = this.#now;
      if (untouched.size > 0) this.#now = { ...this.#now, untouched: stillUntouched(untouched, update) };
    }
    if (this.#now.floating?.is === "annotations" && (update.selectionSet || local)) this.set({ floating: null });
    if (update.viewportChanged || update.selectionSet) this.session.look();
    if (update.viewportChanged) this.#changed();
    if (isOnOtherLine(update)) queueMicrotask(() => this.#resume());
    if (update.selectionSet || update.docChanged) {
      const { from, to, head, anchor } = update.state.selection.main;
      this.session.here(anchor, head);
      if (from !== this.#now.from || to !== this.#now.to || head !== this.#now.head) this.#changed();
    }
  }

  /** Undo brings back only those annotations that were here when their text was deleted. */
  #tellUnknown({ changes, startState }: ViewUpdate): void {
    let known = true;
    changes.iterChangedRanges((from, to) => {
      if (to > from + 1) known &&= this.session.knows(startState, from, to);
    });
    if (!known) this.complain(words.annotations.unknown);
  }

  /** What is drawn, and what is selected: it may be deleted and brought back. */
  #inSight(): Range[] {
    const { view } = this;
    if (view === null) return [];
    const { from: start, to: end } = view.viewport;
    const { from, to } = view.state.selection.main;
    const shown = { start, end: Math.min(end, start + LONGEST_IN_SIGHT) };
    return to > from && to - from <= LONGEST_IN_SIGHT ? [shown, { start: from, end: to }] : [shown];
  }

  /** A form that is open for a range stays with it when somebody types elsewhere. */
  #moveForm({ changes }: ViewUpdate): void {
    const { floating } = this.#now;
    if (floating?.is !== "form") return;
    const from = changes.mapPos(floating.from, 1);
    const to = Math.max(from, changes.mapPos(floating.to, -1));
    this.set({ floating: { ...floating, from, to } });
  }

  #changed(): void {
    this.#redraw ??= setTimeout(() => {
      this.#redraw = null;
      this.#draw();
    }, REDRAW_AFTER);
  }

  #draw(): void {
    const { view, session } = this;
    if (view === null || this.composing) return this.set({ session: session.snapshot });
    const marks = session.displayed();
    const told = session.present();
    const present = isUnmoved(this.#now.present, told) ? this.#now.present : told;
    const may = mayWrite(session.snapshot);
    const effects: StateEffect<unknown>[] = [];
    const needed = session.snapshot.approvalsNeeded;
    if (view.state.field(approvalsNeeded) !== needed) effects.push(needApprovals.of(needed));
    colour(session.snapshot.people);
    this.suggest(this.#wantsToSuggest);
    if (!isShown(view.state, marks)) effects.push(showMarks.of(marks));
    if (!isUnmoved(shownOthers(view.state), present)) effects.push(showOthers.of(present));
    if (may !== this.#writable) {
      this.#writable = may;
      view.dispatch({ effects: this.#writing.reconfigure(writable(may)) });
    }
    if (effects.length > 0) view.dispatch({ effects });
    const { from, to, head } = view.state.selection.main;
    const { from: start, to: end } = view.viewport;
    const seen = this.#now.sight;
    const sight = seen.start === start && seen.end === end ? seen : { start, end };
    this.#follow(marks);
    this.set({ session: session.snapshot, marks, text: view.state.doc, ink: inkOf(view.state), sight, present, from, to, head });
    if (this.#now.punctuating) this.bench.look();
  }

  /** Goes on with what a plugin put in the place of the chosen suggestion. */
  #follow({ suggestions }: Displayed): void {
    const { chosen } = this.#now;
    if (chosen === null || suggestions.has(chosen)) return;
    const heir = this.session.heir(chosen);
    if (heir !== null) this.choose(heir);
  }

  /** Takes up the proposals of this account on the lines to which the cursor was put. */
  #resume(): void {
    if (this.view === null || this.composing || !this.#now.suggesting) return;
    const resumed = takeUp(this.state, resumable(this.state, this.session.displayed(), this.account));
    if (resumed !== null) this.dispatch(resumed);
  }

  #clicked(element: HTMLElement): boolean {
    const suggestion = element.closest<HTMLElement>("[data-suggestion]")?.dataset.suggestion;
    if (suggestion !== undefined) {
      this.choose(suggestion);
      this.set({ panel: "review", panelOpen: true });
      return false;
    }
    const annotated = element.closest<HTMLElement>("[data-annotation]");
    const { main } = this.state.selection;
    if (annotated !== null && main.empty) {
      const at = this.view!.posAtDOM(annotated);
      this.set({ floating: { is: "annotations", at, focused: false } });
    }
    return false;
  }
}

function isLocalEdit(transaction: Transaction): boolean {
  if (transaction.annotation(Transaction.remote)) return false;
  return transaction.docChanged || transaction.effects.some((effect) => effect.is(edited));
}
