import type { FormatOfPlugin, Installed, KindOfPlugin } from "../http/plugins";
import { words } from "../strings";

/** What a plugin declares: where its knowledge comes from, kinds of annotations, commands, formats. */
export function Declarations({ of }: { of: Installed }) {
  const { sources, annotations, commands, imports, exports } = of;
  return (
    <>
      {annotations.length > 0 && (
        <section>
          <h3>{words.plugins.kinds}</h3>
          <ul className="declared">
            {annotations.map((kind) => (
              <Kind key={kind.kind} of={kind} />
            ))}
          </ul>
        </section>
      )}
      {commands.length > 0 && (
        <section>
          <h3>{words.plugins.commands}</h3>
          <ul className="declared">
            {commands.map(({ name, label, places }) => (
              <li key={name}>
                {label}{" "}
                <span className="aside">{places.map((place) => words.plugins.places[place] ?? place).join(", ")}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Formats title={words.plugins.imports} formats={imports} />
      <Formats title={words.plugins.exports} formats={exports} />
      <section>
        <h3>{words.plugins.sources}</h3>
        {sources.length === 0 && <p className="aside">{words.plugins.noSources}</p>}
        <ul className="declared">
          {sources.map(({ file, origin, license }) => (
            <li key={file}>
              <code>{file}</code>
              <p>{isAddress(origin) ? <a href={origin}>{origin}</a> : origin}</p>
              <p className="aside">{words.plugins.license(license)}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Kind({ of: { kind, label, hue, tei } }: { of: KindOfPlugin }) {
  return (
    <li className="declared-kind">
      <span className={`annotation hue-${hue}`} lang="lzh" aria-hidden="true">
        {words.plugins.sample}
      </span>
      <span className={`kind-name hue-${hue}`}>{label}</span>
      <code>{kind}</code>
      <span className="aside">{tei ? words.plugins.tei(tei.element, tei.type) : words.plugins.teiOther}</span>
    </li>
  );
}

function Formats({ title, formats }: { title: string; formats: readonly FormatOfPlugin[] }) {
  if (formats.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="declared">
        {formats.map(({ name, label, extension, mediaType }) => (
          <li key={name}>
            {label}{" "}
            <span className="aside">
              .{extension} · {mediaType}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a plugin says is only followed to where a browser goes in any case. */
function isAddress(origin: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(origin);
}
