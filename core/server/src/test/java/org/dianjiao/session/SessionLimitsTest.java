package org.dianjiao.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.dianjiao.people.Account;
import org.dianjiao.people.Subject;
import org.junit.jupiter.api.Test;

class SessionLimitsTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void aBucketGivesItsBurstThenItsRate() {
    TokenBucket bucket = new TokenBucket(10, 5, 0);
    assertThat(IntStream.range(0, 20).filter(i -> bucket.take(0)).count()).isEqualTo(5);
    assertThat(IntStream.range(0, 20).filter(i -> bucket.take(SECOND / 5)).count()).isEqualTo(2);
  }

  @Test
  void aBucketIsNeverFullerThanItsBurst() {
    TokenBucket bucket = new TokenBucket(10, 5, 0);
    long later = 3600 * SECOND;
    assertThat(IntStream.range(0, 20).filter(i -> bucket.take(later)).count()).isEqualTo(5);
  }

  private static Tickets.Bearer wang(String signIn) {
    Account wang = new Account("a1", "Wang", "#112233", false);
    return new Tickets.Bearer(Subject.person(wang), signIn, Instant.MAX);
  }

  @Test
  void aTicketGoesWithWhatItWasGivenTo() {
    Tickets tickets = new Tickets();
    String ended = tickets.issue(wang("ended"));
    String kept = tickets.issue(wang("kept"));
    tickets.revoke(bearer -> bearer.signIn().equals("ended"));
    assertThat(tickets.use(ended)).isEmpty();
    assertThat(tickets.use(kept)).isPresent();
  }

  @Test
  void aTicketIsUsedOnceByWhomItWasGivenTo() {
    Tickets tickets = new Tickets();
    String ticket = tickets.issue(wang("sign-in"));
    assertThat(tickets.use("another")).isEmpty();
    assertThat(tickets.use(ticket)).contains(wang("sign-in"));
    assertThat(tickets.use(ticket)).isEmpty();
  }

  @Test
  void ticketsAreNotGuessable() {
    Tickets tickets = new Tickets();
    assertThat(IntStream.range(0, 100).mapToObj(i -> tickets.issue(wang("sign-in"))))
        .doesNotHaveDuplicates()
        .allMatch(ticket -> ticket.length() >= 40);
  }
}
