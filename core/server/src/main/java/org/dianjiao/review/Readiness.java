package org.dianjiao.review;

import java.util.Objects;
import org.dianjiao.annotation.Anchor;

/**
 * Somebody's word that a passage is ready to be reviewed; void as soon as the passage changes.
 *
 * @param id unique in its document
 * @param start first unit of the passage, at the revision in which it is told
 * @param end unit after its last, without the line end
 * @param account who says so
 * @param revision of what
 */
public record Readiness(String id, int start, int end, String account, long revision) {

  /** Requires an id and an account. */
  public Readiness {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(account, "account");
  }

  /** The passage's place. */
  public Anchor anchor() {
    return new Anchor(start, end, false);
  }

  /** The same word at another place. */
  public Readiness at(Anchor anchor) {
    return new Readiness(id, anchor.start(), anchor.end(), account, revision);
  }
}
