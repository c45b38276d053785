package org.dianjiao.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.review.Verdict;
import org.dianjiao.text.ChangeSet;

/**
 * Undoes an earlier change as a new one: what it inserted goes, what it deleted comes back, what it
 * added to the annotations is taken away, what it decided is open again. Later work stays; where
 * later work removed the place, there is nothing to undo.
 */
public final class Reversal {

  private final Document before;
  private final Change change;
  private final Document now;

  private Reversal(Document before, Change change, Document now) {
    this.before = before;
    this.change = change;
    this.now = now;
  }

  /**
   * The update that undoes a change.
   *
   * @param before the state that the change was applied to
   * @param change to undo
   * @param since everything after it, up to {@code now}
   * @param now the newest state
   */
  public static Update of(Document before, Change change, ChangeSet since, Document now) {
    return new Reversal(before, change, now).update(since);
  }

  private Update update(ChangeSet since) {
    ChangeSet inverse = change.changes().invert(before.text());
    ChangeSet changes = inverse.map(since, true);
    ChangeSet around = since.map(inverse, false);
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Revert(change.revision()));
    List<Effect> undone = new ArrayList<>(change.effects());
    Collections.reverse(undone);
    for (Effect effect : undone) {
      undo(effect, around, effects);
    }
    return new Update(changes, effects);
  }

  private void undo(Effect effect, ChangeSet around, List<Effect> effects) {
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
                Anchor place = old.anchor().map(around);
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
                Anchor place = old.anchor().map(around);
                effects.add(
                    new Effect.MoveAnnotation(
                        old.id(), place.start(), place.end(), place.orphaned()));
              });
    } else if (effect instanceof Effect.Decide decide) {
      reopen(decide.verdict(), around, effects);
    }
  }

  private static void reopen(Verdict verdict, ChangeSet around, List<Effect> effects) {
    if (verdict.outcome() != Outcome.SKIPPED) {
      Anchor place = verdict.suggestion().anchor().map(around);
      effects.add(new Effect.Reopen(verdict.suggestion().at(place)));
    }
  }
}
