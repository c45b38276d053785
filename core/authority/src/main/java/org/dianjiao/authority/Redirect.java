package org.dianjiao.authority;

import java.net.URI;

/**
 * An id that was given up for another: two entries were one.
 *
 * @param id the one that was given up; texts may still name it
 * @param target the one that stands for it
 */
public record Redirect(URI id, URI target) implements Entry {

  /** Requires two absolute ids that differ. */
  public Redirect {
    if (!id.isAbsolute() || !target.isAbsolute()) {
      throw new IllegalArgumentException(
          "%s → %s: an id is an absolute URI, such as local:P0002".formatted(id, target));
    }
    if (id.equals(target)) {
      throw new IllegalArgumentException("%s cannot stand for itself".formatted(id));
    }
  }
}
