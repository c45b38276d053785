package org.dianjiao.document;

import java.util.Objects;
import java.util.OptionalDouble;
import org.dianjiao.document.Provenance.Origin;

/**
 * What one change did for one reason: typed, imported, or accepted from somebody or something.
 *
 * @param revision that the change led to
 * @param origin where it came from, and who answers for it
 * @param confidence of the suggestion that was taken as it was; empty otherwise
 */
public record Act(long revision, Origin origin, OptionalDouble confidence) {

  /** Requires both. */
  public Act {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(confidence, "confidence");
  }

  /** What nobody said how sure it is. */
  public Act(long revision, Origin origin) {
    this(revision, origin, OptionalDouble.empty());
  }
}
