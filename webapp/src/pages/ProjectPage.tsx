import { Failure } from "../app/Failure";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { useLoaded } from "../app/useLoaded";
import { DoubleWork } from "../blind/DoubleWork";
import { api, type Project } from "../http/api";
import { JobsOfProject } from "../jobs/JobsOfProject";
import { EVERYTHING } from "../http/pictures";
import { words } from "../strings";
import { ImportText } from "./ImportText";
import { Invitations } from "./Invitations";
import { Members } from "./Members";
import { RemotePlugins } from "./RemotePlugins";
import { ReviewOfProject } from "./ReviewOfProject";
import { USUAL } from "../search/asked";
import { SweepsOfProject } from "../sweeps/SweepsOfProject";
import { WorkOfProject } from "../work/WorkOfProject";
import { Shell } from "./Shell";

export function ProjectPage({ id }: { id: string }) {
  const project = useLoaded(() => api.project(id), id);
  const { value } = project;
  if (value === undefined) {
    return (
      <Shell title={words.projects.title}>
        <Failure of={project.failure} />
      </Shell>
    );
  }
  const manages = value.role === "manager";
  return (
    <Shell title={value.name}>
      <section aria-labelledby="documents">
        <h2 id="documents">{words.project.documents}</h2>
        <Documents project={value} />
        <p>
          <Link to={to.search(value.id, USUAL)}>{words.search.link}</Link> ·{" "}
          <Link to={to.progress(value.id)}>{words.progress.link}</Link> ·{" "}
          <Link to={to.glyphs(value.id)}>{words.glyphs.link}</Link> ·{" "}
          <Link to={to.variants(value.id)}>{words.variants.link}</Link> ·{" "}
          <Link to={to.consistency(value.id)}>{words.consistency.link}</Link> ·{" "}
          <Link to={to.pictures(value.id, { picture: "map", asked: EVERYTHING })}>{words.pictures.link}</Link> ·{" "}
          <Link to={to.authority(value.id)}>{words.authority.link}</Link>
        </p>
      </section>
      {manages && <ImportText project={value.id} imported={project.reload} />}
      <JobsOfProject project={value} />
      <SweepsOfProject project={value} />
      <WorkOfProject project={value} />
      <DoubleWork project={value} />
      <ReviewOfProject project={value} />
      <RemotePlugins project={value} />
      <Members project={value} changed={project.reload} />
      {manages && <Invitations project={value.id} />}
    </Shell>
  );
}

function Documents({ project }: { project: Project }) {
  if (project.documents.length === 0) return <p>{words.project.none}</p>;
  return (
    <ul className="lines">
      {project.documents.map((document) => (
        <li key={document.id}>
          <Link to={to.document(document.id)} className="line-title">
            <span lang="lzh">{document.title}</span>
          </Link>
          <span className="line-facts">
            {words.project.revision(document.revision)} ·{" "}
            {words.project.changed(document.changedAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}
