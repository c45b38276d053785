package org.dianjiao.document;

import java.time.Instant;
import java.util.Optional;

/**
 * One revision in figures.
 *
 * @param inserted units
 * @param deleted units
 * @param annotated annotations that were added, edited, moved or removed
 * @param decided suggestions
 * @param landmark what makes the change a special one: an import, a revert, a restoration
 */
public record RevisionFigures(
    long revision,
    String author,
    Instant at,
    int inserted,
    int deleted,
    int annotated,
    int decided,
    Optional<Effect> landmark) {

  /** Those of a change. */
  static RevisionFigures of(Change change) {
    int[] units = new int[2];
    change
        .changes()
        .forEachChange(
            (fromA, toA, fromB, toB, text) -> {
              units[0] += text.length();
              units[1] += toA - fromA;
            });
    int decided = 0;
    int annotated = 0;
    Optional<Effect> landmark = Optional.empty();
    for (Effect effect : change.effects()) {
      if (effect instanceof Effect.Decide) {
        decided++;
      } else if (isLandmark(effect)) {
        landmark = Optional.of(effect);
      } else if (isAnnotation(effect)) {
        annotated++;
      }
    }
    return new RevisionFigures(
        change.revision(),
        change.author(),
        change.at(),
        units[0],
        units[1],
        annotated,
        decided,
        landmark);
  }

  private static boolean isLandmark(Effect effect) {
    return effect instanceof Effect.Import
        || effect instanceof Effect.Revert
        || effect instanceof Effect.Restore
        || effect instanceof Effect.UndoWork
        || effect instanceof Effect.TakeMarks;
  }

  /** Whether an effect is one on an annotation. */
  static boolean isAnnotation(Effect effect) {
    return effect instanceof Effect.AddAnnotation
        || effect instanceof Effect.EditAnnotation
        || effect instanceof Effect.MoveAnnotation
        || effect instanceof Effect.RemoveAnnotation
        || effect instanceof Effect.RestoreAnnotation;
  }
}
