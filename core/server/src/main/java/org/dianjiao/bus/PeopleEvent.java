package org.dianjiao.bus;

/** What happened to people; for owners of documents and keepers of sockets. */
public sealed interface PeopleEvent {

  /** Somebody's role in a project was set or taken away. */
  record RightsChanged(String project, String account) implements PeopleEvent {}

  /** Somebody signed out or was suspended: their sockets close. */
  record SignedOut(String account) implements PeopleEvent {}
}
