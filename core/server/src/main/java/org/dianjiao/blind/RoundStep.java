package org.dianjiao.blind;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.dianjiao.people.Role;

/**
 * Something that was done with a round, for those whom it concerns. What one worker does alone is
 * none: nobody would learn of it who may not know.
 *
 * @param number from 1 in each round
 * @param deed what was done
 * @param by account id of who did it
 * @param to account id of who decides from then on; only when it was handed over
 * @param at when
 */
public record RoundStep(int number, Deed deed, String by, Optional<String> to, Instant at) {

  /** What is done with a round. */
  public enum Deed {
    /** The copies were given out. */
    STARTED,
    /** The last worker is done. */
    HANDED_IN,
    /** A manager said who decides. */
    HANDED_OVER,
    /** The decisions are in the source. */
    CLOSED,
    /** It was given up. */
    ABANDONED;

    /** As it is written in files and on the wire: in lower case. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The deed for a written word.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static Deed of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Requires its parts, and somebody to hand over to when it was handed over. */
  public RoundStep {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
    if (number < 1 || to.isPresent() != (deed == Deed.HANDED_OVER)) {
      throw new IllegalArgumentException(
          "step %d: %s to %s".formatted(number, deed.word(), to.orElse("nobody")));
    }
  }

  /**
   * Whether somebody is told of it: workers of the start and the end; who decides, or may begin to,
   * that there is something to decide; whoever started the round how it ended.
   *
   * @param round as it is now
   * @param member what they are in the project
   */
  public boolean isNewsTo(BlindRound round, String account, Optional<Role> member) {
    if (by.equals(account) || member.isEmpty()) {
      return false;
    }
    return switch (deed) {
      case STARTED -> round.isWorker(account);
      case HANDED_IN -> round.state() == RoundState.MERGING && mayDecide(round, account, member);
      case HANDED_OVER ->
          !round.state().isOver() && round.adjudicator().equals(to) && isTo(account);
      case CLOSED, ABANDONED -> round.isWorker(account) || round.starter().equals(account);
    };
  }

  private boolean isTo(String account) {
    return to.filter(account::equals).isPresent();
  }

  private static boolean mayDecide(BlindRound round, String account, Optional<Role> member) {
    return !round.isWorker(account)
        && member.filter(role -> role.includes(Role.REVIEWER)).isPresent()
        && round.adjudicator().filter(other -> !other.equals(account)).isEmpty();
  }
}
