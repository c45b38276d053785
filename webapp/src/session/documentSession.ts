import type { ChangeDesc, EditorState } from "@codemirror/state";
import { Asking } from "./asking";
import type { Desk } from "./desk";
import { displayed, type Displayed } from "./displayed";
import type {
  AnalysisProgress,
  Ask,
  Done,
  Opened,
  Resumed,
  SeenPassage,
  ServerFrame,
  SuggestionsChanged,
  Welcome,
} from "./frames";
import { FRAME_BYTES } from "./flight";
import { type DraftReason, MOST_KEPT_BYTES, MOST_KEPT_EDITS } from "./kept";
import { Keeping, type Storage } from "./keeping";
import { covers, type Range } from "./loaded";
import { randomName } from "./names";
import { PresenceBoard } from "./presence";
import { layer } from "./ink";
import { seen } from "./seen";
import { documentText, inkOf, localChanges, pending, pendingSize } from "./shared";
import { type Snapshot, UNOPENED } from "./snapshot";
import { Connection, type Loss, type World } from "./socket";
import { type LostEdit, Sync } from "./sync";
import { Windows } from "./windows";
import type { Presence } from "./values";
import { Whereabouts } from "./whereabouts";

export interface Notice {
  /** `draft`: an edit did not get into the text and waits among the drafts. */
  kind: "draft" | "plugin" | "stopped" | "failed";
  text: string;
  /** Why there is a draft. */
  reason?: DraftReason;
}

export interface SessionListener {
  /** The snapshot or the marks may be new. */
  changed(): void;
  notice(notice: Notice): void;
  /** The ranges of the shown text whose annotations are needed, the most important first. */
  inSight(): readonly Range[];
}

const REOPEN_AFTER = 500;
/** So many milliseconds after the server last said that it has no room one may try to type again. */
const STORAGE_FULL_FOR = 15_000;
/** Failures to open a document that waiting does not mend. */
const FOREVER = new Set(["not-permitted", "unknown-document", "not-signed-in"]);

/** One open document in one tab: connects, routes frames to those they are for, and says what is new. */
export class DocumentSession {
  readonly sync: Sync;
  readonly keeping: Keeping;
  readonly #asking: Asking;
  readonly #presence: PresenceBoard;
  readonly #connection: Connection;
  readonly #windows: Windows;
  readonly #whereabouts: Whereabouts;
  #snapshot = UNOPENED;
  #limits = { messageBytes: FRAME_BYTES, insertUnits: 131_072 };
  #session = "";
  #toldFull = 0;
  #reopening = 0;
  #reopenWaits = false;

