import { isolateHistory } from "@codemirror/commands";
import { EditorView } from "@codemirror/view";
import { undoTyping } from "../editor/composing";
import { conflicts } from "../review/conflict";
import { decide, type Decision, isOwn, undoDecision } from "../review/deciding";
import { toDocument } from "../session/ink";
import { documentText, inkOf } from "../session/shared";
import type { Suggestion } from "../session/values";
import { words } from "../strings";
import { mayReview } from "../workspace/passage";
import type { Workspace } from "../workspace/workspace";
import { type Mark, type Marking, put, takeOut } from "./gaps";
import { byKey, type Keys } from "./mode";
import { beside, isOfMarks, isUnsure, sameOn, suggestedAt, verdict } from "./suggested";
import { Certainty } from "./sure";

/** A place in the text that moves with it. */
interface Place {
  at: number;
}

/** What one key did, for undo: a mark that was typed or proposed, or a decision that is on its way or made, and where. */
type Act = "typed" | { readonly made: Promise<number | null>; readonly place: Place | null };
/** So many can be taken back. */
const MOST_ACTS = 1_000;

/** When what was decided on was suggested anew meanwhile, by the look that followed the decision before. */
const TRIES = 3;
const LOOK_AGAIN_AFTER = 60;
/** Characters. */
const LEAP = 5;

/** What the keys do while one punctuates. Verdicts and edits go the ways that they always go. */
export class Workbench implements Keys {
  #acts: Act[] = [];
  /** Suggestions whose decisions are on their way. */
  readonly #busy = new Set<string>();

  constructor(private readonly workspace: Workspace) {}

  /** The suggestion in the gap of the cursor, as far as it waits. */
  get here(): Suggestion | null {
    return this.#at(this.#head);
  }

