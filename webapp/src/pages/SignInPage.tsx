import { type FormEvent, use, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { AccountContext } from "../app/account";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { navigate, to } from "../app/route";
import { Tick } from "../app/Tick";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import { people } from "../http/people";
import { isPublicComputer, setPublicComputer } from "../session/shelf";
import { words } from "../strings";
import { Shell } from "./Shell";

/** `said`: how an attempt at the provider ended. */
export function SignInPage({ said }: { said: string }) {
  const { set } = use(AccountContext);
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [shared, setShared] = useState(isPublicComputer);
  const { failure, busy, run } = useAction();
  const status = useLoaded(api.status);
  const provider = status.value?.openId;
  const setup = status.value?.setup === true;
  useEffect(() => {
    if (setup) navigate("/setup", true);
  }, [setup]);
  function enter(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      const account = await api.signIn(name, password, shared);
      setPublicComputer(shared);
      set(account);
      if (location.pathname === to.signIn) navigate(to.projects, true);
    });
  }
  return (
    <Shell title={words.signIn.title}>
      {said !== "" && (
        <p role="alert" className="failure spaced">
          {words.openId.said[said] ?? words.unexpected}
        </p>
      )}
      <form className="card narrow" onSubmit={enter}>
        <Field label={words.signIn.name} value={name} onChange={setName} autoComplete="username" required autoFocus />
        <Field
          label={words.signIn.password}
          value={password}
          onChange={setPassword}
          type="password"
          autoComplete="current-password"
          required
        />
        <Tick on={shared} set={setShared}>
          {words.signIn.publicComputer}
        </Tick>
        <Failure of={failure} />
        <Button type="submit" className="primary" isDisabled={busy}>
          {words.signIn.action}
        </Button>
      </form>
      {provider !== undefined && (
        <div className="actions">
          <Button isDisabled={busy} onPress={() => void run(() => people.leave())}>
            {words.openId.signIn(provider)}
          </Button>
        </div>
      )}
    </Shell>
  );
}
