import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { people } from "../http/people";
import { words } from "../strings";

const { account } = words;

/** The browsers in which somebody is signed in; each can be signed out from here. */
export function Places() {
  const places = useLoaded(people.places);
  const { failure, busy, run } = useAction();
  const end = (work: () => Promise<unknown>) =>
    void run(async () => {
      await work();
      places.reload();
    });
  const others = places.value?.filter((place) => !place.here) ?? [];
  return (
    <section aria-labelledby="places">
      <h2 id="places">{account.places}</h2>
      <Failure of={failure ?? places.failure} />
      <ul className="lines">
        {places.value?.map((place) => (
          <li key={place.id}>
            <span>
              {place.browser}
              {place.here && <strong> · {account.here}</strong>}
            </span>
            <span className="line-facts">
              {account.since(place.since)} · {account.used(place.lastUsed)}
              {!place.here && (
                <Button
                  className="quiet"
                  isDisabled={busy}
                  aria-label={account.signOutOf(place.browser, place.since)}
                  onPress={() => end(() => people.signOut(place.id))}
                >
                  {account.signOut}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <div className="actions">
          <Button isDisabled={busy} onPress={() => end(people.signOutElsewhere)}>
            {account.others}
          </Button>
        </div>
      )}
    </section>
  );
}
