package org.dianjiao.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.api.Body;

/**
 * What was done to one annotation, and on which units it lay ever since it was added, taken away or
 * not. Used by one thread.
 *
 * <p>A <em>putting</em> is what a person did: adding it, or moving it elsewhere. What undoes or
 * restores puts nothing anywhere new; it brings an earlier putting back.
 */
final class Past {

  /** What can be done to an annotation. */
  enum Kind {
    ADDED,
    EDITED,
    MOVED,
    REMOVED,
    RESTORED
  }

  /**
   * One thing that was done.
   *
   * @param cause the act whose outcome it brings back, when it undoes something; else the same
   * @param derived whether it only follows from which other acts are undone
   * @param body that it has since
   * @param placing the putting that counts since
   */
  record Mark(
      Kind kind, Act act, Act cause, boolean derived, Optional<Body> body, OptionalInt placing) {

    boolean isOne(Predicate<Act> acts) {
      return acts.test(act) || acts.test(cause);
    }
  }

  /** What some of what was done makes of an annotation. */
  record Outcome(boolean present, Optional<Body> body, OptionalInt placing) {}

  private final String author;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Stay> stays = new ArrayList<>();
  private int placings;

  Past(String author) {
    this.author = author;
  }

  /** Who added it first. */
  String author() {
    return author;
  }

  /** Counts one more putting. */
  int put() {
    return placings++;
  }

  /** The putting that counts now. */
  int placing() {
    return stays.get(stays.size() - 1).placing();
  }

  void add(Mark mark) {
    marks.add(mark);
  }

  void add(Stay stay) {
    if (stays.isEmpty() || !stay.continues(stays.get(stays.size() - 1))) {
      stays.add(stay);
    }
  }

  /** Whether something that was done to it is so. */
  boolean any(Predicate<Mark> mark) {
    return marks.stream().anyMatch(mark);
  }

  /** The last thing that was done to it. */
  Mark last() {
    return marks.get(marks.size() - 1);
  }

  /** The last mark that says what is there. */
  Mark lastPresent() {
    for (int i = marks.size() - 1; i > 0; i--) {
      if (marks.get(i).kind() != Kind.REMOVED && marks.get(i).kind() != Kind.MOVED) {
        return marks.get(i);
      }
    }
    return marks.get(0);
  }

  /** What these marks make of it; what none of them says is as it is now. */
  Outcome outcome(Predicate<Mark> of) {
    boolean present = false;
    Optional<Body> body = Optional.empty();
    OptionalInt placing = OptionalInt.empty();
    for (Mark mark : marks) {
      if (of.test(mark)) {
        present = mark.kind() == Kind.MOVED ? present : mark.kind() != Kind.REMOVED;
        body = mark.body().isPresent() ? mark.body() : body;
        placing = mark.placing().isPresent() ? mark.placing() : placing;
      }
    }
    return new Outcome(present, body, placing);
  }

  /**
   * Where a putting lies by a plan: from the first to the last of the units there that it ever
   * covered; an orphan when none of them is there.
   */
  Anchor cover(int placing, WeavePlan.Places places) {
    Optional<Anchor> covered = Optional.empty();
    Optional<Stay> first = Optional.empty();
    for (int i = 0; i < stays.size(); i++) {
      Stay stay = stays.get(i);
      if (stay.placing() == placing) {
        first = first.isPresent() ? first : Optional.of(stay);
        covered = joined(covered, stay.covered(places, until(i)));
      }
    }
    Stay put = first.orElseThrow();
    return covered.orElseGet(() -> put.empty(places));
  }

  /** Whether text comes back that a putting once covered. */
  boolean comesBack(int placing, WeavePlan.Places places) {
    return stays.stream().anyMatch(stay -> stay.placing() == placing && stay.comesBack(places));
  }

  /** Whether it came to lie otherwise with a revision. */
  boolean changedAt(long revision) {
    return stays.stream().anyMatch(stay -> stay.from() == revision);
  }

  /** The putting that counted just before a revision. */
  OptionalInt placingBefore(long revision) {
    int before = before(revision);
    return before < 0 ? OptionalInt.empty() : OptionalInt.of(stays.get(before).placing());
  }

  /**
   * Where it lay just before a revision, by a plan.
   *
   * @param now where it lies now, by the plan; text that it covers now belongs to it, too
   */
  Anchor asBefore(long revision, Optional<Anchor> now, WeavePlan.Places places) {
    int before = before(revision);
    Stay stay = stays.get(before);
    Optional<Anchor> covered = stay.covered(places, until(before));
    return joined(covered, now.filter(anchor -> !anchor.isEmpty()))
        .orElseGet(() -> stay.empty(places));
  }

  private int before(long revision) {
    int stay = stays.size() - 1;
    while (stay >= 0 && stays.get(stay).from() >= revision) {
      stay--;
    }
    return stay;
  }

  private long until(int stay) {
    return stay + 1 < stays.size() ? stays.get(stay + 1).from() - 1 : Long.MAX_VALUE;
  }

  private static Optional<Anchor> joined(Optional<Anchor> one, Optional<Anchor> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return Optional.of(
        Anchor.of(
            Math.min(one.get().start(), other.get().start()),
            Math.max(one.get().end(), other.get().end())));
  }
}
