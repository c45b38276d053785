import { type ReactNode, use } from "react";
import { AccountContext } from "../app/account";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { words } from "../strings";
import { KeptHere } from "./KeptHere";
import { SignOut } from "./SignOut";

/** The frame of the plain pages: the name above, who is signed in, and the page's own column. */
export function Shell({ title, children }: { title: string; children: ReactNode }) {
  const { account } = use(AccountContext);
  return (
    <div className="shell">
      <header className="masthead">
        <Link to={to.projects} className="brand">
          {words.name}
        </Link>
        {account && (
          <span className="signed-in">
            {account.administrator && (
              <Link to={to.plugins} className="own-name">
                {words.plugins.link}
              </Link>
            )}
            <Link to={to.account} className="own-name">
              {account.name}
            </Link>
            <SignOut />
          </span>
        )}
      </header>
      <main className="page">
        <h1>{title}</h1>
        {account && <KeptHere />}
        {children}
      </main>
    </div>
  );
}
