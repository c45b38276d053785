package org.dianjiao.plugin.names.find;

import java.util.List;
import org.dianjiao.plugin.names.lexicon.Meaning;

/**
 * A stretch of a reading that may be a name.
 *
 * @param from its first character
 * @param to behind its last
 * @param type what it names: {@code person}, {@code place} …
 * @param meanings whom it may mean, likeliest last to be dropped; none when no entry has it
 * @param belief how likely it is a name at all, 0 to 1
 * @param reason why it is taken for one, in words
 * @param covers how many characters of known names are in it that it is meant to replace
 */
record Sighting(
    int from,
    int to,
    String type,
    List<Meaning> meanings,
    double belief,
    String reason,
    int covers) {

  Sighting(int from, int to, String type, List<Meaning> meanings, double belief, String reason) {
    this(from, to, type, meanings, belief, reason, 0);
  }

  int length() {
    return to - from;
  }

  boolean isKnown() {
    return !meanings.isEmpty();
  }

  boolean overlaps(Sighting other) {
    return from < other.to && other.from < to;
  }

  boolean contains(Sighting other) {
    return from <= other.from && other.to <= to;
  }

  /**
   * What it weighs against others that overlap it, in thousandths: long before short, known before
   * unknown. A whole number, so that sums do not depend on what stands before.
   */
  long weight() {
    double weight = isKnown() ? (2 * length() - 1) * belief : 1.2 * length() * belief + 2 * covers;
    return Math.round(1000 * weight);
  }
}
