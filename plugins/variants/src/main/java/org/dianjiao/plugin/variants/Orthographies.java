package org.dianjiao.plugin.variants;

import org.dianjiao.characters.Orthography;

/**
 * Tells whether the text around a place is written in simplified or in traditional characters.
 *
 * <p>Counts characters that occur in one of the two only, among {@value #REACH} units on either
 * side. A plugin sees windows, so the orthography of the document is not for it to know; and an
 * edition may well quote the other one.
 */
final class Orthographies {

  static final int REACH = 40;

  private final Orthography orthography;

  Orthographies(Orthography orthography) {
    this.orthography = orthography;
  }

  /** The lean of a text, ready to be asked about every place in it. */
  Lean of(String text) {
    int[] sums = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      sums[i + 1] = sums[i] + sign(unit);
    }
    return new Lean(sums);
  }

  private int sign(char unit) {
    return orthography.onlySimplified(unit) ? 1 : orthography.onlyTraditional(unit) ? -1 : 0;
  }

  /** Running sums: simplified signs count one, traditional ones minus one. */
  static final class Lean {

    private final int[] sums;

    private Lean(int[] sums) {
      this.sums = sums;
    }

    /** {@code simplified}, {@code traditional}, or {@code both} when nothing speaks for one. */
    String at(int offset) {
      int end = Math.min(sums.length - 1, offset + REACH);
      int lean = sums[end] - sums[Math.max(0, offset - REACH)];
      return lean > 0 ? "simplified" : lean < 0 ? "traditional" : "both";
    }
  }
}
