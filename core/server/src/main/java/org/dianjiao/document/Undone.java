package org.dianjiao.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The deeds that were undone and stay so. What is undone counts as not done when something else is
 * undone later, also where undoing it changed nothing.
 */
final class Undone {

  private record Undoing(Act by, Deeds deeds) {}

  private final List<Undoing> undoings = new ArrayList<>();
  private final Map<Long, List<Act>> reverts = new HashMap<>();
  private final Set<Long> derived = new HashSet<>();

  void add(Change change) {
    for (Effect effect : change.effects()) {
      if (effect instanceof Effect.UndoWork undo) {
        undoings.add(new Undoing(WeaveStep.author(change), undo.deeds()));
      } else if (effect instanceof Effect.Revert revert) {
        reverts
            .computeIfAbsent(revert.revision(), reverted -> new ArrayList<>())
            .add(WeaveStep.author(change));
      }
    }
    if (derives(change)) {
      derived.add(change.revision());
    }
  }

  /**
   * Whether a change only follows from what else is done and undone: it undoes work, or reverts one
   * that does.
   */
  boolean derives(Change change) {
    return change.effects().stream()
        .anyMatch(
            effect ->
                effect instanceof Effect.UndoWork
                    || (effect instanceof Effect.Revert revert
                        && derived.contains(revert.revision())));
  }

  /** The acts that stay undone when some others are undone, too. */
  Predicate<Act> without(Predicate<Act> acts) {
    List<Deeds> standing = new ArrayList<>();
    for (Undoing undoing : undoings) {
      if (!acts.test(undoing.by()) && stands(undoing.by().revision(), acts)) {
        standing.add(undoing.deeds());
      }
    }
    return act -> standing.stream().anyMatch(deeds -> deeds.include(act));
  }

  /** Whether a change was not reverted by one that counts and was not reverted itself. */
  private boolean stands(long revision, Predicate<Act> acts) {
    return reverts.getOrDefault(revision, List.of()).stream()
        .noneMatch(by -> !acts.test(by) && stands(by.revision(), acts));
  }
}
