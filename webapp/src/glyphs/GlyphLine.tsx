import { type ChangeEvent, useState } from "react";
import { Button } from "react-aria-components";
import { Confirm } from "../app/Confirm";
import { Failure } from "../app/Failure";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { useAction } from "../app/useAction";
import { type Glyph, type GlyphUse, glyphs } from "../http/glyphs";
import { moment, words } from "../strings";
import { codeOf, isPrivateUse } from "./codes";
import { GlyphForm } from "./GlyphForm";

interface Props {
  project: string;
  glyph: Glyph;
  /** Not there while they are counted. */
  uses: GlyphUse[] | undefined;
  may: boolean;
  free: string;
  clipBytes: number;
  changed(): void;
}

/** One glyph of the list: what it looks like, what it is called, where it is used. */
export function GlyphLine(props: Props) {
  const { project, glyph, uses, may, free, changed } = props;
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const { failure, run } = useAction();
  const total = (uses ?? []).reduce((sum, use) => sum + use.uses, 0);
  const act = (work: () => Promise<unknown>) => void run(async () => void (await work(), changed()));
  if (editing) {
    const save = async (entry: Parameters<typeof glyphs.add>[1]) => {
      await glyphs.change(project, glyph.id, entry);
      setEditing(false);
      changed();
    };
    return (
      <li>
        <GlyphForm
          title={words.glyphs.edit(glyph.description)}
          action={words.save}
          before={glyph}
          free={free}
          onSave={save}
          onClose={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li className="glyph-line" aria-label={glyph.description}>
      <Looks project={project} glyph={glyph} />
      <div className="glyph-facts">
        <p>
          <strong lang="lzh">{glyph.description}</strong> {glyph.ids !== "" && <span lang="lzh">{glyph.ids}</span>}{" "}
          {glyph.form !== "" && (
            <span className="aside">{isPrivateUse(glyph.form) ? words.glyphs.code(codeOf(glyph.form)) : codeOf(glyph.form)}</span>
          )}
        </p>
        {glyph.note !== "" && <p className="glyph-note">{glyph.note}</p>}
        <Places uses={uses} />
        <p className="aside">{words.glyphs.by(glyph.name, moment(glyph.at))}</p>
        {may && (
          <div className="actions">
            <Button onPress={() => setEditing(true)}>{words.glyphs.change}</Button>
            <Picture {...props} act={act} />
            <Button isDisabled={uses === undefined} onPress={() => setAsking(true)}>
              {words.glyphs.remove}
            </Button>
          </div>
        )}
        <Failure of={failure} />
      </div>
      {asking && (
        <Confirm
          title={words.glyphs.removeTitle(glyph.description)}
          action={words.glyphs.remove}
          onConfirm={() => act(() => glyphs.remove(project, glyph.id, total))}
          onClose={() => setAsking(false)}
        >
          <p>{total === 0 ? words.glyphs.unused : words.glyphs.removed(total)}</p>
        </Confirm>
      )}
    </li>
  );
}

function Looks({ project, glyph }: { project: string; glyph: Glyph }) {
  return (
    <div className="glyph-looks">
      {glyph.clip !== undefined && (
        <img src={`${glyphs.clip(project, glyph)}?at=${Date.now()}`} alt={words.glyphs.picture(glyph.description)} />
      )}
      {glyph.form !== "" && !isPrivateUse(glyph.form) && <span lang="lzh">{glyph.form}</span>}
    </div>
  );
}

function Places({ uses }: { uses: GlyphUse[] | undefined }) {
  if (uses === undefined) return <p className="aside">{words.glyphs.counting}</p>;
  const total = uses.reduce((sum, use) => sum + use.uses, 0);
  return (
    <p>
      {words.glyphs.uses(total)}
      {uses.map((use) => (
        <span key={use.document}>
          {" · "}
          <Link to={to.place(use.document, { from: use.start, to: use.end })}>
            {words.glyphs.places(use.title, use.uses)}
          </Link>
        </span>
      ))}
    </p>
  );
}

/** Chooses a picture, or takes it away. */
function Picture({ project, glyph, clipBytes, act }: Props & { act(work: () => Promise<unknown>): void }) {
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (file === undefined) return;
    act(async () => {
      if (file.size > clipBytes) throw new Error(words.glyphs.tooLarge(file.size, clipBytes));
      await glyphs.setClip(project, glyph.id, file);
    });
  }
  return (
    <>
      <label className="glyph-picture">
        <span>{words.glyphs.choosePicture}</span>
        <input type="file" accept="image/png,image/jpeg,image/webp" onChange={choose} />
      </label>
      {glyph.clip !== undefined && (
        <Button onPress={() => act(() => glyphs.removeClip(project, glyph.id))}>{words.glyphs.removePicture}</Button>
      )}
    </>
  );
}
