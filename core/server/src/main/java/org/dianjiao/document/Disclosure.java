package org.dianjiao.document;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a change somebody may be told. An approval that is drawn for a second, blind review is
 * told to nobody but who gave it; when the second reviewer has looked, an {@link
 * PassageEffect.OpenSample} tells it to everybody. That it was drawn is told to nobody at all.
 */
public final class Disclosure {

  private Disclosure() {}

  /** Whether not everybody may be told all of it. */
  public static boolean isDiscreet(Change change) {
    return change.effects().stream().anyMatch(PassageEffect.DrawSample.class::isInstance);
  }

  /** The effects that somebody may be told. */
  public static List<Effect> effects(Change change, String viewer) {
    if (!isDiscreet(change)) {
      return change.effects();
    }
    Set<String> drawn =
        change.effects().stream()
            .filter(PassageEffect.DrawSample.class::isInstance)
            .map(effect -> ((PassageEffect.DrawSample) effect).approval())
            .collect(Collectors.toSet());
    boolean own = change.author().equals(viewer);
    return change.effects().stream()
        .filter(effect -> !(effect instanceof PassageEffect.DrawSample))
        .filter(effect -> own || !(effect instanceof Effect.Approve a) || !drawn.contains(a.id()))
        .toList();
  }
}
