package org.dianjiao.bus;

import java.util.Optional;

/** What happened to people; for owners of documents and keepers of sockets. */
public sealed interface PeopleEvent {

  /** Somebody's role in a project was set or taken away. */
  record RightsChanged(String project, String account) implements PeopleEvent {}

  /** Somebody signed out: the sockets that were opened by that sign-in close. */
  record SignedOut(String account, String signIn) implements PeopleEvent {}

  /** Somebody's other browsers are signed out: their sockets close. Programs go on. */
  record SignedOutElsewhere(String account, Optional<String> but) implements PeopleEvent {}

  /** An account was suspended: every socket of its people and programs closes. */
  record Suspended(String account) implements PeopleEvent {}
}
