// A real OpenID provider for one test: the certified npm package oidc-provider, with its own pages for
// signing in, on a free port. Arguments: the client's secret and the address that it sends browsers
// back to. Prints "provider at ISSUER" once it listens.
import { createServer } from "node:http";
import Provider from "oidc-provider";

const [secret, redirect] = process.argv.slice(2);
const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "dianjiao", client_secret: secret, redirect_uris: [redirect] }],
    pkce: { required: () => true, methods: ["S256"] },
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
    cookies: { keys: [secret] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `${id} of the provider`, email: `${id}@example.org`, email_verified: true }),
    }),
  });
  server.on("request", provider.callback());
  console.log(`provider at ${issuer}`);
});
