package org.dianjiao.comparison;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianjiao.api.Action;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.review.Verdict;
import org.dianjiao.suggestion.Suggestion;

/**
 * What a person decided about one place, as a rule for whoever proposes something there.
 *
 * @param range where, in the text as it was when it was decided
 * @param category of what was decided about
 * @param right what the person put there; empty when they put nothing
 * @param wrong what the person was offered and did not want
 */
public record Precedent(
    TextRange range, String category, Optional<Action> right, Set<Action> wrong) {

  /** Copies the set. */
  public Precedent {
    wrong = Set.copyOf(wrong);
  }

  /** What a verdict says; nothing when the person skipped. */
  public static Optional<Precedent> of(Verdict verdict) {
    if (verdict.outcome() == Outcome.SKIPPED) {
      return Optional.empty();
    }
    Suggestion shown = verdict.suggestion();
    Set<Action> wrong =
        shown.candidates().stream()
            .map(Candidate::action)
            .collect(Collectors.toCollection(HashSet::new));
    verdict.action().ifPresent(wrong::remove);
    return Optional.of(
        new Precedent(
            new TextRange(shown.start(), shown.end()), shown.category(), verdict.action(), wrong));
  }

  /** How a side does at this place, by the best candidate of what it proposes there. */
  public Score score(List<Proposal> proposals) {
    List<Action> best =
        proposals.stream()
            .filter(one -> one.range().equals(range) && one.category().equals(category))
            .map(one -> one.best().action())
            .toList();
    if (right.filter(best::contains).isPresent()) {
      return Score.RIGHT;
    }
    boolean refuted = right.isPresent() ? !best.isEmpty() : best.stream().anyMatch(wrong::contains);
    return refuted ? Score.WRONG : Score.NONE;
  }
}
