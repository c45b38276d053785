import type { ReactNode } from "react";
import { Link } from "../app/Link";
import { to } from "../app/route";
import type { EntityLine, External, FullEntity } from "../http/authority";
import { words } from "../strings";
import { Differences } from "./Differences";
import { spanned, toldExternal, toldLabel } from "./telling";

/** What an authority file says of an entity. */
export function EntityFacts({ project, full }: { project: string; full: FullEntity }) {
  const { entity, server, incoming, redirects } = full;
  const { authority } = words;
  return (
    <>
      <dl className="entity-facts">
        <Fact name={authority.type}>{[authority.types[entity.type]]}</Fact>
        <Fact name={authority.id}>{[<code key="id">{entity.id}</code>]}</Fact>
        <Fact name={authority.labels}>
          {entity.labels.map((label, at) => (
            <span key={at} lang={label.script === "Latn" ? "en" : "lzh"}>
              {toldLabel(label)}
            </span>
          ))}
        </Fact>
        <Fact name={authority.period}>{[spanned(entity.period)].filter((told) => told !== "")}</Fact>
        <Fact name={authority.place}>
          {entity.point === undefined ? [] : [`${entity.point.latitude}, ${entity.point.longitude}`]}
        </Fact>
        <Fact name={authority.noteList}>{entity.notes}</Fact>
        <Fact name={authority.external}>
          {entity.external.map((external, at) => (
            <Elsewhere key={at} external={external} />
          ))}
        </Fact>
        <Fact name={authority.relations}>
          {entity.relations.map(({ kind, target, period }, at) => (
            <span key={at}>
              {authority.relationKinds[kind]} <Other project={project} id={target} lines={full.targets} /> {spanned(period)}
            </span>
          ))}
        </Fact>
        <Fact name={authority.incoming}>
          {incoming.map(({ kind, entity: other }, at) => (
            <span key={at}>
              <Other project={project} id={other.id} lines={[other]} /> {authority.relationKinds[kind]} …
            </span>
          ))}
        </Fact>
        <Fact name={authority.sourceList}>{entity.sources}</Fact>
      </dl>
      {redirects.length > 0 && <p className="aside">{authority.redirects(redirects)}</p>}
      {project !== "" && full.own && <p className="aside">{authority.isOwn}</p>}
      {server !== undefined && (
        <>
          <p>{authority.overServer}</p>
          <Differences was={server} becomes={entity} />
        </>
      )}
    </>
  );
}

/** What is said about one thing; nothing is shown where nothing is said. */
function Fact({ name, children }: { name: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      {children.map((child, at) => (
        <dd key={at}>{child}</dd>
      ))}
    </div>
  );
}

/** Only what is a web address becomes a link. */
function Elsewhere({ external }: { external: External }) {
  const told = toldExternal(external);
  const { link } = external;
  if (link === undefined || !/^https?:/i.test(link)) return told;
  return (
    <a href={link} rel="noopener noreferrer" target="_blank">
      {told}
    </a>
  );
}

function Other({ project, id, lines }: { project: string; id: string; lines: EntityLine[] }) {
  const known = lines.find((line) => line.id === id);
  return (
    <Link to={to.entity(project, id)}>
      <span lang="lzh">{known?.label ?? id}</span>
    </Link>
  );
}
