package org.dianjiao.collation;

import java.util.Objects;

/**
 * A text that is collated.
 *
 * @param siglum what it is called for short
 * @param text exactly as it is; offsets into it are UTF-16 units
 */
public record Witness(String siglum, String text) {

  /** Requires both. */
  public Witness {
    Objects.requireNonNull(text, "text");
    if (siglum.isBlank()) {
      throw new IllegalArgumentException("a witness needs a siglum");
    }
  }
}
