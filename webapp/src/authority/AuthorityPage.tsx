import { Failure } from "../app/Failure";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { useAccount } from "../app/account";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import { authority } from "../http/authority";
import { Shell } from "../pages/Shell";
import { isEditor } from "../session/snapshot";
import type { Role } from "../session/values";
import { words } from "../strings";
import "../styles/authority.css";
import { Duplicates } from "./Duplicates";
import { EntityList } from "./EntityList";
import { EntityPage } from "./EntityPage";
import { Files } from "./Files";
import { NewEntity } from "./NewEntity";
import { Proposals } from "./Proposals";
import { Steps } from "./Steps";

/** One authority file, and what whoever looks at it may do with it. */
export interface File {
  /** Empty: the server's. */
  project: string;
  edits: boolean;
  proposes: boolean;
  decides: boolean;
}

/** The authority file of a project, or of the server. What is shown stands in the address. */
export function AuthorityPage({ project, asked }: { project: string; asked: string }) {
  const { administrator } = useAccount();
  const loaded = useLoaded(() => (project === "" ? Promise.resolve(null) : api.project(project)), project);
  const { value } = loaded;
  const title = project === "" ? words.authority.ofServer : value ? words.authority.titleOf(value.name) : words.authority.title;
  return (
    <Shell title={title}>
      <p>
        {value ? <Link to={to.project(project)}>{value.name}</Link> : <Link to={to.projects}>{words.home}</Link>}
        {project !== "" && (
          <>
            {" "}
            · <Link to={to.authority("")}>{words.authority.toServer}</Link>
          </>
        )}
      </p>
      <Failure of={loaded.failure} />
      {value !== undefined && <Parts file={fileOf(project, value?.role, administrator)} asked={new URLSearchParams(asked)} />}
    </Shell>
  );
}

function fileOf(project: string, role: Role | undefined, administrator: boolean): File {
  if (role === undefined) return { project, edits: administrator, proposes: true, decides: administrator };
  const decides = role === "reviewer" || role === "manager";
  return { project, edits: isEditor(role), proposes: role !== "viewer", decides };
}

function Parts({ file, asked }: { file: File; asked: URLSearchParams }) {
  const { project } = file;
  const id = asked.get("id");
  const part = asked.get("part") ?? "";
  const waiting = useLoaded(() => authority(project).proposals(false), project, part);
  const proposals = words.authority.proposals + (waiting.value?.length ? ` (${waiting.value.length})` : "");
  const tabs = [
    ["", words.authority.entities],
    ["proposals", proposals],
    ["duplicates", words.authority.duplicates],
    ["files", words.authority.files],
    ["history", words.authority.history],
  ] as const;
  return (
    <>
      <nav aria-label={words.authority.parts} className="authority-parts">
        {tabs.map(([name, label]) => (
          <span key={name} className={id === null && part === name ? "here" : ""}>
            <Link to={to.authority(project, name === "" ? {} : { part: name })}>{label}</Link>
          </span>
        ))}
      </nav>
      {id !== null && <EntityPage key={id} file={file} id={id} merge={asked.get("merge")} />}
      {id === null && part === "" && <EntityList file={file} asked={asked} />}
      {id === null && part === "new" && <NewEntity file={file} label={asked.get("label") ?? ""} type={asked.get("type") ?? ""} />}
      {id === null && part === "proposals" && <Proposals file={file} />}
      {id === null && part === "duplicates" && <Duplicates file={file} />}
      {id === null && part === "files" && <Files file={file} />}
      {id === null && part === "history" && <Steps file={file} id="" changed={() => {}} />}
    </>
  );
}
