package org.dianjiao.authority;

import java.net.URI;
import java.util.Objects;
import java.util.Set;

/**
 * What an entity is to another.
 *
 * @param kind one of {@link #KINDS}
 * @param target the other one
 * @param period when it was so
 */
public record Relation(String kind, URI target, Span period) {

  /**
   * The kinds. {@code holder-of} an office, {@code part-of} a place, polity or organization, {@code
   * child-of} a person, {@code earlier-name-of} a place or polity, {@code author-of} a work, {@code
   * lived-in} a place, {@code successor-of} anything, {@code related-to} for what has no word.
   */
  public static final Set<String> KINDS =
      Set.of(
          "holder-of",
          "part-of",
          "child-of",
          "earlier-name-of",
          "author-of",
          "lived-in",
          "successor-of",
          "related-to");

  /** Requires a known kind and an absolute target. */
  public Relation {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(period, "period");
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(
          "“%s” is no relation; there are %s"
              .formatted(kind, String.join(", ", KINDS.stream().sorted().toList())));
    }
    if (!target.isAbsolute()) {
      throw new IllegalArgumentException("%s %s: not an absolute URI".formatted(kind, target));
    }
  }
}
