package org.dianjiao.collation;

import java.util.Arrays;

/**
 * Aligns short stretches so that it costs least: a sign opposite itself is free, opposite one that
 * may stand for it cheap, opposite another dear; leaving out several in a row is cheaper than here
 * and there (O. Gotoh, An improved algorithm for matching biological sequences, Journal of
 * Molecular Biology 162, 1982). Of ways that cost the same, the one that keeps signs opposite each
 * other is taken.
 */
final class CostTable {

  private static final int LIKE = 2;
  private static final int UNLIKE = 7;
  private static final int OPEN = 4;
  private static final int MORE = 2;
  private static final int NEVER = Integer.MAX_VALUE / 4;

  /** In a cell: where its best way came from, and whether a gap there goes on. */
  private static final int DIAGONAL = 0;

  private static final int ONLY_A = 1;
  private static final int ONLY_B = 2;
  private static final int WAY = 3;
  private static final int A_GOES_ON = 4;
  private static final int B_GOES_ON = 8;

  private final int[] a;
  private final int[] b;
  private final Alike alike;
  private byte[] ways = new byte[0];

  CostTable(Alike alike) {
    this.a = alike.a();
    this.b = alike.b();
    this.alike = alike;
  }

  /** Writes into {@code match}, for each sign of the first text, its like in the second. */
  void align(Stretch in, int[] match) {
    int rows = in.aTo() - in.aFrom();
    int columns = in.bTo() - in.bFrom();
    fill(in, rows, columns);
    int i = rows;
    int j = columns;
    int state = DIAGONAL;
    while (i > 0 && j > 0) {
      int cell = ways[i * (columns + 1) + j];
      if (state == DIAGONAL) {
        state = cell & WAY;
      }
      if (state == DIAGONAL) {
        i--;
        j--;
        int one = in.aFrom() + i;
        int other = in.bFrom() + j;
        if (a[one] == b[other] || alike.are(a[one], b[other])) {
          match[one] = other;
        }
      } else if (state == ONLY_A) {
        i--;
        state = (cell & A_GOES_ON) != 0 ? ONLY_A : DIAGONAL;
      } else {
        j--;
        state = (cell & B_GOES_ON) != 0 ? ONLY_B : DIAGONAL;
      }
    }
  }

  private void fill(Stretch in, int rows, int columns) {
    int width = columns + 1;
    if (ways.length < (rows + 1) * width) {
      ways = new byte[(rows + 1) * width];
    }
    int[] best = new int[width];
    int[] onlyA = new int[width];
    Arrays.fill(onlyA, NEVER);
    for (int j = 1; j <= columns; j++) {
      best[j] = OPEN + MORE * j;
    }
    for (int i = 1; i <= rows; i++) {
      alike.mark(a[in.aFrom() + i - 1]);
      int corner = best[0];
      best[0] = OPEN + MORE * i;
      int onlyB = NEVER;
      for (int j = 1; j <= columns; j++) {
        int other = b[in.bFrom() + j - 1];
        int opposite =
            corner + (a[in.aFrom() + i - 1] == other ? 0 : alike.isMarked(other) ? LIKE : UNLIKE);
        int aMore = onlyA[j] + MORE;
        int aOpen = best[j] + OPEN + MORE;
        onlyA[j] = Math.min(aMore, aOpen);
        int bMore = onlyB + MORE;
        int bOpen = best[j - 1] + OPEN + MORE;
        onlyB = Math.min(bMore, bOpen);
        int least = Math.min(opposite, Math.min(onlyA[j], onlyB));
        int way = least == opposite ? DIAGONAL : least == onlyA[j] ? ONLY_A : ONLY_B;
        ways[i * width + j] =
            (byte) (way | (aMore < aOpen ? A_GOES_ON : 0) | (bMore < bOpen ? B_GOES_ON : 0));
        corner = best[j];
        best[j] = least;
      }
    }
  }
}
