package org.dianjiao.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.text.ChangeSet;

/**
 * Moves a client's updates over the changes that were accepted since it looked.
 *
 * <p>The algorithm of {@code rebaseUpdates} in {@code @codemirror/collab} 6.1: what came first
 * keeps its place, a late insert at the same spot goes behind it. Changes of the same client among
 * those that came between are the first of these very updates, accepted before the answer was lost:
 * they are skipped.
 */
public final class Rebase {

  private Rebase() {}

  /**
   * The updates as they apply now; those that the log has already are left out.
   *
   * @param updates made one after the other on the base revision
   * @param client who made them
   * @param since the changes accepted since the base revision, in order
   */
  public static List<Update> rebase(List<Update> updates, String client, List<Change> since) {
    if (since.isEmpty()) {
      return updates;
    }
    Optional<ChangeSet> between = Optional.empty();
    int known = 0;
    for (Change change : since) {
      if (known < updates.size() && change.client().equals(client)) {
        ChangeSet own = updates.get(known).changes();
        between = between.map(others -> others.map(own, true));
        known++;
      } else {
        between =
            between
                .map(others -> others.compose(change.changes()))
                .or(() -> Optional.of(change.changes()));
      }
    }
    List<Update> late = updates.subList(known, updates.size());
    return between.isEmpty() ? late : over(late, between.get());
  }

  private static List<Update> over(List<Update> updates, ChangeSet between) {
    ChangeSet others = between;
    List<Update> rebased = new ArrayList<>(updates.size());
    for (Update update : updates) {
      ChangeSet changes = update.changes().map(others, false);
      others = others.map(update.changes(), true);
      rebased.add(new Update(changes, mapped(update.effects(), others)));
    }
    return rebased;
  }

  private static List<Effect> mapped(List<Effect> effects, ChangeSet others) {
    return effects.stream().map(effect -> effect.map(others)).toList();
  }
}
