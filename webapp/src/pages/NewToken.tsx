import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice, Field } from "../app/Field";
import { Secret } from "../app/Secret";
import { Tick } from "../app/Tick";
import { useAction } from "../app/useAction";
import type { ProjectLine } from "../http/api";
import { people, type Right, type Tokens } from "../http/people";
import type { Role } from "../session/values";
import { words } from "../strings";

const { tokens } = words;
const ROLES = Object.keys(words.roles) as Role[];

/** What a role may: all whose least role stands no higher. */
function rightsOf(role: Role, rights: readonly Right[]): Set<string> {
  const most = ROLES.indexOf(role);
  return new Set(rights.filter(({ least }) => ROLES.indexOf(least) <= most).map(({ right }) => right));
}

function same(some: Set<string>, others: Set<string>): boolean {
  return some.size === others.size && [...some].every((right) => others.has(right));
}

/** The form for a new token, and the token itself once it is made. */
export function NewToken(props: { all: Tokens; projects: readonly ProjectLine[]; made(): void }) {
  const { permissions, days: standard, daysMost } = props.all;
  const [name, setName] = useState("");
  const [project, setProject] = useState("");
  const [days, setDays] = useState(String(standard));
  const [plugin, setPlugin] = useState(false);
  const [rights, setRights] = useState(() => rightsOf("viewer", permissions));
  const [secret, setSecret] = useState("");
  const { failure, busy, run } = useAction();
  const preset = ROLES.find((role) => same(rightsOf(role, permissions), rights)) ?? "";
  function tick(right: string, on: boolean) {
    const next = new Set(rights);
    if (on) next.add(right);
    else next.delete(right);
    setRights(next);
  }
  function make(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      const made = await people.makeToken({
        name: name.trim(),
        permissions: [...rights],
        ...(project === "" ? {} : { project }),
        plugin,
        days: Number(days),
      });
      setSecret(made.secret);
      setName("");
      props.made();
    });
  }
  return (
    <>
      <h3>{tokens.create}</h3>
      <form className="card" onSubmit={make}>
        <div className="row">
          <Field label={tokens.name} value={name} onChange={setName} autoComplete="off" required />
          <Choice
            label={tokens.project}
            value={project}
            onChange={setProject}
            options={[["", tokens.allProjects], ...props.projects.map(({ id, name }) => [id, name] as const)]}
          />
          <Field label={tokens.days(daysMost)} value={days} onChange={setDays} type="number" required />
          <Choice<Role | "">
            label={tokens.preset}
            value={preset}
            onChange={(role) => role !== "" && setRights(rightsOf(role, permissions))}
            options={[
              ...ROLES.map((role) => [role, tokens.asRole(words.roles[role].toLowerCase())] as const),
              ["", tokens.chosen],
            ]}
          />
        </div>
        <fieldset className="rights">
          <legend>{tokens.rights}</legend>
          {permissions.map(({ right, words }) => (
            <Tick key={right} on={rights.has(right)} set={(on) => tick(right, on)}>
              {words}
            </Tick>
          ))}
        </fieldset>
        <Tick on={plugin} set={setPlugin}>
          {tokens.plugin}
        </Tick>
        <Failure of={failure} />
        <Button type="submit" isDisabled={busy || rights.size === 0}>
          {tokens.action}
        </Button>
      </form>
      {secret !== "" && (
        <Secret label={tokens.secret} value={secret}>
          {tokens.made}
        </Secret>
      )}
    </>
  );
}
