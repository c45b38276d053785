package org.dianjiao.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dianjiao.assignment.Assignment;
import org.dianjiao.document.News;
import org.dianjiao.people.Account;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.ProjectSummary;

/**
 * What concerns somebody in all their projects: what was changed of theirs or said to them, work
 * that was given, and rounds of double work. Blocking.
 */
public final class Concerns {

  private final Database database;
  private final Chronicles chronicles;
  private final RoundNews rounds;

  /** What the storage has, and what was read of its logs. */
  public Concerns(Database database, Chronicles chronicles) {
    this.database = database;
    this.chronicles = chronicles;
    this.rounds = new RoundNews(database);
  }

  /** Something in a document. */
  public record Said(DocumentRow document, News news, boolean read) {}

  /** What somebody else did last with work that this person got or gave. */
  public record Given(DocumentRow document, Assignment assignment, boolean read) {}

  /** A step of a round. */
  public record Round(DocumentRow source, RoundNews.Item item) {}

  /** In no order. */
  public record All(List<Said> said, List<Given> given, List<Round> rounds) {}

  /**
   * Everything, read or not. Every log is read on, from where it was read to when somebody asked
   * last.
   *
   * @param reaches the ids of projects that are asked about
   */
  public All of(Account account, Predicate<String> reaches) {
    List<ProjectSummary> projects =
        database.projects().of(account.id()).stream()
            .filter(project -> reaches.test(project.project().id()))
            .toList();
    Map<String, DocumentRow> documents = new LinkedHashMap<>();
    projects.stream()
        .flatMap(project -> database.projects().documents(project.project().id()).stream())
        .forEach(row -> documents.put(row.id(), row));
    return new All(
        said(account, documents), given(account, documents), rounds(account, projects, documents));
  }

  private List<Said> said(Account account, Map<String, DocumentRow> documents) {
    Map<String, Long> read = database.inboxes().read(account.id());
    List<Said> said = new ArrayList<>();
    for (DocumentRow row : documents.values()) {
      long until = read.getOrDefault(row.id(), 0L);
      chronicles.review(row.id(), row.revision(), past -> past.news(account.id())).stream()
          .map(news -> new Said(row, news, news.revision() <= until))
          .forEach(said::add);
    }
    return said;
  }

  private List<Given> given(Account account, Map<String, DocumentRow> documents) {
    Map<String, Integer> read = database.assignments().read(account.id());
    return database.assignments().concerning(account.id()).stream()
        .filter(a -> a.isNewsTo(account.id()) && documents.containsKey(a.document()))
        .map(
            a ->
                new Given(
                    documents.get(a.document()), a, read.getOrDefault(a.id(), 0) >= a.version()))
        .toList();
  }

  private List<Round> rounds(
      Account account, List<ProjectSummary> projects, Map<String, DocumentRow> documents) {
    Map<String, Integer> read = database.blind().read(account.id());
    List<Round> found = new ArrayList<>();
    for (ProjectSummary project : projects) {
      rounds.of(project.project().id(), account, project.role(), read).stream()
          .filter(item -> documents.containsKey(item.round().source()))
          .map(item -> new Round(documents.get(item.round().source()), item))
          .forEach(found::add);
    }
    return found;
  }
}