  constructor(
    readonly document: string,
    /** The account whose storage it is. */
    private readonly account: string,
    private readonly desk: Desk,
    private readonly world: World,
    private readonly listener: SessionListener,
    storage: Storage,
  ) {
    const send = (frame: string) => this.#connection.send(frame);
    this.#connection = new Connection(world, {
      welcomed: (frame) => this.#welcomed(frame),
      received: (frame) => this.#received(frame),
      lost: (why) => this.#lost(why),
    });
    const later = (work: () => void, wait: number) => void world.later(work, wait);
    this.sync = new Sync(document, desk, {
      send,
      lost: (edit) => this.#lostEdit(edit),
      later,
      limits: () => this.#limits,
      keep: () => this.keeping.ahead(),
      left: (kept) => this.keeping.leftBehind(kept),
      unsure: (annotations) => this.#windows.wantToKnow(annotations),
    });
    this.#windows = new Windows(document, {
      send: (frame) => this.#connection.sendFrame(frame),
      later: world.later,
      ledger: () => this.sync.ledger,
      inSight: () => listener.inSight().map(({ start, end }) => this.confirmedRange(start, end)),
    });
    this.keeping = new Keeping(storage, {
      document,
      send,
      later,
      title: () => this.#snapshot.title,
      pending: () => this.sync.unsaved > 0,
      record: () => this.sync.record(),
      ledger: () => (this.sync.ledger === null || desk.composing ? null : this.sync.ledger),
      timeline: () => this.sync.timeline,
      adopt: (updates, kept) => this.sync.adopt(updates, kept),
      changed: () => this.#changed({}),
      drafted: ({ reason, message }) => listener.notice({ kind: "draft", text: message, reason }),
    });
    this.#asking = new Asking(document, randomName(), send);
    this.#presence = new PresenceBoard(() => this.#session);
    this.#whereabouts = new Whereabouts({ later, tell: (anchor, head) => this.#tellWhere(anchor, head) });
  }

  start(): void {
    this.keeping.start();
    this.#connection.start();
  }

  stop(): void {
    this.keeping.stop();
    this.#connection.sendFrame({ type: "close", document: this.document });
    this.#connection.stop();
  }

  hurry(): void {
    this.#connection.hurry();
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** The marks over what the editor shows now. */
  displayed(): Displayed {
    const { state } = this.desk;
    const { confirmed } = this.sync.ledger!;
    const ink = inkOf(state);
    const over = ink.runs.length === 0 ? null : layer(ink, state.doc.length);
    return displayed(confirmed, pending(state), documentText(state), this.#snapshot.account, over);
  }

  /** The suggestion that a plugin put in the place of one that is gone; null when it is not known. */
  heir(gone: string): string | null {
    const { heirs, confirmed } = this.sync.ledger!;
    return heirs.of(gone, (id) => confirmed.suggestions.has(id));
  }

  /** The others' selections, in the text as shown. */
  present(): Presence[] {
    if (this.sync.ledger === null) return [];
    const local = this.#local();
    return this.#presence.at(this.sync.ledger).map((presence) => ({
      ...presence,
      anchor: local.mapPos(presence.anchor, 1),
      head: local.mapPos(presence.head, 1),
    }));
  }

  /** Whole lines of what is shown as the server has them, with the hashes of what one sees of them. */
  seen(lines: readonly Range[]): Promise<SeenPassage[]> {
    const { confirmed } = this.sync.ledger!;
    return seen(confirmed, lines.map(({ start, end }) => this.confirmedRange(start, end)));
  }

  /** A range of the shown text, in the confirmed text. */
  confirmedRange(start: number, end: number, shown = this.desk.state): Range {
    const back = this.#local(shown).invertedDesc;
    const from = back.mapPos(start, 1);
    return { start: from, end: Math.max(from, back.mapPos(end, -1)) };
  }

  /** Whether all annotations are here that touch a range of the text of a state, the present one or an earlier one. */
  knows(state: EditorState, start: number, end: number): boolean {
    const { ledger } = this.sync;
    if (ledger === null) return true;
    const { annotations, total, loaded } = ledger.confirmed;
    return annotations.size >= total || covers(loaded, this.confirmedRange(start, end, state));
  }

  /** To be called when other parts of the text came into sight. */
  look(): void {
    this.#windows.look();
  }

  /** Annotations whose text is gone are to be shown, wherever they are. */
  wantOrphans(): void {
    this.#windows.wantOrphans();
  }

  /** To be called after each local transaction of the editor, and when an input method has finished. */
  edited(): void {
    this.sync.say();
    this.keeping.edited();
    this.sync.edited();
    this.#changed({});
  }

  ask(ask: Ask): Promise<Done> {
    return this.#asking.ask(ask);
  }

  analyze(plugin: string, range: { start: number; end: number } | null): void {
    this.#connection.sendFrame({ type: "analyze", document: this.document, plugin, ...range });
  }

  dismiss(plugin: string): void {
    this.#connection.sendFrame({ type: "dismiss", document: this.document, plugin });
    this.#changed({ analyses: this.#snapshot.analyses.filter((id) => id !== plugin) });
  }

  /** Tells the others where one's selection is, at most ten times a second. */
  here(anchor: number, head: number): void {
    this.#whereabouts.at(anchor, head);
  }

  #tellWhere(anchor: number, head: number): void {
    if (this.sync.ledger === null || !this.#snapshot.opened) return;
    const back = this.#local().invertedDesc;
    const place = (shown: number) => back.mapPos(Math.min(shown, back.length), -1);
    this.#connection.sendFrame({
      type: "here",
      document: this.document,
      revision: this.sync.ledger.revision,
      anchor: place(anchor),
      head: place(head),
    });
  }

  /** What leads from the confirmed text to the one that is shown. */
  #local(shown = this.desk.state): ChangeDesc {
    return localChanges(shown, this.sync.ledger!.confirmed.text);
  }

  #welcomed(frame: Welcome): void {
    const { limits } = frame;
    if (frame.account.id !== this.account) {
      this.#lost("other-account");
      return this.#connection.stop();
    }
    this.#session = frame.session;
    const messageBytes = Math.min(limits["message-bytes"], limits["frame-bytes"]);
    this.#limits = { messageBytes, insertUnits: limits["insert-units"] };
    this.#changed({ account: frame.account.id });
    this.#open();
  }

  #open(): void {
    this.#connection.sendFrame(this.sync.openFrame());
  }

  #lost(why: Loss | "other-account"): void {
    this.#disconnected();
    this.#presence.replace([]);
    this.#changed({ connection: "offline", why });
  }

  #disconnected(): void {
    this.sync.disconnected();
    this.keeping.disconnected();
    this.#asking.disconnected();
    this.#windows.disconnected();
  }

  #received(frame: ServerFrame): void {
    if (frame.type === "welcome") return;
    if (frame.type === "plugin") return this.#changed({ pluginsTold: this.#snapshot.pluginsTold + 1 });
    if ((frame.document ?? this.document) !== this.document) return;
    switch (frame.type) {
      case "opened": {
        this.#changed({ title: frame.title, project: frame.project });
        this.sync.opened(frame);
        return this.#nowOpen(frame);
      }
      case "resumed":
        this.sync.resumed(frame);
        return this.#nowOpen(frame);
      case "annotations":
        this.#windows.received(frame);
        this.sync.submit();
        return this.#changed({});
      case "changes":
        this.sync.changes(frame);
        this.#windows.look();
        this.keeping.changes(frame);
        return this.#changed({});
      case "done":
        if (this.#asking.isFor(frame)) this.#asking.done(frame);
        else if (this.keeping.isFor(frame)) this.keeping.done(frame);
        else if (frame.client === this.sync.client) this.sync.done(frame);
        return this.#changed({});
      case "refused":
        if (this.#asking.isFor(frame)) this.#asking.refused(frame);
        else if (this.keeping.isFor(frame)) this.keeping.refused(frame);
        else if (frame.client === this.sync.client) this.sync.refused(frame);
        if (frame.code === "storage-full") this.#noRoom();
        return this.#changed({});
      case "suggestions":
        this.sync.ledger?.offer(frame);
        return this.#offered(frame);
      case "analysis":
        return this.#progressed(frame);
      case "presence":
        this.#presence.show(frame);
        return this.#changed({});
      case "left":
        this.#presence.left(frame.session);
        return this.#changed({});
      case "members":
        return this.#changed({
          role: frame.role,
          people: { ...this.#snapshot.people, ...frame.people },
          approvalsNeeded: frame.approvalsNeeded,
        });
      case "work":
        return this.#changed({ workTold: this.#snapshot.workTold + 1 });
      case "head":
        this.sync.head(frame);
        return this.keeping.nudge(frame.revision);
      case "storage-full":
        return this.#noRoom();
      case "closed":
        if (frame.code === "storage-full") this.#noRoom();
        return this.#reopenSoon();
      case "failed":
        return this.#failed(frame.code, frame.message);
    }
  }

  #nowOpen(frame: Opened | Resumed): void {
    const { role, analyses, present, approvalsNeeded } = frame;
    const people = { ...this.#snapshot.people, ...frame.people };
    this.#reopening = 0;
    this.#presence.replace(present);
    const workTold = this.#snapshot.workTold + 1;
    const pluginsTold = this.#snapshot.pluginsTold + 1;
    this.#changed({ connection: "online", why: null, role, approvalsNeeded, analyses, people, opened: true });
    this.#changed({ workTold, pluginsTold });
    this.#asking.connected();
    this.#windows.opened();
    this.keeping.connected();
    this.#whereabouts.tell();
  }

  #noRoom(): void {
    const told = ++this.#toldFull;
    this.#changed({ storageFull: true });
    this.world.later(() => told === this.#toldFull && this.#changed({ storageFull: false }), STORAGE_FULL_FOR);
  }

  /** Also who was asked by hand offers something that can be dropped. */
  #offered({ plugin, added }: SuggestionsChanged): void {
    const { analyses } = this.#snapshot;
    const isNew = plugin !== "" && added.length > 0 && !analyses.includes(plugin);
    this.#changed(isNew ? { analyses: [...analyses, plugin] } : {});
  }

  #progressed(frame: AnalysisProgress): void {
    const { analyses, progress } = this.#snapshot;
    const follows = frame.state === "running" || frame.state === "done";
    const isNew = follows && !analyses.includes(frame.plugin);
    const left = frame.state === "stopped" ? analyses.filter((id) => id !== frame.plugin) : analyses;
    this.#changed({
      progress: { ...progress, [frame.plugin]: frame },
      analyses: isNew ? [...left, frame.plugin] : left,
    });
    if (follows) return;
    const kind = frame.state === "stopped" ? "stopped" : "plugin";
    this.listener.notice({ kind, text: `${frame.plugin}: ${frame.message}` });
  }

  /** The server let go of the document: ask again after a short, growing, random wait. */
  #reopenSoon(): void {
    this.#disconnected();
    this.#changed({ connection: "connecting" });
    if (this.#reopenWaits) return;
    this.#reopenWaits = true;
    const longest = Math.min(5_000, REOPEN_AFTER * 2 ** this.#reopening++);
    this.world.later(() => {
      this.#reopenWaits = false;
      this.#open();
    }, longest * (0.5 + this.world.random() / 2));
  }

  #failed(code: string, message: string): void {
    if (FOREVER.has(code) && this.#snapshot.connection !== "online") {
      this.#changed({ connection: "offline", why: "forbidden" });
      void this.keeping.giveUp(message).catch(() => {});
    } else if (code === "quarantined") {
      this.#changed({ connection: "offline", why: "quarantined" });
    } else if (this.#snapshot.connection !== "online") {
      return this.#reopenSoon();
    }
    this.listener.notice({ kind: "failed", text: `${message} (${code})` });
  }

  #lostEdit({ reason, message, pieces }: LostEdit): void {
    this.keeping.lost(reason, message, pieces);
    this.world.later(() => this.#changed({}), 0);
  }

  #changed(part: Partial<Snapshot>): void {
    const opened = this.sync.ledger !== null;
    if (opened) this.keeping.proceed();
    const before = this.#snapshot.pending;
    const waiting = this.sync.unsaved + this.keeping.count;
    const size = opened ? pendingSize(this.desk.state) : 0;
    this.#snapshot = {
      ...this.#snapshot,
      ...part,
      revision: this.sync.ledger?.revision ?? 0,
      pending: waiting,
      safe: this.keeping.safe,
      full: waiting >= MOST_KEPT_EDITS || size >= MOST_KEPT_BYTES,
      drafts: this.keeping.drafts,
    };
    if (waiting !== before) this.keeping.edited();
    this.listener.changed();
  }
}
