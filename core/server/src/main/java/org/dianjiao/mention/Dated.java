package org.dianjiao.mention;

/**
 * A date in a text.
 *
 * @param document in which it stands
 * @param annotation that says which date it is
 * @param start first unit in the document
 * @param end behind the last
 * @param passage the line of the text, counted from 0
 * @param surface the text that tells the date
 * @param norm the date in words: 同治元年八月
 * @param from its first day, ISO 8601 in the Gregorian calendar; empty when no days are known
 * @param to its last day, in the same way
 * @param reference whether it only refers to another time, and does not say when the passage is
 * @param fault why no days are known; empty when they are
 */
public record Dated(
    String document,
    String annotation,
    int start,
    int end,
    int passage,
    String surface,
    String norm,
    String from,
    String to,
    boolean reference,
    String fault) {

  /** Whether it says when what stands behind it happened. */
  public boolean isOfPassage() {
    return !reference && !from.isEmpty();
  }

  /** The year of its first day. */
  public int year() {
    return year(from);
  }

  /** The year of its last day. */
  public int lastYear() {
    return year(to);
  }

  private static int year(String day) {
    return Integer.parseInt(day.substring(0, day.indexOf('-', 1)));
  }
}
