package org.dianjiao.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.review.Verdict;
import org.dianjiao.text.ChangeSet;

/**
 * Undoes an earlier change as a new one: what it inserted goes, what it deleted comes back, what it
 * added to the annotations is taken away, what it decided is open again. An annotation that lost
 * text to it covers that again, unless somebody put it elsewhere since. Later work stays; where
 * later work removed the place, there is nothing to undo.
 */
public final class Reversal {

  private final Document before;
  private final Change change;
  private final List<Change> since;
  private final Document now;

  private Reversal(Document before, Change change, List<Change> since, Document now) {
    this.before = before;
    this.change = change;
    this.since = since;
    this.now = now;
  }

  /**
   * The update that undoes a change.
   *
   * @param before the state that the change was applied to
   * @param change to undo
   * @param since every change after it, up to {@code now}
   * @param now the newest state
   */
  public static Update of(Document before, Change change, List<Change> since, Document now) {
    return new Reversal(before, change, since, now).update();
  }

  private Update update() {
    ChangeSet changes = change.changes().invert(before.text());
    List<ChangeSet> around = new ArrayList<>();
    for (Change next : since) {
      around.add(next.changes().map(changes, false));
      changes = changes.map(next.changes(), true);
    }
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Revert(change.revision()));
    List<Effect> undone = new ArrayList<>(change.effects());
    Collections.reverse(undone);
    for (Effect effect : undone) {
      undo(effect, around, effects);
    }
    for (Annotation old : robbed()) {
      backToText(old, around, changes, effects);
    }
    return new Update(changes, effects);
  }

  /** The annotations, as they were, where the change deleted text. */
  private Set<Annotation> robbed() {
    Set<Annotation> robbed = new LinkedHashSet<>();
    change
        .changes()
        .forEachChange(
            (fromA, toA, fromB, toB, text) -> {
              if (fromA < toA) {
                robbed.addAll(before.annotations(fromA, toA));
              }
            });
    return robbed;
  }

  private void backToText(
      Annotation old, List<ChangeSet> around, ChangeSet changes, List<Effect> effects) {
    Optional<Annotation> there = now.annotation(old.id());
    if (there.isEmpty() || placed(change, old.id()).isPresent() || isPutElsewhere(old)) {
      return;
    }
    Anchor alone = there.get().anchor().map(changes);
    Anchor place = joined(mapped(old.anchor(), around), alone);
    if (!place.equals(alone)) {
      effects.add(
          new Effect.MoveAnnotation(old.id(), place.start(), place.end(), place.orphaned()));
    }
  }

  /** Whether somebody put it elsewhere since; that text came back to it does not count. */
  private boolean isPutElsewhere(Annotation old) {
    Anchor at = old.anchor().map(change.changes());
    for (Change next : since) {
      at = at.map(next.changes());
      Optional<Anchor> placed = placed(next, old.id());
      if (placed.isPresent()) {
        if (!isMending(next) || !includes(placed.get(), at)) {
          return true;
        }
        at = placed.get();
      }
    }
    return false;
  }

  private static boolean isMending(Change change) {
    return change.effects().stream()
        .anyMatch(
            effect ->
                effect instanceof Effect.Revert
                    || effect instanceof Effect.Restore
                    || effect instanceof Effect.UndoWork);
  }

  private static boolean includes(Anchor wide, Anchor narrow) {
    return narrow.isEmpty() || (wide.start() <= narrow.start() && narrow.end() <= wide.end());
  }

  /** Where a change says that an annotation is. */
  private static Optional<Anchor> placed(Change change, String id) {
    Optional<Anchor> placed = Optional.empty();
    for (Effect effect : change.effects()) {
      if (effect instanceof Effect.AddAnnotation add && add.id().equals(id)) {
        placed = Optional.of(add.anchor());
      } else if (effect instanceof Effect.MoveAnnotation move && move.id().equals(id)) {
        placed = Optional.of(move.anchor());
      } else if (effect instanceof Effect.RestoreAnnotation back && back.id().equals(id)) {
        placed = Optional.of(back.anchor());
      }
    }
    return placed;
  }

  /** Where an anchor is after one change after the other. */
  private static Anchor mapped(Anchor anchor, List<ChangeSet> changes) {
    Anchor at = anchor;
    for (ChangeSet next : changes) {
      at = at.map(next);
    }
    return at;
  }

  /** What either covers; what covers nothing adds nothing. */
  private static Anchor joined(Anchor one, Anchor other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() && !other.isEmpty() ? other : one;
    }
    return Anchor.of(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
  }

  private void undo(Effect effect, List<ChangeSet> around, List<Effect> effects) {
    if (effect instanceof Effect.AddAnnotation add && now.hasAnnotation(add.id())) {
      effects.add(new Effect.RemoveAnnotation(add.id()));
    } else if (effect instanceof Effect.RestoreAnnotation back && now.hasAnnotation(back.id())) {
      effects.add(new Effect.RemoveAnnotation(back.id()));
    } else if (effect instanceof Effect.RemoveAnnotation remove
        && !now.hasAnnotation(remove.id())) {
      before
          .annotation(remove.id())
          .ifPresent(
              old -> {
                Anchor place = mapped(old.anchor(), around);
                effects.add(
                    new Effect.RestoreAnnotation(
                        old.id(),
                        place.start(),
                        place.end(),
                        place.orphaned(),
                        old.body(),
                        old.author()));
              });
    } else if (effect instanceof Effect.EditAnnotation edit && now.hasAnnotation(edit.id())) {
      before
          .annotation(edit.id())
          .ifPresent(old -> effects.add(new Effect.EditAnnotation(old.id(), old.body())));
    } else if (effect instanceof Effect.MoveAnnotation move && now.hasAnnotation(move.id())) {
      before
          .annotation(move.id())
          .ifPresent(
              old -> {
                Anchor place = mapped(old.anchor(), around);
                effects.add(
                    new Effect.MoveAnnotation(
                        old.id(), place.start(), place.end(), place.orphaned()));
              });
    } else if (effect instanceof Effect.Decide decide) {
      reopen(decide.verdict(), around, effects);
    }
  }

  private static void reopen(Verdict verdict, List<ChangeSet> around, List<Effect> effects) {
    if (verdict.outcome() != Outcome.SKIPPED) {
      Anchor place = mapped(verdict.suggestion().anchor(), around);
      effects.add(new Effect.Reopen(verdict.suggestion().at(place)));
    }
  }
}
