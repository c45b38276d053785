package org.dianjiao.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.annotation.Annotation;
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
  private final Map<String, Annotation> now;

  private Reversal(Document before, Change change, Document now) {
    this.before = before;
    this.change = change;
    this.now =
        now.annotations().stream().collect(Collectors.toMap(Annotation::id, Function.identity()));
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
    if (effect instanceof Effect.AddAnnotation add && now.containsKey(add.id())) {
      effects.add(new Effect.RemoveAnnotation(add.id()));
    } else if (effect instanceof Effect.RemoveAnnotation remove && !now.containsKey(remove.id())) {
      annotation(remove.id())
          .forEach(
              old -> {
                Anchor place = old.anchor().map(around);
                effects.add(
                    new Effect.AddAnnotation(
                        old.id(), place.start(), place.end(), place.orphaned(), old.body()));
              });
    } else if (effect instanceof Effect.EditAnnotation edit && now.containsKey(edit.id())) {
      annotation(edit.id())
          .forEach(old -> effects.add(new Effect.EditAnnotation(old.id(), old.body())));
    } else if (effect instanceof Effect.MoveAnnotation move && now.containsKey(move.id())) {
      annotation(move.id())
          .forEach(
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

  private List<Annotation> annotation(String id) {
    return before.annotations().stream().filter(old -> old.id().equals(id)).toList();
  }

  private static void reopen(Verdict verdict, ChangeSet around, List<Effect> effects) {
    if (verdict.outcome() != Outcome.SKIPPED) {
      Anchor place = verdict.suggestion().anchor().map(around);
      effects.add(new Effect.Reopen(verdict.suggestion().at(place)));
    }
  }
}
