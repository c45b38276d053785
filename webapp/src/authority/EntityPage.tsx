import { useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Link } from "../app/Link";
import { navigate, to } from "../app/route";
import { useLoaded } from "../app/useLoaded";
import { authority, type FullEntity } from "../http/authority";
import { MentionsOfEntity } from "../pictures/MentionsOfEntity";
import { words } from "../strings";
import type { File } from "./AuthorityPage";
import { EntityFacts } from "./EntityFacts";
import { EntityForm } from "./EntityForm";
import { MergeForm } from "./MergeForm";
import { SplitForm } from "./SplitForm";
import { Steps } from "./Steps";
import { TakeOff } from "./TakeOff";
import { labelOf } from "./telling";
import { waysOf } from "./wishing";

/** All about one entity, and what can be done with it; `merge` is another that may be the same. */
export function EntityPage({ file, id, merge }: { file: File; id: string; merge: string | null }) {
  const found = useLoaded(() => authority(file.project).entity(id), file.project, id);
  return (
    <>
      <p>
        <Link to={to.authority(file.project)}>{words.authority.back}</Link>
      </p>
      <Failure of={found.failure} />
      {found.value === undefined && !found.failure && <p role="status">{words.authority.loading}</p>}
      {found.value !== undefined && (
        <Shown key={found.value.entity.seen} file={file} full={found.value} merge={merge} reload={found.reload} />
      )}
      {found.failure !== undefined && <Steps file={file} id={id} changed={found.reload} />}
    </>
  );
}

type Doing = "" | "edit" | "merge" | "split" | "remove";

interface ShownProps {
  file: File;
  full: FullEntity;
  merge: string | null;
  reload(): void;
}

function Shown({ file, full, merge, reload }: ShownProps) {
  const [doing, setDoing] = useState<Doing>(merge !== null && file.proposes ? "merge" : "");
  const { entity } = full;
  const done = () => {
    setDoing("");
    if (merge === null) reload();
    else navigate(to.entity(file.project, entity.id), true);
  };
  const cancel = () => setDoing("");
  const own = file.project === "" || full.own;
  return (
    <article aria-labelledby="entity">
      <h2 id="entity" lang="lzh">
        {labelOf(entity)}
      </h2>
      {doing === "edit" ? (
        <EntityForm
          title={words.authority.edit}
          before={entity}
          ways={waysOf(file, words.authority.save).map((way) => ({
            words: way.words,
            save: async (changed, reason) => {
              await way.grant({ deed: "edit", reason, entities: [changed] });
              done();
            },
          }))}
          cancel={cancel}
        />
      ) : (
        <EntityFacts project={file.project} full={full} />
      )}
      {doing === "" && file.proposes && (
        <div className="actions">
          <Button onPress={() => setDoing("edit")}>{words.authority.edit}</Button>
          <Button onPress={() => setDoing("merge")}>{words.authority.merge}</Button>
          {entity.labels.length > 1 && <Button onPress={() => setDoing("split")}>{words.authority.split}</Button>}
          {own && <Button onPress={() => setDoing("remove")}>{words.authority.takeOff}</Button>}
        </div>
      )}
      {doing === "merge" && <MergeForm file={file} kept={entity} other={merge} done={done} cancel={cancel} />}
      {doing === "split" && <SplitForm file={file} whole={entity} done={done} cancel={cancel} />}
      {doing === "remove" && <TakeOff file={file} full={full} done={done} cancel={cancel} />}
      {file.project !== "" && (
        <section aria-labelledby="entity-mentions">
          <h3 id="entity-mentions">{words.authority.mentions}</h3>
          <MentionsOfEntity id={file.project} entity={entity.id} />
        </section>
      )}
      <section aria-labelledby="entity-history">
        <h3 id="entity-history">{words.authority.history}</h3>
        <Steps file={file} id={entity.id} changed={reload} />
      </section>
    </article>
  );
}
