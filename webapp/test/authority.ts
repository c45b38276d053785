import { Text } from "@codemirror/state";
import { Anchored } from "../src/session/anchored";
import { checksum } from "../src/session/checksum";
import { advance, type Confirmed, type LogEntry } from "../src/session/confirmed";
import type { Account, Ask, Change, ClientFrame, ServerFrame, Submit } from "../src/session/frames";
import { ALL_LOADED } from "../src/session/loaded";
import { randomName } from "../src/session/names";
import type { Presence, Role, Suggestion } from "../src/session/values";
import { admit, check, FOLLOWED, isDecided, LIMITS, lostTo } from "./admitting";
import { No } from "./no";
import { orphansOf, windowOf } from "./reading";
import { type Late, rebase } from "./rebase";
import { deedOf } from "./reviewing";

/** One connected client, as the authority sees it. */
export interface Peer {
  session: string;
  account: Account;
  open: boolean;
  send(frame: ServerFrame): void;
}

export type Analyzer = (text: string, start: number, end: number) => Omit<Suggestion, "id">[];

type Numbered = { document: string; client: string; sequence: number };

/** So many changes go into one answer to a pull. */
const PULLED = 1_000;

/**
 * One document in memory that speaks the protocol: what the tests hold the session code against and
 * what the development server runs. It keeps nothing and checks only what the protocol's rules name.
 */
export class Authority {
  readonly log: LogEntry[] = [];
  readonly peers = new Set<Peer>();
  readonly roles = new Map<string, Role>();
  /** What tabs said that shows another text than it should. */
  readonly diverged: ClientFrame[] = [];
  readonly presence = new Map<string, Presence>();
  readonly analyses = new Set<string>();
  epoch = 1;
  timeline = "t1";
  /** How far back a tab may lie and be told only what is missing. */
  followed = FOLLOWED;
  state: Confirmed;
  #last = new Map<string, number>();
  #answers = new Map<string, ServerFrame>();
  #named = new Map<string, string[]>();

  constructor(
    readonly id: string,
    readonly title: string,
    readonly initial: string,
    readonly analyzers: Record<string, Analyzer> = {},
  ) {
    this.state = {
      revision: 0,
      text: Text.of(initial.split("\n")),
      annotations: Anchored.none(),
      total: 0,
      orphaned: 0,
      approvals: new Map(),
      suggestions: Anchored.none(),
      threads: Anchored.none(),
      loaded: ALL_LOADED,
    };
  }

  join(account: Account, send: (frame: ServerFrame) => void): Peer {
    const peer = { session: randomName(), account, open: false, send };
    this.peers.add(peer);
    return peer;
  }

  leave(peer: Peer): void {
    this.peers.delete(peer);
    this.presence.delete(peer.session);
    this.#tell({ type: "left", document: this.id, session: peer.session });
  }

  tellHead(): void {
    const { epoch } = this;
    const { revision, text } = this.state;
    this.#tell({ type: "head", document: this.id, epoch, revision, checksum: checksum(text) });
  }

  tellWork(): void {
    this.#tell({ type: "work", document: this.id });
  }

  /** A new owner of the document, as after a restart. */
  restart(): void {
    this.epoch++;
    this.presence.clear();
    for (const peer of this.peers) peer.open = false;
  }

  receive(peer: Peer, frame: ClientFrame): void {
    const bytes = Buffer.byteLength(JSON.stringify(frame));
    if (bytes > LIMITS["frame-bytes"]) throw new Error(`a frame of ${bytes} bytes`);
    switch (frame.type) {
      case "hello":
        return peer.send({
          type: "welcome",
          protocol: 1,
          session: peer.session,
          account: peer.account,
          limits: LIMITS,
        });
      case "open":
        return this.#open(peer, frame);
      case "pull":
        return this.#sendChanges(peer, frame.from);
      case "annotations":
        return peer.send(windowOf(this, frame));
      case "here":
        return this.#here(peer, frame);
      case "analyze":
        return this.#analyze(frame.plugin, frame.start ?? 0, frame.end ?? this.state.text.length);
      case "dismiss":
        return this.#dismiss(frame.plugin);
      case "diverged":
        this.diverged.push(frame);
        return;
      case "close":
        peer.open = false;
        return;
      default:
        return this.#numbered(peer, frame);
    }
  }

  get people() {
    const accounts = [...this.peers].map((peer) => peer.account);
    return Object.fromEntries(accounts.map(({ id, name, colour }) => [id, { name, colour }]));
  }