  get #head(): number {
    return this.workspace.state.selection.main.head;
  }

  #at(place: number, busy = false): Suggestion | null {
    return suggestedAt(this.#suggestions(), this.workspace.state.doc, place, ({ id }) => this.#busy.has(id) === busy);
  }

  /** Whether nothing can be done here: one may not write, or a decision about the gap is on its way and to be seen first. */
  #isHeld(): boolean {
    const why = this.workspace.state.readOnly ? words.punctuate.readOnly : this.#at(this.#head, true) !== null ? words.punctuate.waits : null;
    if (why !== null) this.#tell(why);
    return why !== null;
  }

  /** As the server told last: the screen may be a moment behind. */
  #suggestions() {
    return this.workspace.session.displayed().suggestions;
  }

  /** Puts a mark, or takes or corrects what is suggested in the gap. */
  put(mark: Mark): void {
    if (this.#isHeld()) return;
    const { doc, selection } = this.workspace.state;
    const here = selection.main.empty ? this.here : null;
    if (here !== null && this.#barred(here) === null) return this.#settle(here, verdict(here, doc, mark));
    const marking = put(doc, selection.main, mark);
    if (marking === null) return this.#tell(words.punctuate.already);
    if (this.#type(marking, "input.type") && here !== null) this.#goOn(marking.cursor);
  }

  /** Accepts what is suggested at the cursor or a character away, and goes on; where nothing is it only goes on. */
  accept(): void {
    if (this.workspace.state.readOnly) return this.#tell(words.punctuate.readOnly);
    const { doc } = this.workspace.state;
    const near = this.here ?? beside(doc, this.#head).map((place) => this.#at(place)).find((one) => one !== null) ?? null;
    if (near === null) return this.#goOn(this.#head);
    const barred = this.#barred(near) ?? this.#conflict(near);
    if (barred !== null) return this.#tell(barred);
    this.#settle(near, { outcome: "accepted", candidate: 0 });
  }

  /** Rejects what is suggested at the cursor, or takes out the mark before or behind it. */
  remove(side: "before" | "behind"): void {
    if (this.#isHeld()) return;
    const { doc, selection } = this.workspace.state;
    const here = selection.main.empty ? this.here : null;
    if (here !== null && isOwn(here, this.workspace.now.session.account)) return this.workspace.withdraw(here.id);
    const barred = here === null ? null : this.#barred(here);
    if (here !== null && barred === null) return this.#settle(here, { outcome: "rejected" });
    const marking = takeOut(doc, selection.main, side);
    if (marking === null) return this.#tell(barred ?? words.punctuate.noMark);
    this.#type(marking, side === "before" ? "delete.backward" : "delete.forward");
  }

  /** Goes to the next unsure suggestion, or the one before, around the end of the text. */
  seek(direction: 1 | -1): void {
    const { bound } = this.workspace.now;
    const passes = (one: Suggestion) => this.#waits(one) && isUnsure(one, bound);
    const all = this.#suggestions();
    const find = (from: number) => (direction > 0 ? all.behind(from, passes) : all.before(from, passes));
    const next = find(this.#head);
    const found = next ?? find(direction > 0 ? -1 : this.workspace.state.doc.length + 1);
    if (found === undefined) return this.#tell(words.punctuate.noneUnsure);
    this.#show(found.start);
    if (next === undefined) this.#tell(words.punctuate.around[direction > 0 ? "end" : "start"]);
  }

  /** Goes some characters on, or back: to a place where nobody suggests anything. */
  leap(direction: 1 | -1): void {
    const { view } = this.workspace;
    if (view === null) return;
    let range = view.state.selection.main;
    for (let step = 0; step < LEAP; step++) range = view.moveByChar(range, direction > 0);
    this.#show(range.head);
  }

  /** Accepts all that plugins are at least so sure of, as one change. */
  acceptAll(): void {
    const { session, bound } = this.workspace.now;
    if (!mayReview(session.role)) return this.#tell(words.punctuate.onlyReviewers);
    const sure = Certainty.of(this.#suggestions()).atLeast(bound);
    this.#decided(decide(this.workspace, sure, { outcome: "accepted", candidate: 0 }), null);
  }

  /** Takes back what the last key did, and goes to where that was. */
  async undo(): Promise<void> {
    const act = this.#acts.pop();
    if (act === undefined || act === "typed") return void undoTyping(this.workspace.view!);
    if (act.place !== null) this.#show(act.place.at);
    const revision = await act.made;
    if (revision !== null) await undoDecision(this.workspace, revision);
  }

  /** Leaves the mode. */
  leave(): void {
    this.workspace.punctuate(false);
  }

  /** Why this person may not decide on a suggestion; null when they may. */
  #barred(suggestion: Suggestion): string | null {
    const { account, role } = this.workspace.now.session;
    if (!mayReview(role)) return words.punctuate.onlyReviewers;
    return isOwn(suggestion, account) ? words.review.ownWork : null;
  }

  /** Follows a change of the text. */
  moved(to: (place: number) => number): void {
    for (const act of this.#acts) if (act !== "typed" && act.place !== null) act.place.at = to(act.place.at);
  }

  /** Looks again at what is suggested at the cursor, and says where that is. */
  look(): void {
    const { now, state } = this.workspace;
    const { head } = state.selection.main;
    const here = this.here;
    const told = words.punctuate.place(
      [...state.doc.sliceString(Math.max(0, head - 2), head)].at(-1) ?? "",
      [...state.doc.sliceString(head, head + 2)][0] ?? "",
    );
    if (told === now.gap.told && here?.id === now.gap.suggestion?.id) return;
    this.workspace.set({ gap: { told, suggestion: here } });
    if (here !== null) this.workspace.choose(here.id);
  }

  /** Whether it is to be decided by somebody else than who made it, and nobody does so here yet. */
  #waits(suggestion: Suggestion): boolean {
    const { account } = this.workspace.now.session;
    return isOfMarks(suggestion) && !this.#busy.has(suggestion.id) && !isOwn(suggestion, account);
  }

  #conflict(suggestion: Suggestion): string | null {
    const { state } = this.workspace;
    const ink = inkOf(state);
    const text = documentText(state);
    const placed = { ...suggestion, start: toDocument(ink, suggestion.start), end: toDocument(ink, suggestion.end) };
    return conflicts(placed, text) ? words.review.conflict(suggestion.surface, text.sliceString(placed.start, placed.end)) : null;
  }

  #settle(suggestion: Suggestion, decision: Decision): void {
    const place = { at: suggestion.start };
    this.#decided(this.#decide(suggestion, decision, place), place);
    this.#goOn(suggestion.start);
  }

  #decided(made: Promise<number | null>, place: Place | null): void {
    const act = { made, place };
    this.#did(act);
    void made.then((revision) => {
      if (revision === null) this.#acts = this.#acts.filter((one) => one !== act);
    });
  }

  #did(act: Act): void {
    this.#acts = [...this.#acts, act].slice(-MOST_ACTS);
  }

  /** Decides on what is shown at a place. When the same is suggested there anew meanwhile, on that. */
  async #decide(shown: Suggestion, decision: Decision, place: Place): Promise<number | null> {
    let [suggestion, same]: [Suggestion, Decision] = [shown, decision];
    for (let tried = 1; ; tried++) {
      this.#busy.add(suggestion.id);
      const revision = await decide(this.workspace, [suggestion], same);
      this.#busy.delete(suggestion.id);
      if (revision !== null || tried === TRIES) return revision;
      await new Promise((look) => setTimeout(look, LOOK_AGAIN_AFTER));
      const again = this.#anew(place.at, shown, decision);
      if (again === null) return null;
      [suggestion, same] = again;
    }
  }

  /** What is suggested at a place now that the same decision is about, as a decision on that. */
  #anew(place: number, shown: Suggestion, decision: Decision): [Suggestion, Decision] | null {
    for (const one of this.#suggestions().in(place, place)) {
      const same = this.#waits(one) ? sameOn(one, shown, decision) : null;
      if (same !== null) return [one, same];
    }
    return null;
  }

  #type({ edits, cursor }: Marking, userEvent: string): boolean {
    const { view } = this.workspace;
    if (view === null) return false;
    // Undo takes back one key, also where proposing makes another edit of it.
    view.dispatch({ annotations: isolateHistory.of("full") });
    view.dispatch({ changes: [...edits], selection: { anchor: cursor }, userEvent, annotations: byKey.of(true), scrollIntoView: true });
    view.dispatch({ annotations: isolateHistory.of("full") });
    this.#did("typed");
    this.look();
    return true;
  }

  /** To the next suggestion of a mark behind a place. */
  #goOn(place: number): void {
    const next = this.#suggestions().behind(place, (one) => this.#waits(one));
    if (next === undefined) return this.#tell(words.punctuate.noneBehind);
    this.#show(next.start);
  }

  #show(place: number): void {
    const { view } = this.workspace;
    if (view === null) return;
    const at = Math.min(place, view.state.doc.length);
    view.dispatch({ selection: { anchor: at }, userEvent: "select", effects: EditorView.scrollIntoView(at, { yMargin: 120 }) });
    this.look();
  }

  #tell(said: string): void {
    this.workspace.say(said);
  }
}
