import type { Account } from "../session/frames";
import type { Role } from "../session/values";
import { at, request } from "./api";

export interface Profile {
  name: string;
  colour: string;
  email?: string;
  password: boolean;
  /** Whether an account at the provider is linked. */
  openId: boolean;
  /** Whether one gets the daily message; missing where the server sends none. */
  digest?: boolean;
}

/** A browser in which somebody is signed in. */
export interface Place {
  id: string;
  browser: string;
  since: string;
  lastUsed: string;
  expires: string;
  here: boolean;
}

export interface AccountLine extends Account {
  suspended?: string;
}

export interface Invitation {
  id: string;
  inviter: string;
  role?: Role;
  note: string;
  created: string;
  expires: string;
  state: "open" | "used" | "revoked" | "expired";
  usedBy?: string;
}

export interface Invited {
  inviter: string;
  project?: string;
  role?: Role;
  expires: string;
}

export interface Token {
  id: string;
  name: string;
  permissions: string[];
  project?: string;
  plugin: boolean;
  created: string;
  expires: string;
  lastUsed?: string;
}

/** A permission that a token can be given, and the least role that has it. */
export interface Right {
  right: string;
  words: string;
  least: Role;
}

export interface Tokens {
  tokens: Token[];
  permissions: Right[];
  days: number;
  daysMost: number;
}

export interface NewToken {
  name: string;
  permissions: string[];
  project?: string;
  plugin: boolean;
  days: number;
}

/** Where the invitations to a project are; without one, those to the server. */
const invitations = (project?: string) =>
  project === undefined ? "/api/invitations" : at`/api/projects/${project}/invitations`;

async function leave(path: string, wish: { invitation?: string | undefined }): Promise<void> {
  const { address } = await request<{ address: string }>("POST", path, wish);
  location.assign(address);
}

/** Plain HTTP for accounts, invitations and tokens: section 1 of docs/protocol.md. */
export const people = {
  profile: () => request<Profile>("GET", "/api/me/profile"),
  change: (profile: { name: string; colour: string; email: string; digest?: boolean | undefined }) =>
    request<Account>("PUT", "/api/me/profile", profile),
  changePassword: (old: string, password: string) =>
    request<Account>("PUT", "/api/me/password", { old, password }),
  places: () => request<Place[]>("GET", "/api/me/sign-ins"),
  signOut: (id: string) => request<Place[]>("DELETE", at`/api/me/sign-ins/${id}`),
  signOutElsewhere: () => request<{ signIns: number }>("DELETE", "/api/me/sign-ins"),

  /** Goes to the provider to sign in, perhaps with an invitation. */
  leave: (invitation?: string) => leave("/api/openid/begin", { invitation }),
  /** Goes to the provider to link this account. */
  link: () => leave("/api/openid/link", {}),
  unlink: () => request<Profile>("DELETE", "/api/me/openid"),

  tokens: () => request<Tokens>("GET", "/api/me/tokens"),
  makeToken: (wanted: NewToken) => request<{ secret: string; token: Token }>("POST", "/api/me/tokens", wanted),
  revokeToken: (id: string) => request<Tokens>("DELETE", at`/api/me/tokens/${id}`),

  accounts: () => request<AccountLine[]>("GET", "/api/accounts"),
  rename: (account: string, name: string) =>
    request<AccountLine[]>("PUT", at`/api/accounts/${account}/name`, { name }),
  suspend: (account: string) => request<AccountLine[]>("PUT", at`/api/accounts/${account}/suspension`),
  unsuspend: (account: string) => request<AccountLine[]>("DELETE", at`/api/accounts/${account}/suspension`),
  resetLink: (account: string) =>
    request<{ secret: string; expires: string }>("POST", at`/api/accounts/${account}/reset-link`),
  resetLook: (secret: string) => request<{ name: string }>("POST", "/api/reset-link/look", { secret }),
  reset: (secret: string, password: string) =>
    request<Account>("POST", "/api/reset-link/use", { secret, password }),

  invitations: (project?: string) => request<Invitation[]>("GET", invitations(project)),
  invite: (note: string, project?: string, role?: Role) =>
    request<{ secret: string; invitation: Invitation }>("POST", invitations(project), { note, role }),
  takeBack: (id: string, project?: string) =>
    request<Invitation[]>("DELETE", `${invitations(project)}/${encodeURIComponent(id)}`),
  invited: (secret: string) => request<Invited>("POST", "/api/invitation/look", { secret }),
  join: (secret: string, name: string, password: string) =>
    request<Account>("POST", "/api/invitation/join", { secret, name, password }),
  accept: (secret: string) => request<{ project?: string }>("POST", "/api/invitation/use", { secret }),
};
