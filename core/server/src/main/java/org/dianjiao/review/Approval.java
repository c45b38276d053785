package org.dianjiao.review;

import java.util.Objects;
import org.dianjiao.annotation.Anchor;

/**
 * Somebody's word that a passage is right; void as soon as the passage changes.
 *
 * @param id unique in its document
 * @param start first unit of the passage, at the revision in which it is told
 * @param end unit after its last, without the line end
 * @param account who approved
 * @param revision what was approved
 * @param unmarked whether it says that there is nothing to mark here: the passage had neither a
 *     punctuation mark nor an annotation
 */
public record Approval(
    String id, int start, int end, String account, long revision, boolean unmarked) {

  /** Requires an id and an account. */
  public Approval {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(account, "account");
  }

  /** The passage's place. */
  public Anchor anchor() {
    return new Anchor(start, end, false);
  }

  /** The same approval at another place. */
  public Approval at(Anchor anchor) {
    return new Approval(id, anchor.start(), anchor.end(), account, revision, unmarked);
  }
}
