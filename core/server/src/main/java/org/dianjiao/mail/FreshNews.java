package org.dianjiao.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dianjiao.assignment.Assignment;
import org.dianjiao.assignment.Step;
import org.dianjiao.blind.RoundStep;
import org.dianjiao.document.News;
import org.dianjiao.exchange.Chronicles;
import org.dianjiao.exchange.Concerns;
import org.dianjiao.people.Account;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;

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
  private final Concerns concerns;

  FreshNews(Database database, Chronicles chronicles) {
    this.database = database;
    this.concerns = new Concerns(database, chronicles);
  }

  /**
   * For one account, the newest first.
   *
   * @param toldUntil what happened later was not told
   */
  List<DigestText.Told> of(Account account, Instant toldUntil) {
    Concerns.All all = concerns.of(account, project -> true);
    List<DigestText.Told> fresh = new ArrayList<>();
    for (Concerns.Said one : all.said()) {
      if (!one.read()) {
        News news = one.news();
        fresh.add(told(news.by(), SAID.get(news.kind()), news.words(), one.document(), news.at()));
      }
    }
    for (Concerns.Given one : all.given()) {
      if (!one.read()) {
        Assignment.Last last = one.assignment().last();
        String note = one.assignment().order().note();
        fresh.add(told(last.by(), WORK.get(last.step()), note, one.document(), last.at()));
      }
    }
    for (Concerns.Round one : all.rounds()) {
      if (!one.item().read()) {
        RoundStep step = one.item().step();
        fresh.add(told(step.by(), ROUNDS.get(step.deed()), "", one.source(), step.at()));
      }
    }
    return fresh.stream()
        .filter(told -> told.at().isAfter(toldUntil))
        .sorted(Comparator.comparing(DigestText.Told::at).reversed())
        .toList();
  }

  private DigestText.Told told(String by, String deed, String words, DocumentRow row, Instant at) {
    return new DigestText.Told(name(by), deed, words, row.id(), row.title(), at);
  }

  private String name(String account) {
    return database.accounts().byId(account).map(Account::name).orElse(account);
  }
}
