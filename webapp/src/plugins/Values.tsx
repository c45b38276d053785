import type { Setting, Value } from "../http/plugins";
import { words } from "../strings";

/** How something is set, to be read. */
export function Values({ settings, given }: { settings: readonly Setting[]; given: Readonly<Record<string, Value>> }) {
  if (settings.length === 0) return <p className="aside">{words.plugins.noSettings}</p>;
  return (
    <section>
      <h3>{words.plugins.settings}</h3>
      <dl className="setting-values">
        {settings.map(({ name, label, standard }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{valueWords(given[name] ?? standard)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function valueWords(value: Value): string {
  if (typeof value === "boolean") return value ? words.plugins.yes : words.plugins.no;
  return value === "" ? words.plugins.empty : String(value);
}
