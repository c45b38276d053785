package org.dianjiao.offer;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.document.Effect;
import org.dianjiao.suggestion.Maker;
import org.dianjiao.suggestion.Suggestion;

/**
 * What one change does to what plugins offer, beside what it does to the text.
 *
 * @param decided not offered any more
 * @param reopened offered again
 */
public record Settled(List<Suggestion> decided, List<Suggestion> reopened) {

  /** Of these effects. */
  public static Settled by(List<Effect> effects) {
    List<Suggestion> decided = new ArrayList<>();
    List<Suggestion> reopened = new ArrayList<>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.Decide decide && isByPlugin(decide.verdict().suggestion())) {
        decided.add(decide.verdict().suggestion());
      } else if (effect instanceof Effect.Reopen reopen
          && isByPlugin(reopen.suggestion())
          && !reopen.suggestion().orphaned()) {
        reopened.add(reopen.suggestion());
      }
    }
    return new Settled(decided, reopened);
  }

  private static boolean isByPlugin(Suggestion suggestion) {
    return suggestion.maker() instanceof Maker.ByPlugin;
  }
}
