import type { Installed, Setting, Value } from "../http/plugins";
import { words } from "../strings";

/** What stands in the fields of a form. */
export type Draft = Readonly<Record<string, string | boolean>>;

/** What a form says: the values that are not left to their defaults, and what is wrong, by setting. */
export interface Said {
  readonly values: Record<string, Value>;
  readonly faults: Readonly<Record<string, string>>;
}

/** The fields as they are when nobody has touched them. */
export function draftOf(settings: readonly Setting[], given: Readonly<Record<string, Value>>): Draft {
  return Object.fromEntries(settings.map((setting) => [setting.name, shown(setting, given[setting.name])]));
}

function shown({ type, standard }: Setting, given: Value | undefined): string | boolean {
  const value = typeof given === typeof standard ? given! : standard;
  return type === "boolean" ? value === true : String(value);
}

/** Reads the fields. What equals its default is left to it. */
export function read(settings: readonly Setting[], draft: Draft): Said {
  const values: Record<string, Value> = {};
  const faults: Record<string, string> = {};
  for (const setting of settings) {
    const value = parsed(setting, draft[setting.name] ?? shown(setting, undefined));
    if (value === undefined) faults[setting.name] = words.plugins.noNumber;
    else if (value !== setting.standard) values[setting.name] = value;
  }
  return { values, faults };
}

function parsed({ type }: Setting, field: string | boolean): Value | undefined {
  if (type === "boolean") return field === true;
  const text = String(field);
  if (type === "string") return text;
  const number = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Which setting a refusal of the server is about. */
export function settingOf(message: string, settings: readonly Setting[]): string | undefined {
  const named = /\bsetting "?([a-z0-9-]+)/.exec(message)?.[1];
  return settings.find(({ name }) => name === named)?.name;
}

/** The installed versions of a plugin, the newest first. */
export function versionsOf(installed: readonly Installed[], plugin: string): readonly Installed[] {
  return installed.filter(({ id }) => id === plugin);
}

/** The version that an instance keeps to, or else the newest. */
export function chosen(installed: readonly Installed[], plugin: string, version = ""): Installed | undefined {
  const versions = versionsOf(installed, plugin);
  return version === "" ? versions[0] : versions.find((one) => one.version === version);
}

/** A name for one more instance that no other has. */
export function freshName(plugin: string, taken: readonly string[]): string {
  for (let n = 2; ; n++) {
    const name = `${plugin}-${n}`;
    if (!taken.includes(name)) return name;
  }
}
