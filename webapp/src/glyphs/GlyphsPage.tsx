import { Failure } from "../app/Failure";
import { Link } from "../app/Link";
import { navigate, to } from "../app/route";
import { useLoaded } from "../app/useLoaded";
import { api, type Project } from "../http/api";
import { type GlyphEntry, glyphs } from "../http/glyphs";
import { Shell } from "../pages/Shell";
import { isEditor } from "../session/snapshot";
import { words } from "../strings";
import { nextPrivateUse } from "./codes";
import { GlyphForm } from "./GlyphForm";
import { GlyphLine } from "./GlyphLine";

interface Props {
  id: string;
  /** What the form for a new entry begins with: a glyph of a text. */
  description: string;
  form: string;
}

/** A project's list of glyphs. */
export function GlyphsPage({ id, description, form }: Props) {
  const project = useLoaded(() => api.project(id), id);
  const { value } = project;
  if (value === undefined) {
    return (
      <Shell title={words.glyphs.link}>
        <Failure of={project.failure} />
      </Shell>
    );
  }
  return (
    <Shell title={words.glyphs.title(value.name)}>
      <p>
        <Link to={to.project(id)}>{value.name}</Link>
      </p>
      <p>{words.glyphs.what}</p>
      <List project={value} before={{ description, form, ids: "", note: "" }} />
    </Shell>
  );
}

function List({ project, before }: { project: Project; before: GlyphEntry }) {
  const list = useLoaded(() => glyphs.of(project.id), project.id);
  const uses = useLoaded(() => glyphs.uses(project.id), project.id);
  const found = list.value?.glyphs;
  if (found === undefined) return <Failure of={list.failure} />;
  const may = isEditor(project.role);
  const free = nextPrivateUse(found);
  const changed = () => {
    list.reload();
    uses.reload();
  };
  const isNew = !found.some(({ description }) => description === before.description);
  async function add(entry: GlyphEntry) {
    await glyphs.add(project.id, entry);
    navigate(to.glyphs(project.id), true);
    changed();
  }
  return (
    <>
      {may && (
        <section aria-labelledby="new-glyph">
          <h2 id="new-glyph">{words.glyphs.add}</h2>
          <GlyphForm
            key={found.length}
            title={words.glyphs.add}
            action={words.glyphs.enter}
            before={isNew ? before : { description: "", form: "", ids: "", note: "" }}
            free={free}
            onSave={add}
          />
        </section>
      )}
      <section aria-labelledby="glyph-list">
        <h2 id="glyph-list">{words.glyphs.list}</h2>
        {found.length === 0 && <p>{words.glyphs.none}</p>}
        <ul className="glyph-list">
          {found.map((glyph) => (
            <GlyphLine
              key={glyph.id}
              project={project.id}
              glyph={glyph}
              uses={uses.value?.filter((use) => use.glyph === glyph.id)}
              may={may}
              free={free}
              clipBytes={list.value!.clipBytes}
              changed={changed}
            />
          ))}
        </ul>
        <Failure of={uses.failure} />
      </section>
    </>
  );
}
