package org.dianjiao.api.plugin;

import java.util.List;
import java.util.Objects;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;

/**
 * An analyzer's answer: what it looked at and what it proposes there.
 *
 * <p>Everything that this analyzer said earlier inside {@code covered} is replaced by {@code
 * proposals}; so an empty list says "nothing to do here".
 *
 * <pre>{@code
 * return new Analysis(request.focus(), proposals);
 * }</pre>
 *
 * @param covered the range that was really looked at
 * @param proposals all inside {@code covered}
 * @since 1.0
 */
public record Analysis(TextRange covered, List<Proposal> proposals) {

  /** Requires every proposal inside the covered range. */
  public Analysis {
    Objects.requireNonNull(covered, "covered");
    proposals = List.copyOf(proposals);
    for (Proposal proposal : proposals) {
      TextRange range = proposal.range();
      if (!covered.contains(range)) {
        throw new IllegalArgumentException(
            String.format(
                "proposal at %d–%d is outside the covered range %d–%d",
                range.start(), range.end(), covered.start(), covered.end()));
      }
    }
  }

  /** The answer of one that proposes nothing in the whole focus. */
  public static Analysis nothing(AnalysisRequest request) {
    return new Analysis(request.focus(), List.of());
  }
}
