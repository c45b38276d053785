import { type FormEvent, use, useState } from "react";
import { Button } from "react-aria-components";
import { AccountContext } from "../app/account";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { navigate, to } from "../app/route";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import { type Invited, people } from "../http/people";
import { words } from "../strings";
import { Shell } from "./Shell";

const { invitations } = words;

/** Where an invitation leads: one joins with the account that one has, or with a new one. */
export function InvitationPage({ secret }: { secret: string }) {
  const { account } = use(AccountContext);
  const invited = useLoaded(() => people.invited(secret), secret);
  const { value } = invited;
  return (
    <Shell title={invitations.page}>
      <Failure of={invited.failure} />
      {value && (
        <>
          <p className="lead">{sentence(value)}</p>
          {account ? <Accept secret={secret} name={account.name} /> : <Join secret={secret} />}
        </>
      )}
    </Shell>
  );
}

function sentence({ inviter, project, role }: Invited): string {
  return project !== undefined && role !== undefined
    ? invitations.toProject(inviter, project, words.roles[role])
    : invitations.toThisServer(inviter);
}

async function accept(secret: string) {
  const { project } = await people.accept(secret);
  navigate(project === undefined ? to.projects : to.project(project), true);
}

function Accept({ secret, name }: { secret: string; name: string }) {
  const { failure, busy, run } = useAction();
  return (
    <>
      <Failure of={failure} />
      <Button className="primary" isDisabled={busy} onPress={() => void run(() => accept(secret))}>
        {invitations.joinAs(name)}
      </Button>
    </>
  );
}

function Join({ secret }: { secret: string }) {
  const { set } = use(AccountContext);
  const status = useLoaded(api.status);
  const [known, setKnown] = useState(false);
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const { failure, busy, run } = useAction();
  function join(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      if (known) {
        const account = await api.signIn(name, password);
        await accept(secret);
        set(account);
      } else {
        set(await people.join(secret, name, password));
        navigate(to.projects, true);
      }
    });
  }
  return (
    <>
      <h2>{known ? invitations.known : invitations.fresh}</h2>
      <form className="card narrow" onSubmit={join}>
        <Field label={invitations.name} value={name} onChange={setName} autoComplete="username" required />
        <Field
          label={known ? words.signIn.password : invitations.password}
          value={password}
          onChange={setPassword}
          type="password"
          autoComplete={known ? "current-password" : "new-password"}
          required
        />
        <Failure of={failure} />
        <Button type="submit" className="primary" isDisabled={busy}>
          {known ? invitations.signIn : invitations.join}
        </Button>
      </form>
      <div className="actions">
        {status.value?.openId !== undefined && (
          <Button isDisabled={busy} onPress={() => void run(() => people.leave(secret))}>
            {words.openId.join(status.value.openId)}
          </Button>
        )}
        <Button className="quiet" onPress={() => setKnown(!known)}>
          {known ? invitations.fresh : invitations.known}
        </Button>
      </div>
    </>
  );
}
