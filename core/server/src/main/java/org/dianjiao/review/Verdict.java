package org.dianjiao.review;

import java.util.Objects;
import java.util.Optional;
import org.dianjiao.api.Action;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.suggestion.Suggestion;

/**
 * What a person decided about one suggestion, with what they saw when they did.
 *
 * @param outcome accepted, corrected, rejected or skipped
 * @param candidate index of the candidate that was taken, -1 when none was
 * @param correction what was put in its place, when corrected
 * @param suggestion as it was shown: maker, version, confidence, explanation, place
 */
public record Verdict(
    Outcome outcome, int candidate, Optional<Action> correction, Suggestion suggestion) {

  /** Checks that candidate and correction fit the outcome. */
  public Verdict {
    Objects.requireNonNull(suggestion, "suggestion");
    Objects.requireNonNull(correction, "correction");
    int candidates = suggestion.candidates().size();
    boolean fits =
        switch (outcome) {
          case ACCEPTED -> candidate >= 0 && candidate < candidates && correction.isEmpty();
          case CORRECTED -> candidate == -1 && correction.isPresent();
          case REJECTED, SKIPPED -> candidate == -1 && correction.isEmpty();
          case REOPENED -> false; // what became of a verdict, not a verdict
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "%s with candidate %d of %d and %s correction"
              .formatted(outcome, candidate, candidates, correction.isPresent() ? "a" : "no"));
    }
  }

  /** What happens to the document: nothing when rejected or skipped. */
  public Optional<Action> action() {
    return outcome == Outcome.ACCEPTED
        ? Optional.of(suggestion.candidates().get(candidate).action())
        : correction;
  }
}
