package org.dianjiao.mail;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.assignment.Step;
import org.dianjiao.blind.RoundStep;
import org.dianjiao.document.News;
import org.dianjiao.exchange.Chronicles;
import org.dianjiao.exchange.RoundNews;
import org.dianjiao.people.Account;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.ProjectSummary;

/** What is in somebody's inbox, not read, and in no daily message yet. Blocking. */
final class FreshNews {

  private static final Map<News.Kind, String> SAID =
      Map.of(
          News.Kind.MENTION, "mentioned you",
          News.Kind.REPLY, "answered in a thread of yours",
          News.Kind.APPROVAL, "changed a passage that you had approved",
          News.Kind.PROPOSAL, "decided on a proposal of yours",
          News.Kind.ANNOTATION, "changed an annotation of yours");

  private static final Map<Step, String> WORK =
      Map.of(
          Step.GIVEN, "gave you work",
          Step.CHANGED, "changed the work that they gave you",
          Step.REOPENED, "opened work again",
          Step.DONE, "is done with the work that you gave",
          Step.TAKEN_BACK, "took work back");

  private static final Map<RoundStep.Deed, String> ROUNDS =
      Map.of(
          RoundStep.Deed.STARTED, "started double work with you",
          RoundStep.Deed.HANDED_IN, "was the last to finish double work that you may decide",
          RoundStep.Deed.HANDED_OVER, "handed double work over to you, to decide",
          RoundStep.Deed.CLOSED, "decided double work, and put it into the text",
          RoundStep.Deed.ABANDONED, "gave double work up");

  private final Database database;
  private final Chronicles chronicles;
  private final RoundNews rounds;

  FreshNews(Database database, Chronicles chronicles) {
    this.database = database;
    this.chronicles = chronicles;
    this.rounds = new RoundNews(database);
  }

  /**
   * For one account, the newest first.
   *
   * @param toldUntil what happened later was not told
   */
  List<DigestText.Told> of(Account account, Instant toldUntil) {
    List<ProjectSummary> projects = database.projects().of(account.id());
    Map<String, DocumentRow> documents = new LinkedHashMap<>();
    projects.stream()
        .flatMap(project -> database.projects().documents(project.project().id()).stream())
        .forEach(row -> documents.put(row.id(), row));
    Stream<Optional<DigestText.Told>> all =
        Stream.of(
                said(account, documents),
                work(account, documents),
                rounds(account, documents, projects))
            .flatMap(each -> each);
    return all.flatMap(Optional::stream)
        .filter(told -> told.at().isAfter(toldUntil))
        .sorted(Comparator.comparing(DigestText.Told::at).reversed())
        .toList();
  }

  private Stream<Optional<DigestText.Told>> said(
      Account account, Map<String, DocumentRow> documents) {
    Map<String, Long> read = database.inboxes().read(account.id());
    return documents.values().stream()
        .flatMap(
            row ->
                chronicles
                    .review(row.id(), row.revision(), past -> past.news(account.id()))
                    .stream()
                    .filter(news -> news.revision() > read.getOrDefault(row.id(), 0L))
                    .map(n -> told(n.by(), SAID.get(n.kind()), n.words(), row, n.at())));
  }

  private Stream<Optional<DigestText.Told>> work(
      Account account, Map<String, DocumentRow> documents) {
    Map<String, Integer> read = database.assignments().read(account.id());
    return database.assignments().concerning(account.id()).stream()
        .filter(a -> a.isNewsTo(account.id()) && a.version() > read.getOrDefault(a.id(), 0))
        .map(
            a ->
                told(
                    a.last().by(),
                    WORK.get(a.last().step()),
                    a.order().note(),
                    documents.get(a.document()),
                    a.last().at()));
  }

  private Stream<Optional<DigestText.Told>> rounds(
      Account account, Map<String, DocumentRow> documents, List<ProjectSummary> projects) {
    Map<String, Integer> read = database.blind().read(account.id());
    return projects.stream()
        .flatMap(
            project ->
                rounds.of(project.project().id(), account, project.role(), read).stream()
                    .filter(item -> !item.read())
                    .map(
                        item ->
                            told(
                                item.step().by(),
                                ROUNDS.get(item.step().deed()),
                                "",
                                documents.get(item.round().source()),
                                item.step().at())));
  }

  /** Nothing of a document that they may not see any more. */
  private Optional<DigestText.Told> told(
      String by, String deed, String words, DocumentRow row, Instant at) {
    return Optional.ofNullable(row)
        .map(there -> new DigestText.Told(name(by), deed, words, there.id(), there.title(), at));
  }

  private String name(String account) {
    return database.accounts().byId(account).map(Account::name).orElse(account);
  }
}
