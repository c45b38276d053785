import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import { people, type Token } from "../http/people";
import { words } from "../strings";
import { NewToken } from "./NewToken";

const { tokens } = words;

/** The tokens that somebody gave to programs. */
export function Tokens() {
  const all = useLoaded(people.tokens);
  const projects = useLoaded(api.projects);
  const { failure, busy, run } = useAction();
  const revoke = (id: string) =>
    void run(async () => {
      await people.revokeToken(id);
      all.reload();
    });
  const names = new Map(projects.value?.map(({ id, name }) => [id, name]));
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">{tokens.title}</h2>
      <p className="aside">{tokens.intro}</p>
      <Failure of={failure ?? all.failure} />
      {all.value?.tokens.length === 0 && <p>{tokens.none}</p>}
      <ul className="lines">
        {all.value?.tokens.map((token) => (
          <li key={token.id}>
            <span>{token.name}</span>
            <span className="line-facts">
              {facts(token, names)}
              <Button
                className="quiet"
                isDisabled={busy}
                aria-label={tokens.revokeOf(token.name)}
                onPress={() => revoke(token.id)}
              >
                {tokens.revoke}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {all.value && <NewToken all={all.value} projects={projects.value ?? []} made={all.reload} />}
    </section>
  );
}

function facts(token: Token, projects: Map<string, string>): string {
  return [
    tokens.rightsOf(token.permissions.length),
    ...(token.project === undefined ? [] : [projects.get(token.project) ?? token.project]),
    ...(token.plugin ? [tokens.ofPlugin] : []),
    tokens.until(token.expires),
    token.lastUsed === undefined ? tokens.unused : tokens.used(token.lastUsed),
  ].join(" · ");
}
