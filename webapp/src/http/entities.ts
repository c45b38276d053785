import { api, at, request } from "./api";

const PLUGIN = "names";
const MOST = 10;

/** An entry of an authority file, as it can be picked. */
export interface Entry {
  entity: string;
  label: string;
  type: string;
  /** What tells it from others of the same name. */
  aside?: string;
}

interface Listed {
  id: string;
  type: string;
  label: string;
  note: string;
  period?: { from: string; to: string };
}

/** What a project's authority file has of a name, then what the plugin of names knows besides. */
export async function lookUp(project: string, query: string, type: string): Promise<Entry[]> {
  const [own, others] = await Promise.allSettled([
    request<{ entities: Listed[] }>("GET", at`/api/projects/${project}/authority?q=${query}&type=${type}&limit=${MOST}`),
    api.lookup(PLUGIN, query, type, MOST),
  ]);
  if (own.status === "rejected" && others.status === "rejected") throw own.reason;
  const entries: Entry[] = own.status === "fulfilled" ? own.value.entities.map(picked) : [];
  const known = new Set(entries.map(({ entity }) => entity));
  const more = others.status === "fulfilled" ? others.value.filter(({ entity }) => !known.has(entity)) : [];
  return [...entries, ...more].slice(0, MOST);
}

function picked({ id, type, label, note, period }: Listed): Entry {
  const years = period ? `${period.from}–${period.to}` : "";
  return { entity: id, label, type, aside: [years, note, id].filter((part) => part !== "").join(" · ") };
}

/** Enters a new entity with one name into the project's own file; its id. */
export async function addEntity(project: string, type: string, name: string): Promise<string> {
  const entities = [{ type, labels: [{ text: name, kind: "preferred" }] }];
  const step = { deed: "add", reason: "", entities };
  const { ids } = await request<{ ids: string[] }>("POST", at`/api/projects/${project}/authority`, step);
  return ids[0]!;
}
