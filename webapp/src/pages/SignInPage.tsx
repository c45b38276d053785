import { type FormEvent, use, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { AccountContext } from "../app/account";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { navigate, to } from "../app/route";
import { useAction } from "../app/useAction";
import { api } from "../http/api";
import { words } from "../strings";
import { Shell } from "./Shell";

export function SignInPage() {
  const { set } = use(AccountContext);
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const { failure, busy, run } = useAction();
  useEffect(() => {
    api.status().then(
      (status) => status.setup && navigate("/setup", true),
      () => {},
    );
  }, []);
  function enter(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      const account = await api.signIn(name, password);
      set(account);
      if (location.pathname === to.signIn) navigate(to.projects, true);
    });
  }
  return (
    <Shell title={words.signIn.title}>
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
        <Failure of={failure} />
        <Button type="submit" className="primary" isDisabled={busy}>
          {words.signIn.action}
        </Button>
      </form>
    </Shell>
  );
}
