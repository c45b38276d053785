import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import { people } from "../http/people";
import { words } from "../strings";
import { KeepAccount } from "./KeepAccount";

/** For administrators: who has an account, and a form for a new one. */
export function Accounts() {
  const accounts = useLoaded(people.accounts);
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [created, setCreated] = useState("");
  const { failure, busy, run } = useAction();
  function create(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      const account = await api.createAccount(name.trim(), password);
      setName("");
      setPassword("");
      setCreated(words.accounts.created(account.name));
      accounts.reload();
    });
  }
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts">{words.accounts.title}</h2>
      <ul className="people">
        {accounts.value?.map((account) => (
          <KeepAccount key={account.id} account={account} changed={accounts.reload} />
        ))}
      </ul>
      <h3>{words.accounts.create}</h3>
      <form className="row" onSubmit={create}>
        <Field label={words.accounts.name} value={name} onChange={setName} autoComplete="off" required />
        <Field
          label={words.accounts.password}
          value={password}
          onChange={setPassword}
          type="password"
          autoComplete="new-password"
          required
        />
        <Button type="submit" isDisabled={busy}>
          {words.accounts.action}
        </Button>
      </form>
      <Failure of={failure ?? accounts.failure} />
      <p role="status">{created}</p>
    </section>
  );
}
