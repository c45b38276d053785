package org.dianjiao.document;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * When a piece of text was there: the act that brought it in, and those that took it away or
 * brought it back. Each life is itself, whatever another one is like.
 */
final class Life {

  /**
   * A turn from there to gone, or back.
   *
   * @param act that did it
   * @param cause the act whose outcome it brings back, when it undoes something; else the same
   * @param derived whether it only follows from which other acts are undone
   */
  record Turn(Act act, Act cause, boolean derived) {

    private boolean isOne(Predicate<Act> acts) {
      return acts.test(act) || acts.test(cause);
    }
  }

  private static final Turn[] NONE = {};

  private final Act born;
  private final Turn[] turns;

  private Life(Act born, Turn[] turns) {
    this.born = born;
    this.turns = turns;
  }

  static Life of(Act born) {
    return new Life(born, NONE);
  }

  /** The act that brought the text in. */
  Act born() {
    return born;
  }

  /** Whether it is as it is by a change, or because something was taken back to what that made. */
  boolean isBy(long revision) {
    Predicate<Act> its = act -> act.revision() == revision;
    return turns.length == 0 ? its.test(born) : turns[turns.length - 1].isOne(its);
  }

  /** Whether the text is there now. */
  boolean alive() {
    return turns.length % 2 == 0;
  }

  /** Whether the text was there at a revision. */
  boolean aliveAt(long revision) {
    if (born.revision() > revision) {
      return false;
    }
    int past = turns.length;
    while (past > 0 && turns[past - 1].act().revision() > revision) {
      past--;
    }
    return past % 2 == 0;
  }

  /** Whether the text was there at some revision of a span, both ends included. */
  boolean aliveWithin(long from, long until) {
    if (born.revision() > until) {
      return false;
    }
    boolean there = aliveAt(Math.max(from, born.revision()));
    for (int i = 0; i < turns.length && !there; i++) {
      long turned = turns[i].act().revision();
      there = turned > from && turned <= until && aliveAt(turned);
    }
    return there;
  }

  /**
   * Whether the text would be there now without some acts. What was never brought in is not; what
   * these acts did not touch stays as it is.
   *
   * @param undone acts that were undone before
   */
  boolean aliveWithout(Predicate<Act> acts, Predicate<Act> undone) {
    if (acts.test(born)) {
      return false;
    }
    if (Arrays.stream(turns).noneMatch(turn -> turn.isOne(acts))) {
      return alive();
    }
    for (int i = turns.length - 1; i >= 0; i--) {
      Turn turn = turns[i];
      if (!turn.derived() && !turn.isOne(acts) && !turn.isOne(undone)) {
        return i % 2 != 0;
      }
    }
    return !undone.test(born);
  }

  /** This life after one more turn. */
  Life turned(Act act, boolean derived) {
    return with(new Turn(act, act, derived));
  }

  /** This life after a turn that undoes the one by an earlier change. */
  Life turnedBack(Act act, long undone, boolean derived) {
    Act before = born;
    for (Turn turn : turns) {
      if (turn.act().revision() == undone) {
        return with(new Turn(act, before, derived));
      }
      before = turn.cause();
    }
    return turned(act, derived);
  }

  private Life with(Turn turn) {
    Turn[] more = Arrays.copyOf(turns, turns.length + 1);
    more[turns.length] = turn;
    return new Life(born, more);
  }
}
