import type { PluginLine } from "../http/api";
import type { Installed, Setting } from "../http/plugins";

export type Place = "selection" | "document" | "project";

/** A command that can be given now, of one instance of a plugin. */
export interface Offered {
  readonly instance: string;
  /** The plugin's name for people; of one of several instances also its own. */
  readonly plugin: string;
  readonly name: string;
  readonly label: string;
  readonly parameters: readonly Setting[];
  /** The machine that texts go to; empty when they stay here. */
  readonly destination: string;
}

/** Commands that instances which run declare for a place, in the version that each of them runs. */
export function offered(
  lines: readonly PluginLine[],
  installed: readonly Installed[],
  place: Place,
): readonly Offered[] {
  return lines
    .filter(({ state }) => state === "started")
    .flatMap((line) => {
      const declared = installed.find(({ id, version }) => id === line.plugin && version === line.version);
      return (declared?.commands ?? [])
        .filter(({ places }) => places.includes(place))
        .map(({ name, label, parameters }) => ({
          instance: line.id,
          plugin: line.id === line.plugin ? line.name : `${line.name} (${line.id})`,
          name,
          label,
          parameters,
          destination: line.destination,
        }));
    });
}

/** What names an offered command among others. */
export function keyOf({ instance, name }: Pick<Offered, "instance" | "name">): string {
  return `${instance} ${name}`;
}
