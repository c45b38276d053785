package org.dianjiao.document;

import java.util.Objects;
import org.dianjiao.document.Provenance.Origin;

/**
 * What one change did for one reason: typed, imported, or accepted from somebody or something.
 *
 * @param revision that the change led to
 * @param origin where it came from, and who answers for it
 */
public record Act(long revision, Origin origin) {

  /** Requires an origin. */
  public Act {
    Objects.requireNonNull(origin, "origin");
  }
}
