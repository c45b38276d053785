import type { Batch, Draft, Kept, Liveness, Shelf, Waiting } from "./kept";
import type { Storage } from "./keeping";

const VERSION = 1;
const KEPT = "kept";
const DRAFTS = "drafts";
const DOCUMENT = "document";
/** How long a tab may take to say that it lives, in milliseconds, where the browser has no locks. */
const REPLY = 500;

/** Set where others use the browser, too: then nothing is kept in it beyond the tab. */
const PUBLIC = "dianjiao public computer";

/** Null where the browser keeps nothing for us, or does not let us ask. */
function marks(): globalThis.Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** Says whether others use this browser, too. */
export function setPublicComputer(on: boolean): void {
  if (on) marks()?.setItem(PUBLIC, "yes");
  else marks()?.removeItem(PUBLIC);
}

export function isPublicComputer(): boolean {
  return (marks()?.getItem(PUBLIC) ?? null) !== null;
}

/** What an account keeps in this browser; a database of its own, so that no other account sees it. */
export function openShelf(
  account: string,
  factory: IDBFactory = indexedDB,
  publicComputer: boolean = isPublicComputer(),
): Shelf {
  return publicComputer ? nothingKept : shelfIn(account, factory);
}

/** As in a browser whose storage is closed: who writes is told that it is in the tab only. */
const nothingKept: Shelf = {
  write: ({ put = [], drafts = [] }) =>
    put.length + drafts.length === 0
      ? Promise.resolve()
      : Promise.reject(new Error("nothing is kept on a public computer")),
  claim: () => Promise.resolve(null),
  kept: () => Promise.resolve([]),
  drafts: () => Promise.resolve([]),
  waiting: () => Promise.resolve([]),
  clear: () => Promise.resolve(),
};

function shelfIn(account: string, factory: IDBFactory): Shelf {
  let opening: Promise<IDBDatabase> | null = null;
  const database = () => {
    opening ??= open(factory, `dianjiao ${account}`);
    opening.catch(() => (opening = null));
    return opening;
  };
  return {
    async write({ put = [], remove = [], drafts = [], removeDrafts = [] }: Batch) {
      if (put.length + remove.length + drafts.length + removeDrafts.length === 0) return;
      const transaction = writing(await database());
      const kept = transaction.objectStore(KEPT);
      const loose = transaction.objectStore(DRAFTS);
      for (const client of remove) kept.delete(client);
      for (const record of put) kept.put(record);
      for (const id of removeDrafts) loose.delete(id);
      for (const draft of drafts) loose.put(draft);
      await committed(transaction);
    },
    async claim(client, from, to) {
      const transaction = writing(await database());
      const store = transaction.objectStore(KEPT);
      let claimed: Kept | null = null;
      const request: IDBRequest<Kept | undefined> = store.get(client);
      request.onsuccess = () => {
        if (request.result?.tab !== from) return;
        claimed = { ...request.result, tab: to };
        store.put(claimed);
      };
      await committed(transaction);
      return claimed;
    },
    kept: async (document) => all<Kept>(await database(), KEPT, document),
    drafts: async (document) => all<Draft>(await database(), DRAFTS, document),
    async waiting() {
      const opened = await database();
      const [kept, drafts] = await Promise.all([all<Kept>(opened, KEPT), all<Draft>(opened, DRAFTS)]);
      return summary(kept, drafts);
    },
    async clear() {
      const transaction = writing(await database());
      transaction.objectStore(KEPT).clear();
      transaction.objectStore(DRAFTS).clear();
      await committed(transaction);
    },
  };
}

function summary(kept: readonly Kept[], drafts: readonly Draft[]): Waiting[] {
  const waiting = new Map<string, Waiting>();
  const at = ({ document, title }: Kept | Draft) => {
    const known = waiting.get(document) ?? { document, title, edits: 0, drafts: 0 };
    waiting.set(document, known);
    return known;
  };
  for (const record of kept) at(record).edits += record.updates.reduce((sum, { count }) => sum + count, 0);
  for (const draft of drafts) at(draft).drafts++;
  return [...waiting.values()];
}

function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((opened, failed) => {
    const request = factory.open(name, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(KEPT, { keyPath: "client" }).createIndex(DOCUMENT, DOCUMENT);
      request.result.createObjectStore(DRAFTS, { keyPath: "id" }).createIndex(DOCUMENT, DOCUMENT);
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      opened(request.result);
    };
    request.onerror = () => failed(request.error);
  });
}

function writing(database: IDBDatabase): IDBTransaction {
  return database.transaction([KEPT, DRAFTS], "readwrite", { durability: "strict" });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(transaction.error);
    transaction.onerror = () => failed(transaction.error);
  });
}

function all<T>(database: IDBDatabase, store: string, document?: string): Promise<T[]> {
  return new Promise((found, failed) => {
    const objects = database.transaction(store).objectStore(store);
    const request: IDBRequest<T[]> = document === undefined ? objects.getAll() : objects.index(DOCUMENT).getAll(document);
    request.onsuccess = () => found(request.result);
    request.onerror = () => failed(request.error);
  });
}

/** A lock that the browser lets go when the tab ends, however it ends. */
const locks = (manager: LockManager): Liveness => ({
  hold(tab) {
    let release = () => {};
    const ended = new Promise<void>((end) => (release = end));
    void manager.request(lockName(tab), () => ended);
    return () => release();
  },
  async isAlive(tab) {
    const { held = [], pending = [] } = await manager.query();
    return [...held, ...pending].some(({ name }) => name === lockName(tab));
  },
});

/** Where the page came without encryption there are no locks: then a living tab is one that answers. */
const questions = (): Liveness => ({
  hold(tab) {
    const channel = new BroadcastChannel(lockName(tab));
    channel.onmessage = ({ data }) => data === "?" && channel.postMessage("!");
    return () => channel.close();
  },
  isAlive(tab) {
    return new Promise((answered) => {
      const channel = new BroadcastChannel(lockName(tab));
      const answer = (alive: boolean) => {
        channel.close();
        answered(alive);
      };
      channel.onmessage = ({ data }) => data === "!" && answer(true);
      channel.postMessage("?");
      setTimeout(() => answer(false), REPLY);
    });
  },
});

const lockName = (tab: string) => `dianjiao tab ${tab}`;

/** The browser's storage for one account. */
export function browserStorage(account: string): Storage {
  const manager = (navigator as { locks?: LockManager }).locks;
  return {
    shelf: openShelf(account),
    liveness: manager === undefined ? questions() : locks(manager),
    now: () => Date.now(),
  };
}
