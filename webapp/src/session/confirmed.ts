import { type ChangeDesc, ChangeSet, type Text } from "@codemirror/state";
import { Anchored } from "./anchored";
import { touches } from "./anchors";
import type { Change } from "./frames";
import { talked } from "./talk";
import { covers, exclude, follow, type Loaded } from "./loaded";
import type { Annotation, Approval, CommentThread, Effect, Suggestion, TalkEffect } from "./values";

type ById<T> = ReadonlyMap<string, T>;

/** What the server has confirmed, at one revision. A value: a new state is a new object. */
export interface Confirmed {
  readonly revision: number;
  readonly text: Text;
  /** Those that touch what is loaded, and some others. */
  readonly annotations: Anchored<Annotation>;
  /** How many the document has. */
  readonly total: number;
  /** How many of them have lost their text, as the server last said. */
  readonly orphaned: number;
  /** Those that touch what is loaded, and some others. */
  readonly approvals: ById<Approval>;
  readonly suggestions: Anchored<Suggestion>;
  /** All of them. */
  readonly threads: Anchored<CommentThread>;
  readonly loaded: Loaded;
}

/** A change of the log with its change set read. */
export interface LogEntry extends Omit<Change, "changes"> {
  readonly changes: ChangeSet;
}

export function logEntry(change: Change): LogEntry {
  return { ...change, changes: ChangeSet.fromJSON(change.changes) };
}

/** The state after the next revision: anchors move through the change first, then its effects happen. */
export function advance(before: Confirmed, entry: LogEntry): Confirmed {
  const { changes, effects } = entry;
  const moved: Confirmed = {
    ...before,
    revision: before.revision + 1,
    text: changes.apply(before.text),
    annotations: before.annotations.map(changes),
    approvals: mapApprovals(before.approvals, changes),
    suggestions: before.suggestions.without(endedBy(effects)).map(changes),
    threads: before.threads.map(changes),
    loaded: follow(before.loaded, changes),
  };
  return effects.length === 0 ? moved : new Happening(moved, entry).of(effects);
}

/** The effects of one change, in their order. Thousands can come at once, so those of one kind are gathered. */
class Happening {
  readonly #state: { -readonly [key in keyof Confirmed]: Confirmed[key] };
  readonly #approvals: Map<string, Approval>;
  #added: Annotation[] = [];
  #reopened: Suggestion[] = [];

  constructor(
    state: Confirmed,
    private readonly entry: LogEntry,
  ) {
    this.#approvals = new Map(state.approvals);
    this.#state = { ...state, approvals: this.#approvals };
  }

  of(effects: readonly Effect[]): Confirmed {
    for (const effect of effects) this.#happen(effect);
    this.#take();
    return this.#state;
  }

  #take(): void {
    const state = this.#state;
    state.annotations = state.annotations.with(this.#added.splice(0));
    state.suggestions = state.suggestions.with(this.#reopened.splice(0));
  }

  #happen(effect: Effect): void {
    switch (effect.is) {
      case "add-annotation":
      case "restore-annotation":
        return this.#add(effect);
      case "reopen":
        if (isOpenAgain(effect.suggestion)) this.#reopened.push(effect.suggestion);
        return;
      case "decide":
      case "revert":
      case "undo-work":
      case "take-marks":
      case "restore":
      case "import":
        return;
      case "start-thread":
      case "add-comment":
      case "edit-comment":
      case "remove-comment":
      case "resolve-thread":
      case "reopen-thread":
        this.#state.threads = talked(this.#state.threads, effect, this.entry);
        return;
      case "approve": {
        const { id, start, end, unmarked = false } = effect;
        const { revision } = this.#state;
        this.#approvals.set(id, { id, start, end, account: this.entry.author, revision, unmarked });
        return;
      }
      case "mark-ready": {
        const { id, start, end } = effect;
        const { revision } = this.#state;
        this.#approvals.set(id, { id, start, end, account: this.entry.author, revision, ready: true });
        return;
      }
      case "open-sample":
        return effect.approvals.forEach((approval) => this.#approvals.set(approval.id, approval));
      case "withdraw-approval":
      case "withdraw-ready":
        return void this.#approvals.delete(effect.id);
      default:
        this.#take();
        return this.#change(effect);
    }
  }

  #add(effect: Extract<Effect, { is: "add-annotation" | "restore-annotation" }>): void {
    const { id, start, end, body, orphaned = false } = effect;
    const author = effect.is === "restore-annotation" ? effect.author : this.entry.author;
    this.#added.push({ id, start, end, orphaned, body, author });
    this.#state.total++;
    this.#void(start, end);
  }