  #open(peer: Peer, frame: Extract<ClientFrame, { type: "open" }>): void {
    peer.open = true;
    const { revision, text } = this.state;
    const common = {
      document: this.id,
      role: this.#role(peer),
      timeline: this.timeline,
      epoch: this.epoch,
      revision,
      analyses: [...this.analyses],
      sequence: this.#last.get(frame.client) ?? 0,
      people: this.people,
      approvalsNeeded: 1,
      present: [...this.presence.values()],
    };
    if (frame.since !== undefined && frame.since <= revision && revision - frame.since <= this.followed) {
      peer.send({ type: "resumed", ...common });
      this.#sendSuggestions(peer);
      return this.#sendChanges(peer, frame.since + 1);
    }
    peer.send({
      type: "opened",
      ...common,
      title: this.title,
      project: "p",
      text: text.toString(),
      annotations: this.state.annotations.size,
      orphaned: orphansOf(this.state).length,
      threads: [...this.state.threads.list()],
    });
    this.#sendSuggestions(peer);
  }

  #sendSuggestions(peer: Peer): void {
    const { revision, suggestions } = this.state;
    if (suggestions.size === 0) return;
    const added = [...suggestions];
    peer.send({ type: "suggestions", document: this.id, revision, plugin: "", removed: [], added });
  }

  #sendChanges(peer: Peer, from: number): void {
    const { epoch } = this;
    const { revision: head } = this.state;
    if (from > head + 1) {
      const message = `revision ${from} is not among 1–${head}`;
      return peer.send({ type: "failed", document: this.id, code: "base-ahead", message });
    }
    const changes = this.log.slice(from - 1, from - 1 + PULLED).map(json);
    if (changes.length === 0) return;
    peer.send({ type: "changes", document: this.id, epoch, first: from, changes, head });
  }

  #here(peer: Peer, frame: Extract<ClientFrame, { type: "here" }>): void {
    const { id: account, name, colour } = peer.account;
    const { revision, anchor, head } = frame;
    const here = { session: peer.session, account, name, colour, revision, anchor, head };
    this.presence.set(peer.session, here);
    this.#tell({ type: "presence", document: this.id, ...here }, peer);
  }

  #numbered(peer: Peer, sent: Submit | (Ask & Numbered)): void {
    const frame = this.#whole(sent);
    if (frame === null) return;
    const { client, sequence } = frame;
    const known = this.#last.get(client) ?? 0;
    const count = frame.type === "submit" ? frame.updates.length : 1;
    if (sequence + count - 1 <= known) {
      const answer = this.#answers.get(`${client} ${sequence}`)!;
      return peer.send(answer);
    }
    try {
      if (sequence > known + 1) throw new No("sequence-gap", `${sequence} after ${known}`);
      const done = frame.type === "submit" ? this.#submit(peer, frame) : this.#act(peer, frame);
      const answer: ServerFrame = {
        type: "done",
        document: this.id,
        client,
        sequence,
        revision: this.state.revision,
        ...done,
      };
      this.#answers.set(`${client} ${sequence}`, answer);
      if (frame.type !== "submit") peer.send(answer);
    } catch (no) {
      if (!(no instanceof No)) throw no;
      const { code, message } = no;
      peer.send({ type: "refused", document: this.id, client, sequence, code, message });
    }
  }

  /** A decision whose names come in several frames is whole with its last one. */
  #whole(frame: Submit | (Ask & Numbered)): Submit | (Ask & Numbered) | null {
    if (frame.type !== "decide") return frame;
    const key = `${frame.client} ${frame.sequence}`;
    const suggestions = [...(this.#named.get(key) ?? []), ...frame.suggestions];
    this.#named.clear();
    if (frame.more) this.#named.set(key, suggestions);
    return frame.more ? null : { ...frame, suggestions };
  }

  #submit(peer: Peer, frame: Submit): object {
    admit(frame, this.#role(peer), this.state.revision);
    const rebased = rebase(frame, this.log.slice(frame.base));
    check(rebased, this.state, peer.account);
    this.#append(peer, frame.client, frame.sequence, rebased);
    return {};
  }

  #append(
    peer: Peer,
    client: string,
    sequence: number,
    updates: readonly Late[],
  ): void {
    const first = this.state.revision + 1;
    const gone: string[] = [];
    updates.forEach((update, index) => {
      const { changes } = update;
      const effects = update.effects.filter((effect) => !isDecided(effect, update, this.state));
      const at = new Date().toISOString();
      const entry = { client, sequence: sequence + index, author: peer.account.id, at, changes, effects };
      gone.push(...lostTo(changes, this.state.suggestions));
      this.log.push(entry);
      this.state = advance(this.state, entry);
    });
    this.#last.set(client, sequence + updates.length - 1);
    const changes = this.log.slice(first - 1).map(json);
    this.#tell({ type: "changes", document: this.id, epoch: this.epoch, first, changes });
    this.#offer("", gone, []);
  }

  #act(peer: Peer, frame: Ask & Numbered): object {
    const { changes, effects, told } = deedOf(frame, peer.account, this.#role(peer), this);
    this.#append(peer, frame.client, frame.sequence, [{ changes, effects }]);
    return told;
  }

  #analyze(plugin: string, start: number, end: number): void {
    const analyzer = this.analyzers[plugin];
    if (analyzer === undefined) return;
    this.analyses.add(plugin);
    const progress = { type: "analysis", document: this.id, plugin, message: "" } as const;
    this.#tell({ ...progress, state: "running", done: 0, total: 1 });
    const added = analyzer(this.state.text.toString(), start, end);
    const made = added.map((suggestion) => ({ ...suggestion, id: randomName() }));
    this.#offer(plugin, this.#madeBy(plugin), made);
    this.#tell({ ...progress, state: "done", done: 1, total: 1 });
  }

  #dismiss(plugin: string): void {
    this.analyses.delete(plugin);
    this.#offer(plugin, this.#madeBy(plugin), []);
  }

  #madeBy(plugin: string): string[] {
    return [...this.state.suggestions]
      .filter(({ maker }) => "plugin" in maker && maker.plugin === plugin)
      .map(({ id }) => id);
  }

  #offer(plugin: string, removed: string[], added: Suggestion[]): void {
    if (removed.length === 0 && added.length === 0) return;
    const suggestions = this.state.suggestions.without(removed).with(added);
    this.state = { ...this.state, suggestions };
    const { revision } = this.state;
    this.#tell({ type: "suggestions", document: this.id, revision, plugin, removed, added });
  }

  #role(peer: Peer): Role {
    return this.roles.get(peer.account.id) ?? "reviewer";
  }

  #tell(frame: ServerFrame, except?: Peer): void {
    for (const peer of this.peers) if (peer.open && peer !== except) peer.send(frame);
  }
}

function json(entry: LogEntry): Change {
  return { ...entry, changes: entry.changes.toJSON() };
}
