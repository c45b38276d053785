package org.dianjiao.json;

import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * How much one JSON text from outside may hold.
 *
 * @param depth of nesting
 * @param units of one string or key, in UTF-16 units
 * @param tokens brackets, keys and values together
 */
public record JsonBounds(int depth, int units, int tokens) {

  /** Checks that they are above 0. */
  public JsonBounds {
    if (depth < 1 || units < 1 || tokens < 1) {
      throw new IllegalArgumentException(
          "bounds %d, %d, %d are not all above 0".formatted(depth, units, tokens));
    }
  }

  StreamReadConstraints constraints() {
    return StreamReadConstraints.builder()
        .maxNestingDepth(depth)
        .maxStringLength(units)
        .maxNameLength(units)
        .maxTokenCount(tokens)
        .build();
  }
}
