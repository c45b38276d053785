package org.dianjiao.text;

import java.util.Locale;

/**
 * A number for a text by which two ends can see that they hold the same one; it protects against
 * mistakes, not against forgers.
 *
 * <p>The units c₁…cₙ are the digits of c₁·Bⁿ⁻¹ + … + cₙ modulo a prime (Karp and Rabin, 1987), for
 * two primes below 2²⁶, so that every product is exact in a double, too. Checksums of two texts
 * combine to that of one behind the other: the pieces of a text keep theirs.
 *
 * @param first modulo 67108859, with B = 65599
 * @param second modulo 67108837, with B = 131071
 * @param firstShift Bⁿ modulo the first prime, for a text of n units
 * @param secondShift Bⁿ modulo the second
 */
record Checksum(long first, long second, long firstShift, long secondShift) {

  /** Of the text without a unit. */
  static final Checksum EMPTY = new Checksum(0, 0, 1, 1);

  private static final long FIRST_PRIME = 67_108_859;
  private static final long SECOND_PRIME = 67_108_837;
  private static final long FIRST_BASE = 65_599;
  private static final long SECOND_BASE = 131_071;

  /** The checksum of these units. */
  static Checksum of(String units) {
    long first = 0;
    long second = 0;
    long firstShift = 1;
    long secondShift = 1;
    for (int i = 0; i < units.length(); i++) {
      first = (first * FIRST_BASE + units.charAt(i)) % FIRST_PRIME;
      second = (second * SECOND_BASE + units.charAt(i)) % SECOND_PRIME;
      firstShift = firstShift * FIRST_BASE % FIRST_PRIME;
      secondShift = secondShift * SECOND_BASE % SECOND_PRIME;
    }
    return new Checksum(first, second, firstShift, secondShift);
  }

  /** The checksum of this text with another behind it. */
  Checksum then(Checksum behind) {
    return new Checksum(
        (first * behind.firstShift + behind.first) % FIRST_PRIME,
        (second * behind.secondShift + behind.second) % SECOND_PRIME,
        firstShift * behind.firstShift % FIRST_PRIME,
        secondShift * behind.secondShift % SECOND_PRIME);
  }

  /** As it is written: two numbers of seven hexadecimal digits, one behind the other. */
  String text() {
    return String.format(Locale.ROOT, "%07x%07x", first, second);
  }
}
