import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice, Field } from "../app/Field";
import { to } from "../app/route";
import { Secret } from "../app/Secret";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { type Invitation, people } from "../http/people";
import type { Role } from "../session/values";
import { words } from "../strings";

const { invitations } = words;
const ROLES = Object.entries(words.roles) as [Role, string][];

/** Links by which people come in: to a project, or without one to the server. */
export function Invitations({ project }: { project?: string }) {
  const list = useLoaded(() => people.invitations(project), project);
  const [role, setRole] = useState<Role>("annotator");
  const [note, setNote] = useState("");
  const [secret, setSecret] = useState("");
  const { failure, busy, run } = useAction();
  function invite(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      const made = await people.invite(note.trim(), project, project === undefined ? undefined : role);
      setSecret(made.secret);
      setNote("");
      list.reload();
    });
  }
  const takeBack = (id: string) =>
    run(async () => {
      await people.takeBack(id, project);
      list.reload();
    });
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">{project === undefined ? invitations.toServer : invitations.title}</h2>
      <p className="aside">{project === undefined ? invitations.introServer : invitations.intro}</p>
      <form className="row" onSubmit={invite}>
        {project !== undefined && (
          <Choice label={invitations.role} value={role} onChange={(next) => setRole(next)} options={ROLES} />
        )}
        <Field label={invitations.note} value={note} onChange={setNote} autoComplete="off" />
        <Button type="submit" isDisabled={busy}>
          {invitations.action}
        </Button>
      </form>
      {secret !== "" && (
        <Secret label={invitations.link} value={location.origin + to.invitation(secret)}>
          {invitations.made}
        </Secret>
      )}
      <Failure of={failure ?? list.failure} />
      <ul className="people">
        {list.value?.map((invitation) => (
          <Line key={invitation.id} invitation={invitation} takeBack={() => void takeBack(invitation.id)} />
        ))}
      </ul>
    </section>
  );
}

function Line({ invitation, takeBack }: { invitation: Invitation; takeBack(): void }) {
  const { role, note, inviter } = invitation;
  const facts = [...(role ? [words.roles[role]] : []), invitations.by(inviter), state(invitation)];
  return (
    <li>
      <span className="person-name">
        {note} <span className="aside">{facts.join(" · ")}</span>
      </span>
      {invitation.state === "open" && (
        <Button className="quiet" aria-label={invitations.takeBackOf(note)} onPress={takeBack}>
          {invitations.takeBack}
        </Button>
      )}
    </li>
  );
}

function state({ state, expires, usedBy }: Invitation): string {
  if (state === "open") return invitations.state.open(expires);
  return state === "used" ? invitations.state.used(usedBy ?? "") : invitations.state[state];
}
