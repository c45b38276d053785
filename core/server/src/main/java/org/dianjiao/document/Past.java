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

    private boolean saysPresence() {
      return kind == Kind.ADDED || kind == Kind.REMOVED || kind == Kind.RESTORED;
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

  /** Whether it ever lay anywhere, as far as is known. */
  boolean isPlaced() {
    return !stays.isEmpty();
  }

  /** The act that it is there by, or was when it was there last. */
  Optional<Act> broughtIn() {
    return last(mark -> mark.kind() == Kind.ADDED || mark.kind() == Kind.RESTORED).map(Mark::cause);
  }

  /** What it says, or said when it was there last. */
  Optional<Body> body() {
    return last(mark -> mark.body().isPresent()).flatMap(Mark::body);
  }

  private Optional<Mark> last(Predicate<Mark> wanted) {
    for (int i = marks.size() - 1; i >= 0; i--) {
      if (wanted.test(marks.get(i))) {
        return Optional.of(marks.get(i));
      }
    }
    return Optional.empty();
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
   * What it is with one thing taken back: whether it is there, and what it says, each as it was
   * before where that thing is what made it so.
   */
  Outcome reverted(Predicate<Mark> its) {
    Predicate<Mark> saysBody = mark -> mark.body().isPresent();
    boolean present =
        unless(its, Mark::saysPresence).filter(mark -> mark.kind() != Kind.REMOVED).isPresent();
    return new Outcome(present, unless(its, saysBody).flatMap(Mark::body), OptionalInt.empty());
  }

  /** The last mark of a kind, or the last but those that are taken back when it is one of them. */
  private Optional<Mark> unless(Predicate<Mark> takenBack, Predicate<Mark> kind) {
    return last(kind)
        .flatMap(
            mark -> takenBack.test(mark) ? last(kind.and(takenBack.negate())) : Optional.of(mark));
  }

  /** Whether a change put it where it counts as being now. */
  boolean isPutBy(long revision) {
    return any(
        mark ->
            mark.act().revision() == revision && mark.placing().equals(OptionalInt.of(placing())));
  }

  /**
   * Where a putting lies by a plan: from the first to the last of the units there that it ever
   * covered; an orphan when none of them is there.
   */
  Anchor cover(int placing, WeavePlan.Places places) {
    return cover(0, placing, places);
  }

  /** Whether text comes back that a putting once covered. */
  boolean comesBack(int placing, WeavePlan.Places places) {
    return stays.stream().anyMatch(stay -> stay.placing() == placing && stay.comesBack(places));
  }

  /** Where it lay just before a revision, by a plan. */
  Anchor before(long revision, WeavePlan.Places places) {
    int before = indexBefore(revision);
    return stays
        .get(before)
        .covered(places, until(before))
        .orElseGet(() -> stays.get(before).empty(places));
  }

  /**
   * Where it lies by a plan, as it was put last, on all that it covered since before a revision.
   */
  Anchor since(long revision, WeavePlan.Places places) {
    return cover(Math.max(0, indexBefore(revision)), placing(), places);
  }

  /**
   * Whether a revision made it lie as it does, or took text from it that comes back. Who put it
   * elsewhere since did neither.
   */
  boolean isChangedBy(long revision, WeavePlan.Places places) {
    int before = indexBefore(revision);
    if (before < 0 || stays.get(before).placing() != placing()) {
      return false;
    }
    return stays.get(stays.size() - 1).from() == revision || stays.get(before).comesBack(places);
  }

  private Anchor cover(int from, int placing, WeavePlan.Places places) {
    Optional<Anchor> covered = Optional.empty();
    Optional<Stay> first = Optional.empty();
    for (int i = from; i < stays.size(); i++) {
      Stay stay = stays.get(i);
      if (stay.placing() == placing) {
        first = first.isPresent() ? first : Optional.of(stay);
        covered = joined(covered, stay.covered(places, until(i)));
      }
    }
    Stay put = first.orElseThrow();
    return covered.orElseGet(() -> put.empty(places));
  }

  private int indexBefore(long revision) {
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
