import { navigate, to } from "../app/route";
import { type EntityType, TYPES } from "../http/authority";
import { words } from "../strings";
import type { File } from "./AuthorityPage";
import { blank, UNKNOWN } from "./drafting";
import { EntityForm } from "./EntityForm";
import { waysOf } from "./wishing";

/** The form for a new entity, with what the address says filled in. */
export function NewEntity({ file, label, type }: { file: File; label: string; type: string }) {
  const known = TYPES.includes(type as EntityType) ? (type as EntityType) : "person";
  const before = { ...blank(), type: known, labels: [{ text: label, kind: "preferred" as const, script: "", period: UNKNOWN }] };
  const ways = waysOf(file, words.authority.save).map(({ words, grant }) => ({
    words,
    save: async (entity: typeof before, reason: string) => {
      const [made] = await grant({ deed: "add", reason, entities: [entity] });
      if (made !== undefined) navigate(to.entity(file.project, made));
    },
  }));
  return (
    <section aria-labelledby="new-entity">
      <h2 id="new-entity">{words.authority.add}</h2>
      <EntityForm
        title={words.authority.add}
        before={before}
        ways={ways}
        cancel={() => navigate(to.authority(file.project))}
      />
    </section>
  );
}
