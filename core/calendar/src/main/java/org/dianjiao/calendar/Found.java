package org.dianjiao.calendar;

import java.util.List;

/**
 * A date in a text.
 *
 * @param start in UTF-16 units
 * @param end behind its last unit
 * @param reading what it means
 * @param others what it could mean besides; where it cannot be, what would fit
 * @param reference whether it lies outside what is being told
 * @param confidence 0 to 1
 * @param reason why, in words for people; may be empty
 */
public record Found(
    int start,
    int end,
    Reading reading,
    List<Reading> others,
    boolean reference,
    double confidence,
    String reason) {

  /** Copies the list. */
  public Found {
    others = List.copyOf(others);
  }
}
