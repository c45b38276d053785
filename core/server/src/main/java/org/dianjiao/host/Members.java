package org.dianjiao.host;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.bus.DocumentReply.Person;
import org.dianjiao.document.Document;
import org.dianjiao.people.Account;
import org.dianjiao.people.Asker;
import org.dianjiao.people.Authority;
import org.dianjiao.people.Denial;
import org.dianjiao.people.Membership;
import org.dianjiao.people.Operation;
import org.dianjiao.people.Role;
import org.dianjiao.review.ReviewSettings;
import org.dianjiao.review.Sampling;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Rights;
import org.dianjiao.suggestion.Maker;

/**
 * Who may do what in one document, as the storage had it at a version of the rights. The log
 * refuses an append when the version has changed since.
 *
 * @param aclVersion the version
 * @param project that the document belongs to
 * @param roles by account, of whoever may see the document at all
 * @param people how members, administrators and others who left their name are shown
 * @param review how the project reviews
 * @param sampling by what approvals are drawn for a second review
 */
record Members(
    long aclVersion,
    String project,
    Map<String, Role> roles,
    Map<String, Person> people,
    ReviewSettings review,
    Sampling sampling) {

  /** Reads them. Blocking. */
  static Members load(Database database, String document, Document state) {
    Rights rights = database.projects().rights(document);
    Map<String, Role> roles = new HashMap<>();
    Map<String, Person> people = new HashMap<>();
    for (Account account : database.accounts().administrators()) {
      rights.roleOf(account).ifPresent(role -> roles.put(account.id(), role));
      people.put(account.id(), person(account));
    }
    for (Membership member : rights.members()) {
      rights.roleOf(member).ifPresent(role -> roles.put(member.account().id(), role));
      people.put(member.account().id(), person(member.account()));
    }
    Set<String> others = names(state);
    others.removeAll(people.keySet());
    others.forEach(
        id -> database.accounts().byId(id).ifPresent(other -> people.put(id, person(other))));
    return new Members(
        rights.aclVersion(),
        rights.project(),
        Map.copyOf(roles),
        Map.copyOf(people),
        database.projects().reviewSettings(rights.project()),
        database.projects().sampling(rights.project()));
  }

  private static Set<String> names(Document document) {
    Set<String> names = new HashSet<>();
    document.annotations().stream().map(Annotation::author).forEach(names::add);
    document.approvals().forEach(approval -> names.add(approval.account()));
    document
        .proposals()
        .forEach(
            proposal -> {
              if (proposal.maker() instanceof Maker.ByPerson person) {
                names.add(person.account());
              }
            });
    return names;
  }

  private static Person person(Account account) {
    return new Person(account.name(), account.colour());
  }

  Optional<Role> role(String account) {
    return Optional.ofNullable(roles.get(account));
  }

  /** Why this person may not do this; empty when they may. */
  Optional<Denial> refusal(Operation operation, String account) {
    return Authority.refusal(Asker.member(role(account)), operation);
  }

  Person person(String account) {
    return people.getOrDefault(account, new Person(account, "#888888"));
  }
}
