import { useSyncExternalStore } from "react";
import { type Query, written } from "../http/search";
import { address as wished, type Wish } from "../pictures/asked";
import type { Asked } from "../occurrences/choosing";

/** A range of a text. */
export interface Place {
  from: number;
  to: number;
}

/** Where the browser is. */
export type Route =
  | { page: "projects" }
  | { page: "sign-in"; said: string }
  | { page: "account"; said: string }
  | { page: "invitation"; secret: string }
  | { page: "new-password"; secret: string }
  | { page: "plugins"; open: string }
  | { page: "setup"; token: string }
  | { page: "project"; id: string }
  | { page: "progress"; id: string }
  | { page: "glyphs"; id: string; description: string; form: string }
  | { page: "search"; id: string; asked: string }
  | { page: "variants"; id: string }
  | { page: "pictures"; id: string; query: string }
  | { page: "consistency"; id: string }
  | { page: "occurrences"; id: string; asked: string }
  | { page: "authority"; project: string; asked: string }
  | { page: "comparison"; project: string; id: string }
  | { page: "document"; id: string; assignment?: string | undefined; place?: Place | undefined }
  | { page: "round"; document: string; id: string }
  | { page: "nowhere" };

/** A secret stands behind the #, which browsers send to nobody. */
export function parse(path: string, query: string, fragment = ""): Route {
  const [first = "", second, ...rest] = path.split("/").filter((part) => part !== "");
  if (second !== undefined && first === "projects" && rest.length === 1 && rest[0] === "progress") {
    return { page: "progress", id: decodeURIComponent(second) };
  }
  if (second !== undefined && first === "projects" && rest.length === 1 && rest[0] === "glyphs") {
    const asked = new URLSearchParams(query);
    const [description, form] = [asked.get("description") ?? "", asked.get("form") ?? ""];
    return { page: "glyphs", id: decodeURIComponent(second), description, form };
  }
  if (second !== undefined && first === "projects" && rest.length === 1 && rest[0] === "search") {
    return { page: "search", id: decodeURIComponent(second), asked: query };
  }
  if (second !== undefined && first === "projects" && rest.length === 1 && rest[0] === "variants") {
    return { page: "variants", id: decodeURIComponent(second) };
  }
  if (second !== undefined && first === "projects" && rest.length === 1 && rest[0] === "pictures") {
    return { page: "pictures", id: decodeURIComponent(second), query };
  }
  if (second !== undefined && first === "projects" && rest.length === 1 && rest[0] === "occurrences") {
    return { page: "occurrences", id: decodeURIComponent(second), asked: query };
  }
  if (second !== undefined && first === "projects" && rest.length === 1 && rest[0] === "authority") {
    return { page: "authority", project: decodeURIComponent(second), asked: query };
  }
  if (second !== undefined && first === "projects" && rest.length === 1 && rest[0] === "consistency") {
    return { page: "consistency", id: decodeURIComponent(second) };
  }
  const [rounds, round, ...more] = rest;
  if (second !== undefined && first === "projects" && rounds === "comparisons" && round !== undefined && more.length === 0)
    return { page: "comparison", project: decodeURIComponent(second), id: decodeURIComponent(round) };
  if (second !== undefined && first === "documents" && rounds === "rounds" && round !== undefined && more.length === 0)
    return { page: "round", document: decodeURIComponent(second), id: decodeURIComponent(round) };
  if (rest.length > 0) return { page: "nowhere" };
  if (second !== undefined && first === "projects") return { page: "project", id: decodeURIComponent(second) };
  if (second !== undefined && first === "documents") {
    const asked = new URLSearchParams(query);
    const assignment = asked.get("assignment") ?? undefined;
    return { page: "document", id: decodeURIComponent(second), assignment, place: placeOf(asked.get("place") ?? "") };
  }
  if (first === "plugins") return { page: "plugins", open: decodeURIComponent(second ?? "") };
  if (second !== undefined) return { page: "nowhere" };
  if (first === "") return { page: "projects" };
  if (first === "sign-in") return { page: "sign-in", said: new URLSearchParams(query).get("openid") ?? "" };
  if (first === "account") return { page: "account", said: new URLSearchParams(query).get("openid") ?? "" };
  if (first === "invitation") return { page: "invitation", secret: fragment.slice(1) };
  if (first === "new-password") return { page: "new-password", secret: fragment.slice(1) };
  if (first === "authority") return { page: "authority", project: "", asked: query };
  if (first === "setup") return { page: "setup", token: new URLSearchParams(query).get("token") ?? "" };
  return { page: "nowhere" };
}

function placeOf(words: string): Place | undefined {
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(words) ?? [];
  return from === undefined || to === undefined ? undefined : { from: Number(from), to: Number(to) };
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("popstate", listener);
  };
}

const address = () => location.pathname + location.search + location.hash;

export function useRoute(): Route {
  useSyncExternalStore(subscribe, address);
  return parse(location.pathname, location.search, location.hash);
}

export function navigate(path: string, replace = false): void {
  if (replace) history.replaceState(null, "", path);
  else history.pushState(null, "", path);
  for (const listener of listeners) listener();
}

export const to = {
  projects: "/",
  signIn: "/sign-in",
  account: "/account",
  plugins: "/plugins",
  plugin: (instance: string) => `/plugins/${encodeURIComponent(instance)}`,
  invitation: (secret: string) => `/invitation#${secret}`,
  newPassword: (secret: string) => `/new-password#${secret}`,
  project: (id: string) => `/projects/${encodeURIComponent(id)}`,
  progress: (id: string) => `/projects/${encodeURIComponent(id)}/progress`,
  glyphs: (id: string) => `/projects/${encodeURIComponent(id)}/glyphs`,
  /** With the form for a new entry filled in. */
  newGlyph: (id: string, entry: { description: string; form: string }) =>
    `/projects/${encodeURIComponent(id)}/glyphs?${new URLSearchParams({ description: entry.description, form: entry.form })}`,
  search: (id: string, query: Query) => `/projects/${encodeURIComponent(id)}/search?${written(query)}`,
  variants: (id: string) => `/projects/${encodeURIComponent(id)}/variants`,
  pictures: (id: string, wish: Wish) => `/projects/${encodeURIComponent(id)}/pictures?${wished(wish)}`,
  consistency: (id: string) => `/projects/${encodeURIComponent(id)}/consistency`,
  occurrences: (id: string, asked: Asked) =>
    `/projects/${encodeURIComponent(id)}/occurrences?${new URLSearchParams({ ...asked })}`,
  /** Of a project; the server's without one. */
  authority: (project: string, part: Record<string, string> = {}) => {
    const query = new URLSearchParams(part).toString();
    return (project === "" ? "/authority" : `/projects/${encodeURIComponent(project)}/authority`) + (query && `?${query}`);
  },
  entity: (project: string, id: string) => to.authority(project, { id }),
  comparison: (project: string, id: string) => `/projects/${encodeURIComponent(project)}/comparisons/${encodeURIComponent(id)}`,
  place: (document: string, { from, to }: Place) => `/documents/${encodeURIComponent(document)}?place=${from}-${to}`,
  document: (id: string) => `/documents/${encodeURIComponent(id)}`,
  assignment: (document: string, id: string) => `/documents/${encodeURIComponent(document)}?assignment=${encodeURIComponent(id)}`,
  round: (document: string, id: string) => `/documents/${encodeURIComponent(document)}/rounds/${encodeURIComponent(id)}`,
};
