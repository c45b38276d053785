package org.dianjiao.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.web.openid.OpenIdProvider.Proof;

/**
 * Who was sent to the provider and has not come back. Each try is of one browser and is used once,
 * within ten minutes. Thread safe; kept in memory only and shared by all instances.
 */
public final class OpenIdTries {

  /** How long one may take to sign in at the provider. */
  static final Duration LIFE = Duration.ofMinutes(10);

  private static final int MOST = 10_000;

  private final Map<String, Pending> pending = new ConcurrentHashMap<>();

  /**
   * What somebody came for.
   *
   * @param link the sign-in whose account is to be linked; empty to sign in
   * @param invitation hash of the secret of one that is to be used
   */
  record Wish(Optional<Credential> link, Optional<String> invitation) {}

  /** A try that came back. */
  record Try(Proof proof, Wish wish) {}

  private record Pending(Try made, String browser, long deadline) {}

  /**
   * Begins a try.
   *
   * @param browser hash of a secret that only this browser has
   */
  Proof begin(String browser, Wish wish) {
    long now = System.nanoTime();
    pending.values().removeIf(one -> one.deadline() - now < 0);
    if (pending.size() >= MOST) {
      throw new Refusal(FailureCode.TOO_MANY, "too many people sign in at once; try again");
    }
    Proof proof = new Proof(Identity.secret(), Identity.secret(), Identity.secret());
    pending.put(
        Identity.hash(proof.state()),
        new Pending(new Try(proof, wish), browser, now + LIFE.toNanos()));
    return proof;
  }

  /** The try of this state and this browser; it is used up, whoever asks. */
  Optional<Try> take(String state, String browser) {
    return Optional.ofNullable(pending.remove(Identity.hash(state)))
        .filter(found -> found.browser().equals(browser))
        .filter(found -> found.deadline() - System.nanoTime() >= 0)
        .map(Pending::made);
  }
}
