import { type FormEvent, use, useState } from "react";
import { Button } from "react-aria-components";
import { AccountContext } from "../app/account";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { Tick } from "../app/Tick";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { people, type Profile } from "../http/people";
import { words } from "../strings";
import { Places } from "./Places";
import { Provider } from "./Provider";
import { Shell } from "./Shell";
import { Tokens } from "./Tokens";

const { account } = words;

/** What somebody keeps about themselves. `said`: how linking an account elsewhere ended. */
export function AccountPage({ said }: { said: string }) {
  const profile = useLoaded(people.profile);
  const [turn, setTurn] = useState(0);
  return (
    <Shell title={account.title}>
      <Failure of={profile.failure} />
      {profile.value && (
        <>
          <ProfileForm profile={profile.value} />
          <PasswordForm
            known={profile.value.password}
            changed={() => {
              setTurn(turn + 1);
              profile.reload();
            }}
          />
          <Provider profile={profile.value} said={said} changed={profile.reload} />
        </>
      )}
      <Places key={turn} />
      <Tokens />
    </Shell>
  );
}

function ProfileForm({ profile }: { profile: Profile }) {
  const { set } = use(AccountContext);
  const [name, setName] = useState(profile.name);
  const [colour, setColour] = useState(profile.colour);
  const [email, setEmail] = useState(profile.email ?? "");
  const [digest, setDigest] = useState(profile.digest);
  const [said, say] = useState("");
  const { failure, busy, run } = useAction();
  function save(event: FormEvent) {
    event.preventDefault();
    say("");
    void run(async () => {
      set(await people.change({ name: name.trim(), colour, email: email.trim(), digest }));
      say(account.saved);
    });
  }
  return (
    <section aria-labelledby="profile">
      <h2 id="profile">{account.profile}</h2>
      <form className="card narrow" onSubmit={save}>
        <Field label={account.name} value={name} onChange={setName} autoComplete="username" required />
        <Field label={account.colour} value={colour} onChange={setColour} type="color" className="swatch" />
        <p className="aside" style={{ color: colour }}>
          {name}
        </p>
        <Field label={account.email} value={email} onChange={setEmail} type="email" autoComplete="email" />
        {digest !== undefined && (
          <Tick on={digest} set={setDigest}>
            {account.digest}
          </Tick>
        )}
        <Failure of={failure} />
        <Button type="submit" className="primary" isDisabled={busy}>
          {account.save}
        </Button>
        <p role="status">{said}</p>
      </form>
    </section>
  );
}

/** `known`: there is a password, and it is asked for. */
function PasswordForm({ known, changed }: { known: boolean; changed(): void }) {
  const [old, setOld] = useState("");
  const [fresh, setFresh] = useState("");
  const [said, say] = useState("");
  const { failure, busy, run } = useAction();
  function change(event: FormEvent) {
    event.preventDefault();
    say("");
    void run(async () => {
      await people.changePassword(old, fresh);
      setOld("");
      setFresh("");
      say(account.changed);
      changed();
    });
  }
  return (
    <section aria-labelledby="password">
      <h2 id="password">{account.password}</h2>
      <form className="card narrow" onSubmit={change}>
        {!known && <p className="aside">{account.choose}</p>}
        {known && (
          <Field
            label={account.old}
            value={old}
            onChange={setOld}
            type="password"
            autoComplete="current-password"
            required
          />
        )}
        <Field
          label={account.fresh}
          value={fresh}
          onChange={setFresh}
          type="password"
          autoComplete="new-password"
          required
        />
        <Failure of={failure} />
        <Button type="submit" isDisabled={busy}>
          {account.change}
        </Button>
        <p role="status">{said}</p>
      </form>
    </section>
  );
}
