import { type FormEvent, use, useState } from "react";
import { Button } from "react-aria-components";
import { AccountContext } from "../app/account";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { navigate, to } from "../app/route";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { people } from "../http/people";
import { words } from "../strings";
import { Shell } from "./Shell";

/** Where a link from an administrator leads: one chooses a new password without the old one. */
export function NewPasswordPage({ secret }: { secret: string }) {
  const { set } = use(AccountContext);
  const whose = useLoaded(() => people.resetLook(secret), secret);
  const [password, setPassword] = useState("");
  const { failure, busy, run } = useAction();
  function choose(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      set(await people.reset(secret, password));
      navigate(to.projects, true);
    });
  }
  return (
    <Shell title={words.reset.title}>
      <Failure of={whose.failure} />
      {whose.value && (
        <form className="card narrow" onSubmit={choose}>
          <p className="lead">{words.reset.intro(whose.value.name)}</p>
          <Field
            label={words.reset.password}
            value={password}
            onChange={setPassword}
            type="password"
            autoComplete="new-password"
            required
            autoFocus
          />
          <Failure of={failure} />
          <Button type="submit" className="primary" isDisabled={busy}>
            {words.reset.action}
          </Button>
        </form>
      )}
    </Shell>
  );
}
