package org.dianjiao.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.dianjiao.people.Account;
import org.dianjiao.people.Subject;

/**
 * Tickets for the WebSocket: given over HTTP to who is signed in, used once in the first frame, so
 * that no secret stands in an address. Thread safe; kept in memory only.
 */
public final class Tickets {

  private static final Duration LIFE = Duration.ofSeconds(30);
  private static final int BYTES = 32;

  private record Issued(Bearer bearer, long deadline) {}

  /**
   * Who a ticket was given to.
   *
   * @param signIn what they are signed in by: the hash of a cookie or of a token
   * @param expires when that ends, whatever happens
   */
  public record Bearer(Subject subject, String signIn, Instant expires) {

    /** Whose account it is. */
    public Account account() {
      return subject.account();
    }

    /** Whether its time is over. */
    boolean isOver() {
      return !Instant.now().isBefore(expires);
    }
  }

  private final SecureRandom random = new SecureRandom();
  private final ConcurrentMap<String, Issued> issued = new ConcurrentHashMap<>();

  /** A ticket for somebody who is signed in. */
  public String issue(Bearer bearer) {
    long now = System.nanoTime();
    issued.values().removeIf(ticket -> ticket.deadline() - now < 0);
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    issued.put(ticket, new Issued(bearer, now + LIFE.toNanos()));
    return ticket;
  }

  /** Takes back what was given to some. */
  public void revoke(Predicate<Bearer> which) {
    issued.values().removeIf(ticket -> which.test(ticket.bearer()));
  }

  /** Who the ticket was given to; it is used up. */
  Optional<Bearer> use(String ticket) {
    return Optional.ofNullable(issued.remove(ticket))
        .filter(found -> found.deadline() - System.nanoTime() >= 0)
        .map(Issued::bearer)
        .filter(bearer -> !bearer.isOver());
  }
}
