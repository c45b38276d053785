import { useEffect, useState } from "react";
import { Button, ListBox, ListBoxItem } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { Tick } from "../app/Tick";
import { api, type Entry } from "../http/api";
import type { Body } from "../session/values";
import { words } from "../strings";
import { codeOf } from "./codes";
import { builtAs, describes, saidOf } from "./places";

const PLUGIN = "variants";
const QUIET = 200;

interface Props {
  /** What stands at the place; empty when the character is to be put at the cursor. */
  surface: string;
  onWrite(character: string): void;
  onDone(body: Body): void;
}

/** Finds a character by its components, and writes it or says that it is the glyph that stands there. */
export function GlyphPalette({ surface, onWrite, onDone }: Props) {
  const [query, setQuery] = useState(saidOf(surface));
  const [description, setDescription] = useState("");
  const [writes, setWrites] = useState(surface === "");
  const { characters, failure } = useCharacters(query);
  const called = description.trim() || describes(surface, query.trim());
  function choose({ label, entity }: Entry) {
    if (writes) onWrite(label);
    else onDone({ is: "glyph", description: description.trim() || builtAs(entity) || called, form: label });
  }
  return (
    <div className="body-form glyph-palette">
      <Field label={words.glyphs.components} value={query} onChange={setQuery} lang="lzh" autoFocus />
      <ListBox
        className="glyph-choice"
        layout="grid"
        aria-label={words.glyphs.found}
        items={(characters ?? []).map((entry) => ({ ...entry, id: entry.label }))}
        onAction={(key) => characters?.filter(({ label }) => label === key).forEach(choose)}
        renderEmptyState={() => <span className="aside">{said(query, characters)}</span>}
      >
        {({ id }) => (
          <ListBoxItem textValue={`${id} ${codeOf(id)}`} className="glyph-option">
            <span lang="lzh">{id}</span>
            <span className="aside">{codeOf(id)}</span>
          </ListBoxItem>
        )}
      </ListBox>
      {failure && (
        <>
          <p className="aside">{words.glyphs.unavailable}</p>
          <Failure of={failure} />
        </>
      )}
      {surface !== "" && (
        <>
          <Tick on={writes} set={setWrites}>
            {words.glyphs.write}
          </Tick>
          {!writes && (
            <>
              <Field label={words.glyphs.called} value={description || called} onChange={setDescription} lang="lzh" />
              <Button isDisabled={called === ""} onPress={() => onDone({ is: "glyph", description: called, form: "" })}>
                {words.glyphs.undescribed}
              </Button>
            </>
          )}
        </>
      )}
    </div>
  );
}

function said(query: string, characters: Entry[] | null): string {
  if (query.trim() === "") return "";
  return characters === null ? words.glyphs.looking : words.glyphs.nothing;
}

/** Asks the plugin after a short quiet; answers to older questions are dropped. */
function useCharacters(query: string): { characters: Entry[] | null; failure: Error | null } {
  const [found, setFound] = useState<{ characters: Entry[] | null; failure: Error | null }>({ characters: null, failure: null });
  useEffect(() => {
    if (query.trim() === "") return setFound({ characters: [], failure: null });
    let current = true;
    setFound({ characters: null, failure: null });
    const timer = setTimeout(() => {
      api.lookup(PLUGIN, query.trim(), "glyph", 50).then(
        (entries) => current && setFound({ characters: entries, failure: null }),
        (failure: Error) => current && setFound({ characters: [], failure }),
      );
    }, QUIET);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query]);
  return found;
}
