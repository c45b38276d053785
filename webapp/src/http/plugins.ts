import { at, request } from "./api";

export type Value = string | number | boolean;

/** A setting of a plugin, or a parameter of a command. */
export interface Setting {
  name: string;
  type: "string" | "number" | "boolean";
  /** The value when none is given. */
  standard: Value;
  /** The only values allowed; empty when any of the type is. */
  oneOf: Value[];
  label: string;
  help: string;
}

/** A kind of annotation that a plugin brings. */
export interface KindOfPlugin {
  kind: string;
  label: string;
  hue: string;
  tei?: { element: string; type?: string };
}

export interface FormatOfPlugin {
  name: string;
  label: string;
  extension: string;
  mediaType: string;
}

/** One version of an installed plugin, as it declares itself. */
export interface Installed {
  id: string;
  name: string;
  version: string;
  bundled: boolean;
  categories: string[];
  settings: Setting[];
  sources: { file: string; origin: string; license: string }[];
  annotations: KindOfPlugin[];
  commands: { name: string; label: string; places: string[]; parameters: Setting[] }[];
  imports: FormatOfPlugin[];
  exports: FormatOfPlugin[];
}

/** How an instance of a plugin is set. */
export interface Instance {
  instance: string;
  plugin: string;
  /** The newest that is installed when it names none. */
  version?: string;
  enabled: boolean;
  /** Those that are not left to their defaults. */
  settings: Record<string, Value>;
  /** The operator's own file, when that decides. */
  operators?: string;
  /** Differs with each content of its file; empty when it has none. */
  stamp: string;
  /** What is left of it when it is removed; absent when there is nothing to remove. */
  removal?: "gone" | "defaults";
  /** Why its file cannot be read; nothing of what it says is told then. */
  unreadable?: string;
}

/** What an instance is to be. */
export type Wanted = Pick<Instance, "plugin" | "version" | "enabled" | "settings" | "stamp">;

export const plugins = {
  installed: () => request<Installed[]>("GET", "/api/plugins/installed"),
  settings: (instance: string) => request<Instance>("GET", at`/api/plugins/${instance}/settings`),
  configure: (instance: string, { plugin, version, enabled, settings, stamp }: Wanted) =>
    request<Instance>("PUT", at`/api/plugins/${instance}`, { plugin, version, enabled, settings, stamp }),
  /** Versions that are kept to be tried, for administrators. */
  staged: () => request<Installed[]>("GET", "/api/plugins/staged"),
  use: (instance: string, tried: { version: string; sha256: string; settings: Record<string, Value>; stamp: string }) =>
    request<Instance>("PUT", at`/api/plugins/${instance}/version`, tried),
  discard: (plugin: string, version: string) => request<void>("DELETE", at`/api/plugins/staged/${plugin}/${version}`),
  remove: (instance: string, stamp: string) =>
    request<void>("DELETE", at`/api/plugins/${instance}?stamp=${stamp}`),
};
