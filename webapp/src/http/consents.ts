import { at, request } from "./api";

/** A plugin on another machine, and whether texts of a project may go there. */
export interface RemotePlugin {
  plugin: string;
  /** What it is called. */
  name: string;
  destination: string;
  /** Not there when nobody consented; given for another machine, it does not count. */
  consent?: { destination: string; account: string; name: string; at: string };
}

export const consents = {
  of: (project: string) => request<RemotePlugin[]>("GET", at`/api/projects/${project}/consents`),
  give: (project: string, plugin: string, destination: string) =>
    request<RemotePlugin[]>("PUT", at`/api/projects/${project}/plugins/${plugin}/consent`, { destination }),
  takeBack: (project: string, plugin: string) =>
    request<RemotePlugin[]>("DELETE", at`/api/projects/${project}/plugins/${plugin}/consent`),
};
