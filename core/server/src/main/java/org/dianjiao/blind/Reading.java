package org.dianjiao.blind;

import java.util.List;
import java.util.Objects;

/**
 * What one worker has at a place where not all are alike, or where all changed something.
 *
 * @param text what they read there
 * @param names what they said of it, by place
 */
public record Reading(String text, List<Name> names) {

  /** Requires a text; copies the names. */
  public Reading {
    Objects.requireNonNull(text, "text");
    names = List.copyOf(names);
  }
}
