import { useSyncExternalStore } from "react";

/** Where the browser is. */
export type Route =
  | { page: "projects" }
  | { page: "sign-in" }
  | { page: "setup"; token: string }
  | { page: "project"; id: string }
  | { page: "document"; id: string }
  | { page: "nowhere" };

export function parse(path: string, query: string): Route {
  const [first = "", second, ...rest] = path.split("/").filter((part) => part !== "");
  if (rest.length > 0) return { page: "nowhere" };
  if (second !== undefined && first === "projects") return { page: "project", id: decodeURIComponent(second) };
  if (second !== undefined && first === "documents") return { page: "document", id: decodeURIComponent(second) };
  if (second !== undefined) return { page: "nowhere" };
  if (first === "") return { page: "projects" };
  if (first === "sign-in") return { page: "sign-in" };
  if (first === "setup") return { page: "setup", token: new URLSearchParams(query).get("token") ?? "" };
  return { page: "nowhere" };
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

const address = () => location.pathname + location.search;

export function useRoute(): Route {
  useSyncExternalStore(subscribe, address);
  return parse(location.pathname, location.search);
}

export function navigate(path: string, replace = false): void {
  if (replace) history.replaceState(null, "", path);
  else history.pushState(null, "", path);
  for (const listener of listeners) listener();
}

export const to = {
  projects: "/",
  signIn: "/sign-in",
  project: (id: string) => `/projects/${encodeURIComponent(id)}`,
  document: (id: string) => `/documents/${encodeURIComponent(id)}`,
};
