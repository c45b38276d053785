import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { useAccount } from "../app/account";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { Link } from "../app/Link";
import { navigate, to } from "../app/route";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import { words } from "../strings";
import { Accounts } from "./Accounts";
import { AuditLog } from "./AuditLog";
import { InboxList } from "./InboxList";
import { Invitations } from "./Invitations";
import { MyWork } from "../work/MyWork";
import { Shell } from "./Shell";

export function ProjectsPage() {
  const account = useAccount();
  const projects = useLoaded(api.projects);
  return (
    <Shell title={words.projects.title}>
      <InboxList />
      <MyWork />
      <Failure of={projects.failure} />
      {projects.value?.length === 0 && <p className="lead">{words.projects.none}</p>}
      <ul className="lines">
        {projects.value?.map((project) => (
          <li key={project.id}>
            <Link to={to.project(project.id)} className="line-title">
              {project.name}
            </Link>
            <span className="line-facts">
              {words.projects.documents(project.documents)} · {words.roles[project.role] ?? project.role}
            </span>
          </li>
        ))}
      </ul>
      {account.administrator && (
        <>
          <NewProject />
          <Accounts />
          <Invitations />
          <AuditLog />
        </>
      )}
    </Shell>
  );
}

function NewProject() {
  const [name, setName] = useState("");
  const { failure, busy, run } = useAction();
  function create(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      const { id } = await api.createProject(name.trim());
      navigate(to.project(id));
    });
  }
  return (
    <section aria-labelledby="new-project">
      <h2 id="new-project">{words.projects.create}</h2>
      <form className="row" onSubmit={create}>
        <Field label={words.projects.name} value={name} onChange={setName} required />
        <Button type="submit" isDisabled={busy}>
          {words.projects.action}
        </Button>
      </form>
      <Failure of={failure} />
    </section>
  );
}
