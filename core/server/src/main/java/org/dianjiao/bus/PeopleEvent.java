package org.dianjiao.bus;

/** What happened to people; for owners of documents and keepers of sockets. */
public sealed interface PeopleEvent {

  /** Somebody's role in a project was set or taken away. */
  record RightsChanged(String project, String account) implements PeopleEvent {}

  /** Somebody signed out: the sockets that were opened by that sign-in close. */
  record SignedOut(String account, String signIn) implements PeopleEvent {}
}
