import { type ReactNode, use } from "react";
import { Button } from "react-aria-components";
import { AccountContext } from "../app/account";
import { Link } from "../app/Link";
import { navigate, to } from "../app/route";
import { api } from "../http/api";
import { words } from "../strings";

/** The frame of the plain pages: the name above, who is signed in, and the page's own column. */
export function Shell({ title, children }: { title: string; children: ReactNode }) {
  const { account, set } = use(AccountContext);
  async function leave() {
    await api.signOut().catch(() => {});
    set(null);
    navigate(to.signIn);
  }
  return (
    <div className="shell">
      <header className="masthead">
        <Link to={to.projects} className="brand">
          {words.name}
        </Link>
        {account && (
          <span className="signed-in">
            {account.name}
            <Button className="quiet" onPress={leave}>
              {words.signIn.out}
            </Button>
          </span>
        )}
      </header>
      <main className="page">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
