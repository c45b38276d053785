import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import { people, type Profile } from "../http/people";
import { words } from "../strings";

const { openId } = words;

/** Signing in with an account elsewhere, where the server offers that. */
export function Provider(props: { profile: Profile; said: string; changed(): void }) {
  const status = useLoaded(api.status);
  const name = status.value?.openId;
  const { failure, busy, run } = useAction();
  if (name === undefined) return null;
  const linked = props.profile.openId;
  function said(): string {
    if (props.said !== "") return openId.said[props.said] ?? words.unexpected;
    return linked ? openId.linked(name ?? "") : openId.unlinked(name ?? "");
  }
  function change() {
    void run(async () => {
      if (!linked) return people.link();
      await people.unlink();
      props.changed();
    });
  }
  return (
    <section aria-labelledby="provider">
      <h2 id="provider">{openId.title(name)}</h2>
      <p role="status">{said()}</p>
      <Failure of={failure} />
      <div className="actions">
        <Button isDisabled={busy} onPress={change}>
          {linked ? openId.unlink : openId.link}
        </Button>
      </div>
    </section>
  );
}
