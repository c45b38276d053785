import { createContext, use } from "react";
import type { Account } from "../session/frames";

/** Who is signed in; null when nobody is. */
export interface SignedIn {
  account: Account | null;
  set(account: Account | null): void;
}

export const AccountContext = createContext<SignedIn>({ account: null, set: () => {} });

/** The account on pages that only show when somebody is signed in. */
export function useAccount(): Account {
  const { account } = use(AccountContext);
  if (account === null) throw new Error("nobody is signed in");
  return account;
}
