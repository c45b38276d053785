import { count, moment } from "./formats";

export const account = {
  title: "Account",
  profile: "Profile",
  name: "Name",
  colour: "Colour of your cursor and name",
  email: "E-mail (optional, for news about your work)",
  save: "Save profile",
  saved: "Saved.",
  password: "Password",
  old: "Old password",
  fresh: "New password (at least 12 characters)",
  change: "Change password",
  choose: "Choose a password, to sign in without another server",
  changed: "The password is changed. Your other browsers are signed out.",
  places: "Where you are signed in",
  here: "this browser",
  since: (at: string) => `since ${moment(at)}`,
  used: (at: string) => `last used ${moment(at)}`,
  signOut: "Sign out there",
  signOutOf: (browser: string, at: string) => `Sign out there: ${browser}, since ${moment(at)}`,
  others: "Sign out everywhere else",
};

export const tokens = {
  title: "API tokens",
  intro: "A token lets a program of yours work here with some of your rights, never with more than you have yourself.",
  none: "You have no tokens.",
  create: "New token",
  name: "What it is for",
  project: "Project",
  allProjects: "All of yours",
  days: (most: number) => `Days until it expires (${most} at most)`,
  preset: "What it may do",
  asRole: (role: string) => `All that ${role}s may`,
  chosen: "What is ticked below",
  rights: "Permissions",
  plugin: "It is for a plugin: then it neither decides nor approves",
  action: "Make token",
  made: "Copy the token now; it is not shown again.",
  secret: "Token",
  until: (at: string) => `until ${moment(at)}`,
  used: (at: string) => `last used ${moment(at)}`,
  unused: "never used",
  revoke: "Revoke",
  revokeOf: (name: string) => `Revoke ${name}`,
  ofPlugin: "for a plugin",
  rightsOf: (n: number) => count(n, "permission"),
};

export const invitations = {
  title: "Invite by link",
  toServer: "Invitations to the server",
  intro: "Whoever opens the link first becomes a member. It works once.",
  introServer: "Whoever opens the link first makes an account. It works once.",
  role: "Role",
  note: "For whom (only shown here)",
  action: "Make link",
  made: "Copy the link now; it is not shown again.",
  link: "Link",
  state: {
    open: (until: string) => `open until ${moment(until)}`,
    used: (by: string) => `used by ${by}`,
    revoked: "taken back",
    expired: "expired",
  },
  by: (name: string) => `by ${name}`,
  takeBack: "Take back",
  takeBackOf: (note: string) => `Take back the invitation ${note}`,

  page: "Invitation",
  toProject: (inviter: string, project: string, role: string) => `${inviter} invites you to ${project} as ${role.toLowerCase()}.`,
  toThisServer: (inviter: string) => `${inviter} invites you to this server.`,
  joinAs: (name: string) => `Join as ${name}`,
  fresh: "Make an account",
  name: "Name",
  password: "Password (at least 12 characters)",
  join: "Make the account and join",
  known: "I have an account",
  signIn: "Sign in and join",
};

export const reset = {
  title: "New password",
  intro: (name: string) => `Choose a new password for ${name}. You are signed out everywhere else.`,
  password: "New password (at least 12 characters)",
  action: "Set the password",
};

export const keeping = {
  rename: "Rename",
  renameOf: (name: string) => `Rename ${name}`,
  renameTitle: (name: string) => `Rename ${name}`,
  suspend: "Suspend",
  suspendOf: (name: string) => `Suspend ${name}`,
  suspendTitle: (name: string) => `Suspend ${name}?`,
  suspendText: "All sign-ins and tokens of the account end at once. What it wrote stays as it is.",
  unsuspend: "Let in again",
  unsuspendOf: (name: string) => `Let in again: ${name}`,
  suspended: (at: string) => `suspended since ${moment(at)}`,
  resetLink: "New password",
  resetLinkOf: (name: string) => `Link to a new password for ${name}`,
  resetMade: (name: string, until: string) =>
    `Give this link to ${name}. It works once, until ${moment(until)}, and is not shown again.`,
  link: "Link",
};

export const openId = {
  signIn: (name: string) => `Sign in with ${name}`,
  join: (name: string) => `Join with ${name}`,
  title: (name: string) => `Signing in with ${name}`,
  linked: (name: string) => `You can sign in with ${name}.`,
  unlinked: (name: string) => `You cannot sign in with ${name} yet.`,
  link: "Link your account there",
  unlink: "Take the link away",
  said: {
    linked: "Linked. You can sign in there from now on.",
    taken: "That account there is the way in to another account here already.",
    denied: "You did not sign in there.",
    stale: "That took too long, or began in another browser. Try again.",
    refused: "What came back could not be trusted. Try again; if it happens again, tell an administrator.",
    "no-account": "Nobody here is linked to that account. Sign in with your password and link it under Account, or ask for an invitation.",
    "no-invitation": "The invitation is used, taken back or too old.",
    suspended: "This account is suspended; ask an administrator.",
  } as Record<string, string>,
};

export const copy = { action: "Copy", done: "Copied." };
