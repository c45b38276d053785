import { type FormEvent, use, useState } from "react";
import { Button } from "react-aria-components";
import { AccountContext } from "../app/account";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { Link } from "../app/Link";
import { navigate, to } from "../app/route";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import { words } from "../strings";
import { Shell } from "./Shell";

/** The first run: whoever can read the server's console makes the administrator's account. */
export function SetupPage(props: { token: string }) {
  const { set } = use(AccountContext);
  const status = useLoaded(api.status);
  const [token, setToken] = useState(props.token);
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const { failure, busy, run } = useAction();
  function create(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      set(await api.setup(token.trim(), name, password));
      navigate(to.projects, true);
    });
  }
  if (status.value?.setup === false) {
    return (
      <Shell title={words.setup.title}>
        <p>{words.setup.done}</p>
        <Link to={to.signIn}>{words.signIn.title}</Link>
      </Shell>
    );
  }
  return (
    <Shell title={words.setup.title}>
      <p className="lead">{words.setup.intro}</p>
      <form className="card narrow" onSubmit={create}>
        <Field label={words.setup.token} value={token} onChange={setToken} autoComplete="off" required />
        <Field label={words.signIn.name} value={name} onChange={setName} autoComplete="username" required />
        <Field
          label={words.signIn.password}
          value={password}
          onChange={setPassword}
          type="password"
          autoComplete="new-password"
          required
        />
        <Failure of={failure} />
        <Button type="submit" className="primary" isDisabled={busy}>
          {words.setup.action}
        </Button>
      </form>
    </Shell>
  );
}
