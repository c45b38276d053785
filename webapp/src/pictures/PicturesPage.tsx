import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice, Field } from "../app/Field";
import { Link } from "../app/Link";
import { navigate, to } from "../app/route";
import { Tick } from "../app/Tick";
import { useLoaded } from "../app/useLoaded";
import { api, type Project } from "../http/api";
import { EVERYTHING, type Scene } from "../http/pictures";
import { Shell } from "../pages/Shell";
import { words } from "../strings";
import "../styles/pictures.css";
import "../styles/progress.css";
import { PICTURES, read, ticked, type Wish, year } from "./asked";
import { TYPES } from "./colours";
import { MapPicture } from "./MapPicture";
import { MentionsOfEntity } from "./MentionsOfEntity";
import { NetworkPicture } from "./NetworkPicture";
import { TimelinePicture } from "./TimelinePicture";

/** Who, where and when, of a whole project. Its own part of the program: what draws is loaded with it. */
export default function PicturesPage({ id, query }: { id: string; query: string }) {
  const project = useLoaded(() => api.project(id), id);
  const wish = read(query);
  const title = words.pictures.pictures[wish.picture];
  return (
    <Shell title={project.value === undefined ? title : `${title}: ${project.value.name}`}>
      <p>
        <Link to={to.project(id)}>{project.value?.name ?? words.home}</Link>
      </p>
      <nav aria-label={words.pictures.link} className="picture-kinds">
        {PICTURES.map((picture) => (
          <Link key={picture} to={to.pictures(id, { ...wish, picture })} {...(picture === wish.picture ? { current: true } : {})}>
            {words.pictures.pictures[picture]}
          </Link>
        ))}
      </nav>
      <Failure of={project.failure} />
      {project.value !== undefined && <Filters key={`${wish.asked.since} ${wish.asked.until}`} project={project.value} wish={wish} />}
      <Shown key={wish.picture} id={id} wish={wish} />
    </Shell>
  );
}

function Filters({ project, wish }: { project: Project; wish: Wish }) {
  const { asked } = wish;
  const [since, setSince] = useState(asked.since);
  const [until, setUntil] = useState(asked.until);
  const go = (part: Partial<Wish["asked"]>) => navigate(to.pictures(project.id, { ...wish, asked: { ...asked, ...part } }));
  const types = asked.type.split(",");
  function submit(event: FormEvent) {
    event.preventDefault();
    go({ since: year(since), until: year(until) });
  }
  return (
    <form className="picture-filters" onSubmit={submit} aria-label={words.pictures.filters}>
      <fieldset className="search-switches">
        <legend>{words.pictures.type}</legend>
        {TYPES.map((type) => (
          <Tick key={type} on={types.includes(type)} set={(on) => go({ type: ticked(asked.type, type, on) })}>
            {words.pictures.types[type] ?? type}
          </Tick>
        ))}
      </fieldset>
      <div className="picture-choices">
        <Choice
          label={words.pictures.document}
          value={asked.document}
          onChange={(document) => go({ document })}
          options={[["", words.search.allDocuments], ...project.documents.map(({ id, title }) => [id, title] as const)]}
        />
        <Field label={words.pictures.since} value={since} onChange={setSince} className="year" />
        <Field label={words.pictures.until} value={until} onChange={setUntil} className="year" />
        <Button type="submit">{words.pictures.show}</Button>
        {JSON.stringify(asked) !== JSON.stringify(EVERYTHING) && (
          <Button className="quiet" onPress={() => navigate(to.pictures(project.id, { ...wish, asked: EVERYTHING }))}>
            {words.pictures.everything}
          </Button>
        )}
      </div>
      {asked.entity !== "" && <p className="aside">{words.pictures.only(asked.entity)}</p>}
    </form>
  );
}

function Shown({ id, wish: { picture, asked } }: { id: string; wish: Wish }) {
  const [entity, setEntity] = useState(asked.entity);
  const [scene, setScene] = useState<Scene | undefined>(undefined);
  return (
    <div className="picture-page">
      <section aria-label={words.pictures.pictures[picture]} className="picture">
        {picture === "map" && <MapPicture id={id} asked={{ ...asked, entity: "" }} chosen={entity} choose={setEntity} />}
        {picture === "network" && <NetworkPicture id={id} asked={asked} chosen={entity} choose={setEntity} />}
        {picture === "timeline" && (
          <TimelinePicture
            id={id}
            asked={asked}
            chosen={scene === undefined ? "" : `${scene.date.document} ${scene.date.annotation}`}
            choose={setScene}
          />
        )}
      </section>
      <section aria-label={words.pictures.chosen} className="picture-aside" aria-live="polite">
        {picture === "timeline" ? (
          scene === undefined ? <p className="aside">{words.pictures.chooseDate}</p> : <SceneOf scene={scene} />
        ) : entity === "" ? (
          <p className="aside">{words.pictures.choose}</p>
        ) : (
          <MentionsOfEntity key={entity} id={id} entity={entity} asked={asked} />
        )}
      </section>
    </div>
  );
}

function SceneOf({ scene: { date, before, behind, mentions, names } }: { scene: Scene }) {
  return (
    <>
      <h3 lang="lzh">{date.norm}</h3>
      <p>{words.pictures.days(date.from, date.to)}</p>
      {date.reference && <p className="aside">{words.pictures.referenceSaid}</p>}
      <p>
        <Link to={to.place(date.document, { from: date.start, to: date.end })} className="hit">
          <span lang="lzh">
            {before}
            <mark>{date.surface}</mark>
            {behind}
          </span>
        </Link>
      </p>
      {mentions > 0 && (
        <p>
          {words.pictures.untilNext(mentions)} <span lang="lzh">{names.join("、")}</span>
        </p>
      )}
    </>
  );
}
