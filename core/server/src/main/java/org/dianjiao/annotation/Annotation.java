package org.dianjiao.annotation;

import java.util.Objects;
import org.dianjiao.api.Body;

/**
 * What somebody says about a range of text.
 *
 * @param id which one, unique in its document and never used again
 * @param anchor the range
 * @param body what is said
 * @param author account or plugin that says it
 */
public record Annotation(String id, Anchor anchor, Body body, String author) {

  /** Requires all parts, and an id and an author that are not blank. */
  public Annotation {
    Objects.requireNonNull(anchor, "anchor");
    Objects.requireNonNull(body, "body");
    if (id.isBlank()) {
      throw new IllegalArgumentException("annotation id is blank");
    }
    if (author.isBlank()) {
      throw new IllegalArgumentException("author of annotation " + id + " is blank");
    }
  }
}
