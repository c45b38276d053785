package org.dianjiao.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.suggestion.Suggestion;

/**
 * What was decided with every change, and on which units the suggestions lay just before it. Used
 * by one thread.
 */
final class DecisionPast {

  private record Decided(Suggestion suggestion, Stay stay) {

    Suggestion by(WeavePlan.Places places) {
      Anchor place = stay.covered(places, stay.from()).orElseGet(() -> stay.empty(places));
      return suggestion.at(place);
    }
  }

  private final Map<Long, List<Decided>> byRevision = new HashMap<>();

  /** Adds the decisions of a change whose text is not woven in yet. */
  void add(Change change, Weave before) {
    for (Effect effect : change.effects()) {
      if (effect instanceof Effect.Decide decide && decide.verdict().outcome() != Outcome.SKIPPED) {
        Suggestion suggestion = decide.verdict().suggestion();
        byRevision
            .computeIfAbsent(change.revision(), fresh -> new ArrayList<>())
            .add(new Decided(suggestion, Stay.of(suggestion.anchor(), 0, before)));
      }
    }
  }

  /** The effects that open what was decided with a change again. */
  List<Effect> reverting(long revision, WeavePlan plan) {
    List<Decided> decided = byRevision.getOrDefault(revision, List.of());
    List<Effect> effects = new ArrayList<>();
    if (!decided.isEmpty()) {
      WeavePlan.Places places = plan.places();
      decided.forEach(each -> effects.add(new Effect.Reopen(each.by(places))));
    }
    return effects;
  }
}
