import type { ChangeDesc } from "@codemirror/state";
import type { Ledger } from "./ledger";
import type { Presence } from "./values";

/** Where the others are, kept at the confirmed revision. Never stored, best effort. */
export class PresenceBoard {
  #others = new Map<string, Presence>();

  constructor(private readonly ownSession: () => string) {}

  replace(present: readonly Presence[]): void {
    this.#others.clear();
    for (const presence of present) this.show(presence);
  }

  show(presence: Presence): void {
    if (presence.session === this.ownSession()) return;
    const { session, account, name, colour, revision, anchor, head } = presence;
    this.#others.set(session, { session, account, name, colour, revision, anchor, head });
  }

  left(session: string): void {
    this.#others.delete(session);
  }

  /** Everybody, at the ledger's revision; those who are ahead of it stay where they were told. */
  at(ledger: Ledger): Presence[] {
    for (const presence of this.#others.values()) {
      const since = ledger.since(presence.revision);
      if (since !== null && since.length > 0) {
        this.#others.set(presence.session, moved(presence, since, ledger.revision));
      }
    }
    const length = ledger.confirmed.text.length;
    return [...this.#others.values()].map((presence) => ({
      ...presence,
      anchor: Math.min(presence.anchor, length),
      head: Math.min(presence.head, length),
    }));
  }
}

function moved(presence: Presence, since: readonly ChangeDesc[], revision: number): Presence {
  const follow = (place: number) =>
    since.reduce((at, change) => (at <= change.length ? change.mapPos(at, 1) : change.newLength), place);
  return { ...presence, revision, anchor: follow(presence.anchor), head: follow(presence.head) };
}

/** Whether nobody came, went or moved. */
export function isUnmoved(before: readonly Presence[], after: readonly Presence[]): boolean {
  return (
    before.length === after.length &&
    after.every(({ session, anchor, head }, index) => {
      const known = before[index]!;
      return session === known.session && anchor === known.anchor && head === known.head;
    })
  );
}
