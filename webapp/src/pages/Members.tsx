import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice } from "../app/Field";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api, type Project } from "../http/api";
import { people } from "../http/people";
import type { Role } from "../session/values";
import { words } from "../strings";

const ROLES = Object.entries(words.roles) as [Role, string][];

/** Who works here; managers change roles, add and remove. */
export function Members({ project, changed }: { project: Project; changed(): void }) {
  const manages = project.role === "manager";
  const { failure, run } = useAction();
  const setRole = (account: string, role: Role) =>
    run(async () => {
      await api.setRole(project.id, account, role);
      changed();
    });
  const remove = (account: string) =>
    run(async () => {
      await api.removeMember(project.id, account);
      changed();
    });
  return (
    <section aria-labelledby="members">
      <h2 id="members">{words.project.members}</h2>
      <ul className="people">
        {project.members.map(({ account, name, colour, role }) => (
          <li key={account}>
            <span className="dot" style={{ background: colour }} />
            <span className="person-name">{name}</span>
            {manages ? (
              <>
                <Choice
                  label={words.project.role(name)}
                  hideLabel
                  value={role}
                  onChange={(next) => setRole(account, next)}
                  options={ROLES}
                />
                <Button className="quiet" aria-label={words.project.remove(name)} onPress={() => remove(account)}>
                  ×
                </Button>
              </>
            ) : (
              <span className="aside">{words.roles[role]}</span>
            )}
          </li>
        ))}
      </ul>
      <Failure of={failure} />
      {manages && <AddMember project={project} changed={changed} />}
    </section>
  );
}

function AddMember({ project, changed }: { project: Project; changed(): void }) {
  const accounts = useLoaded(people.accounts);
  const [account, setAccount] = useState("");
  const [role, setRole] = useState<Role>("annotator");
  const { failure, busy, run } = useAction();
  const members = new Set(project.members.map((member) => member.account));
  const others = (accounts.value ?? []).filter(({ id, suspended }) => suspended === undefined && !members.has(id));
  if (others.length === 0) return null;
  function add(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      await api.setRole(project.id, account, role);
      setAccount("");
      changed();
    });
  }
  return (
    <form className="row" onSubmit={add}>
      <Choice
        label={words.project.addMember}
        value={account}
        onChange={setAccount}
        options={[["", "—"], ...others.map(({ id, name }) => [id, name] as const)]}
      />
      <Choice label={words.project.roleLabel} value={role} onChange={(next) => setRole(next)} options={ROLES} />
      <Button type="submit" isDisabled={busy || account === ""}>
        {words.project.add}
      </Button>
      <Failure of={failure} />
    </form>
  );
}
