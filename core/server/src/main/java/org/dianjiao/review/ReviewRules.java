package org.dianjiao.review;

import java.util.Optional;
import java.util.Set;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.suggestion.Suggestion;

/**
 * Four eyes: nobody approves their own work.
 *
 * <p>Work in a passage is what somebody typed, annotated, corrected or proposed there. Accepting a
 * suggestion as it stands is a review, not work: the plugin or the proposer made it. What a role
 * may do is {@code people.Permission}'s to say.
 */
public final class ReviewRules {

  private ReviewRules() {}

  /** Why this person may not decide so on this suggestion; empty when they may. */
  public static Optional<String> refusal(String account, Outcome outcome, Suggestion suggestion) {
    boolean takes = outcome == Outcome.ACCEPTED || outcome == Outcome.CORRECTED;
    return takes && suggestion.maker().isPerson(account)
        ? Optional.of("this proposal is your own; somebody else has to accept it")
        : Optional.empty();
  }

  /** Why this person may not approve a passage that these people worked on; empty when they may. */
  public static Optional<String> refusal(String account, Set<String> workers) {
    return workers.contains(account)
        ? Optional.of("you worked on this passage yourself; somebody else has to approve it")
        : Optional.empty();
  }
}
