package org.dianjiao.api;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Something that a plugin or a person offers for a range of text; nothing happens until a person
 * accepts it.
 *
 * <pre>{@code
 * new Proposal(
 *     "mark",
 *     TextRange.at(7),
 *     List.of(new Candidate(new Replace("，"), 0.7, "，"), new Candidate(new Replace("。"), 0.2, "。")),
 *     "a pause is likely here",
 *     List.of());
 * }</pre>
 *
 * @param category one of the categories that the plugin declares
 * @param range what it is about, in units of the text that was asked about
 * @param candidates best first, 1 to 20
 * @param explanation one sentence for the reviewer, not blank
 * @param evidence absolute links that support it, may be empty
 * @since 1.0
 */
public record Proposal(
    String category,
    TextRange range,
    List<Candidate> candidates,
    String explanation,
    List<URI> evidence) {

  /** The most candidates that one proposal may carry. */
  public static final int MAX_CANDIDATES = 20;

  /** Requires 1 to 20 candidates with falling confidence, an explanation and absolute links. */
  public Proposal {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(range, "range");
    candidates = List.copyOf(candidates);
    evidence = List.copyOf(evidence);
    if (candidates.isEmpty() || candidates.size() > MAX_CANDIDATES) {
      throw new IllegalArgumentException(
          candidates.size() + " candidates; a proposal has 1 to " + MAX_CANDIDATES);
    }
    for (int i = 1; i < candidates.size(); i++) {
      if (candidates.get(i).confidence() > candidates.get(i - 1).confidence()) {
        throw new IllegalArgumentException(
            "candidate " + i + " is surer than candidate " + (i - 1) + "; best comes first");
      }
    }
    if (Objects.requireNonNull(explanation, "explanation").isBlank()) {
      throw new IllegalArgumentException("explanation is blank");
    }
    for (URI link : evidence) {
      if (!link.isAbsolute()) {
        throw new IllegalArgumentException("evidence " + link + " is not an absolute URI");
      }
    }
  }

  /** The candidate that its maker holds most likely. */
  public Candidate best() {
    return candidates.get(0);
  }

  /** The same proposal for a range elsewhere. */
  public Proposal at(TextRange moved) {
    return new Proposal(category, moved, candidates, explanation, evidence);
  }
}
