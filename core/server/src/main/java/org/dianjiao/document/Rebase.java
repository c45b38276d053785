package org.dianjiao.document;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.text.ChangeSet;

/**
 * Moves a client's updates over the changes that were accepted since it looked.
 *
 * <p>Each step is that of {@code rebaseUpdates} in {@code @codemirror/collab} 6.1: what came first
 * keeps its place, a late insert at the same spot goes behind it. The accepted changes are taken
 * one at a time, as a client gets them; composed to one they would make another text where one
 * deletes and the next inserts at the same place, and composing them costs far more. Changes of the
 * same client among them are the first of these very updates, accepted before the answer was lost:
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
    List<Update> late = new ArrayList<>(updates);
    for (Change change : since) {
      if (!late.isEmpty() && change.client().equals(client)) {
        late.remove(0);
      } else {
        move(late, change.changes());
      }
    }
    return List.copyOf(late);
  }

  private static void move(List<Update> updates, ChangeSet over) {
    ChangeSet others = over;
    for (int i = 0; i < updates.size(); i++) {
      Update update = updates.get(i);
      ChangeSet changes = update.changes().map(others, false);
      if (i + 1 < updates.size() || !update.effects().isEmpty()) {
        others = others.map(update.changes(), true);
      }
      updates.set(i, new Update(changes, mapped(update.effects(), others)));
    }
  }

  private static List<Effect> mapped(List<Effect> effects, ChangeSet others) {
    return effects.stream().map(effect -> effect.map(others)).toList();
  }
}