  #change(effect: Exclude<Effect, { is: "add-annotation" | "restore-annotation" | "reopen" | "decide" | "revert" | "undo-work" | "take-marks" | "restore" | "import" | "approve" | "withdraw-approval" | "open-sample" | "mark-ready" | "withdraw-ready" | TalkEffect["is"] }>): void {
    const state = this.#state;
    switch (effect.is) {
      case "edit-annotation": {
        const known = this.#named(effect.id);
        if (known) state.annotations = state.annotations.with([{ ...known, body: effect.body }]);
        return;
      }
      case "move-annotation": {
        const { id, start, end, orphaned = false } = effect;
        const known = this.#named(id);
        if (known) state.annotations = state.annotations.with([{ ...known, start, end, orphaned }]);
        else state.loaded = exclude(state.loaded, { start, end });
        return this.#void(start, end);
      }
      case "remove-annotation":
        this.#named(effect.id);
        state.annotations = state.annotations.without([effect.id]);
        state.total--;
        return;
      case "propose":
        state.suggestions = state.suggestions.with([proposal(effect, this.entry.author, state.text)]);
        return;
      case "revise-proposal": {
        const known = state.suggestions.get(effect.id);
        if (known === undefined) return;
        const fingerprint = `${effect.id}.${state.revision}`;
        state.suggestions = state.suggestions.with([{ ...revised(known, effect, state.text), fingerprint }]);
        return;
      }
      case "withdraw-proposal":
        state.suggestions = state.suggestions.without([effect.id]);
        return;
    }
  }

  /**
   * The annotation that an effect names, with the approvals voided that it touches. One that is not known lies
   * outside of what is loaded; what it voids there cannot be seen from here and has to be asked for again.
   */
  #named(id: string): Annotation | undefined {
    const known = this.#state.annotations.get(id);
    if (known !== undefined) {
      this.#void(known.start, known.end);
      return known;
    }
    for (const approval of this.#approvals.values()) {
      if (!covers(this.#state.loaded, approval)) this.#state.loaded = exclude(this.#state.loaded, approval);
    }
    return undefined;
  }

  #void(start: number, end: number): void {
    for (const approval of this.#approvals.values()) {
      if (start <= approval.end && end >= approval.start) this.#approvals.delete(approval.id);
    }
  }
}

/** The suggestions that wait no more after these effects; nobody needs to know where they would have gone. */
function endedBy(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => (effect.is === "decide" && !staysOpen(effect) ? [effect.suggestion.id] : []));
}

/** A person's proposal waits again even when its text is gone, a plugin's does not. */
function isOpenAgain({ maker, orphaned }: Suggestion): boolean {
  return !orphaned || "account" in maker;
}

/** A person's proposal that was skipped goes on waiting. */
export function staysOpen({ outcome, suggestion }: Extract<Effect, { is: "decide" }>): boolean {
  return outcome === "skipped" && "account" in suggestion.maker;
}

/** What a `propose` effect looks like in the list of suggestions. */
export function proposal(
  effect: Extract<Effect, { is: "propose" }>,
  account: string,
  text: Text,
): Suggestion {
  const { id, start, end, category, candidates, explanation, orphaned = false } = effect;
  const surface = text.sliceString(start, end);
  const maker = { account };
  return { id, start, end, orphaned, maker, category, surface, candidates, explanation, evidence: [], fingerprint: id };
}

/** A proposal after it was revised. */
export function revised(
  before: Suggestion,
  effect: Extract<Effect, { is: "revise-proposal" }>,
  text: Text,
): Suggestion {
  const { start, end, candidates, explanation, orphaned = false } = effect;
  return { ...before, start, end, orphaned, surface: text.sliceString(start, end), candidates, explanation };
}

/** Approvals that the change leaves untouched, at their new places (rule 3). */
export function mapApprovals(approvals: ById<Approval>, changes: ChangeDesc): ById<Approval> {
  if (changes.empty || approvals.size === 0) return approvals;
  return new Map(movedApprovals([...approvals.values()], changes).map((approval) => [approval.id, approval]));
}

/** The same for a list, in its order. */
export function movedApprovals(approvals: readonly Approval[], changes: ChangeDesc): readonly Approval[] {
  if (changes.empty || approvals.length === 0) return approvals;
  return approvals
    .filter(({ start, end }) => !touches(changes, start, end))
    .map((approval) => {
      const start = changes.mapPos(approval.start, 1);
      const end = Math.max(start, changes.mapPos(approval.end, -1));
      return start === approval.start && end === approval.end ? approval : { ...approval, start, end };
    });
}
