package org.dianjiao.text;

import java.util.Objects;

/**
 * A replacement of one range, in terms of the text before the change.
 *
 * @param from first unit that goes
 * @param to behind the last unit that goes; equal to {@code from} for a plain insert
 * @param insert what comes instead, with line feeds only
 */
public record Edit(int from, int to, String insert) {

  /** Requires a range that is not turned around. */
  public Edit {
    Objects.requireNonNull(insert, "insert");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("edit from " + from + " to " + to);
    }
  }
}
