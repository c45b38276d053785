package org.dianjiao.calendar;

/**
 * What a date means: its days, or why it has none.
 *
 * @param norm the whole date in words
 * @param first Julian Day Number of its first day; 0 with a fault
 * @param last of its last day
 * @param fault why it has no days; else empty
 */
public record Reading(String norm, long first, long last, String fault) {

  static Reading of(String norm, long first, long last) {
    return new Reading(norm, first, last, "");
  }

  static Reading faulty(String norm, String fault) {
    return new Reading(norm, 0, 0, fault);
  }

  /** Whether its days are known. */
  public boolean resolved() {
    return fault.isEmpty();
  }
}
