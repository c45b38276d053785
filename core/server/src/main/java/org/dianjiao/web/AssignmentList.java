package org.dianjiao.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.assignment.Assignment;
import org.dianjiao.assignment.Place;
import org.dianjiao.assignment.Step;
import org.dianjiao.assignment.Task;
import org.dianjiao.exchange.AssignmentPlaces;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;

/** Assignments as they are told: with names, and where their passages are now. Blocking. */
final class AssignmentList {

  private final Database database;
  private final Identity identity;
  private final AssignmentPlaces places;

  AssignmentList(Database database, Identity identity) {
    this.database = database;
    this.identity = identity;
    this.places = new AssignmentPlaces(database);
  }

  /** Whether whose work it is can do it. */
  enum Standing {
    ABLE,
    /** Their role is not enough for the task any more. */
    UNABLE,
    /** They are no member of the project any more. */
    LEFT
  }

  /**
   * Given passages.
   *
   * @param first number of the first line when they were given
   * @param start where they are at the document's {@code revision}
   */
  record Passages(int first, int count, String words, int start, int end, boolean gone) {}

  record Told(
      String id,
      String project,
      String document,
      String title,
      long revision,
      Optional<Passages> passages,
      String account,
      String name,
      Standing standing,
      Task task,
      Optional<LocalDate> due,
      boolean overdue,
      String note,
      String giver,
      String giverName,
      Instant at,
      Step step,
      String by,
      String byName,
      Instant changedAt,
      int version) {}

  AssignmentPlaces places() {
    return places;
  }

  /** Tells assignments of any documents, in their order. */
  List<Told> told(List<Assignment> assignments) {
    Map<String, List<Assignment>> byDocument = new LinkedHashMap<>();
    for (Assignment assignment : assignments) {
      byDocument.computeIfAbsent(assignment.document(), id -> new ArrayList<>()).add(assignment);
    }
    Map<String, Told> told = new HashMap<>();
    Map<String, Optional<Account>> people = new HashMap<>();
    byDocument.forEach(
        (document, all) -> {
          DocumentRow row = database.projects().document(document).orElseThrow();
          Map<String, Place> where = places.of(document, row.revision(), stillThere(all));
          all.forEach(one -> told.put(one.id(), told(one, row, where, people)));
        });
    return assignments.stream().map(assignment -> told.get(assignment.id())).toList();
  }

  Told told(Assignment assignment) {
    return told(List.of(assignment)).get(0);
  }

  /** Where those passages are that were taken back is nobody's question. */
  private static List<Assignment> stillThere(List<Assignment> all) {
    return all.stream().filter(one -> one.last().step() != Step.TAKEN_BACK).toList();
  }

  private Told told(
      Assignment a,
      DocumentRow row,
      Map<String, Place> where,
      Map<String, Optional<Account>> people) {
    return new Told(
        a.id(),
        a.project(),
        a.document(),
        row.title(),
        row.revision(),
        a.given().map(given -> passages(given, where.getOrDefault(a.id(), given.place()))),
        a.account(),
        name(a.account(), people),
        standing(a, people),
        a.order().task(),
        a.order().due(),
        a.isOverdue(LocalDate.now(ZoneOffset.UTC)),
        a.order().note(),
        a.giver(),
        name(a.giver(), people),
        a.at(),
        a.last().step(),
        a.last().by(),
        name(a.last().by(), people),
        a.last().at(),
        a.version());
  }

  private static Passages passages(Assignment.Given given, Place now) {
    return new Passages(
        given.first(), given.count(), given.words(), now.start(), now.end(), now.gone());
  }

  private String name(String account, Map<String, Optional<Account>> people) {
    return person(account, people).map(Account::name).orElse(account);
  }

  private Optional<Account> person(String account, Map<String, Optional<Account>> people) {
    return people.computeIfAbsent(account, database.accounts()::byId);
  }

  private Standing standing(Assignment a, Map<String, Optional<Account>> people) {
    Optional<Role> role =
        person(a.account(), people).flatMap(who -> identity.role(a.project(), who));
    if (role.isEmpty()) {
      return Standing.LEFT;
    }
    return role.get().includes(a.order().task().least()) ? Standing.ABLE : Standing.UNABLE;
  }
}
