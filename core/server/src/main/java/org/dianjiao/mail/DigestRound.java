package org.dianjiao.mail;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.dianjiao.exchange.Chronicles;
import org.dianjiao.people.Account;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.Digests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the daily messages that are due, to who asked for them. None is sent twice, whatever ends
 * the server in between: that one is sent is stored before. Blocking; one round at a time.
 */
public final class DigestRound {

  private static final Logger LOG = LoggerFactory.getLogger(DigestRound.class);

  private final Database database;
  private final FreshNews fresh;
  private final MailSettings settings;
  private final InstantSource clock;
  private final Post post;

  /** A round that was not made yet. */
  public DigestRound(
      Database database, Chronicles chronicles, MailSettings settings, InstantSource clock) {
    this.database = database;
    this.fresh = new FreshNews(database, chronicles);
    this.settings = settings;
    this.clock = clock;
    this.post = new Post(settings);
  }

  /** Makes it; tells how many messages were sent. */
  public int make() {
    Instant now = clock.instant();
    if (now.atZone(ZoneOffset.UTC).getHour() < settings.hour()) {
      return 0;
    }
    long day = LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
    int sent = 0;
    for (Digests.Due due : database.digests().due(day, settings.tries(), now)) {
      if (database.digests().begin(due.account(), day, settings.tries(), now) && tell(due)) {
        sent++;
      }
    }
    return sent;
  }

  private boolean tell(Digests.Due due) {
    try {
      Optional<Account> account = database.accounts().byId(due.account());
      List<DigestText.Told> news =
          account.map(known -> fresh.of(known, due.toldUntil())).orElse(List.of());
      if (news.isEmpty()) {
        database.digests().sent(due.account(), due.toldUntil());
        return false;
      }
      List<DigestText.Told> newest = news.subList(0, Math.min(settings.most(), news.size()));
      String name = account.map(Account::name).orElse("");
      post.send(
          new Post.Letter(
              due.email(),
              DigestText.subject(news.size()),
              DigestText.text(settings.address(), name, newest, news.size())));
      database.digests().sent(due.account(), news.get(0).at());
      return true;
    } catch (MessagingException | IllegalArgumentException unsent) {
      LOG.warn("no message could be sent to account {}: {}", due.account(), unsent.getMessage());
      Instant again = clock.instant().plus(Duration.ofMinutes(settings.retryMinutes()));
      database.digests().failed(due.account(), again);
      return false;
    }
  }
}
