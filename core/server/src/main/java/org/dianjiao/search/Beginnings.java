package org.dianjiao.search;

import java.util.Arrays;

/** With which units a match of a phrase can begin: tells most places apart by one look. */
final class Beginnings {

  private final long[] units;

  private Beginnings(long[] units) {
    this.units = units;
  }

  static Beginnings of(Phrase phrase) {
    long[] units = new long[(1 << Character.SIZE) >> 6];
    Wanted first = phrase.wanted().get(0);
    if (first.isAny()) {
      Arrays.fill(units, -1L);
    } else {
      for (int codePoint : first.accepted()) {
        int unit =
            Character.isBmpCodePoint(codePoint) ? codePoint : Character.highSurrogate(codePoint);
        units[unit >> 6] |= 1L << unit;
      }
    }
    return new Beginnings(units);
  }

  boolean mayBe(char unit) {
    return (units[unit >> 6] & (1L << unit)) != 0;
  }
}
