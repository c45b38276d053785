package org.dianjiao.collation;

import java.util.Arrays;

/**
 * Places that belong together for certain: sequences of a few signs that stand once in either
 * stretch, in the longest order that both have (patience). Sequences that are longer than asked for
 * overlap and so count often, which lets long agreement win over chance.
 */
final class GramAnchors {

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /** Slots of a hash table: where a sequence stands in either stretch, or how it is no anchor. */
  private static final int NOWHERE = -1;

  private static final int OFTEN = -2;

  private final int[] a;
  private final int[] b;
  private final int length;

  private GramAnchors(int[] a, int[] b, int length) {
    this.a = a;
    this.b = b;
    this.length = length;
  }

  /**
   * The places in the first and in the second stretch where anchors of so many signs begin, in
   * turn, both ascending.
   */
  static int[][] of(int[] a, Stretch at, int[] b, int length) {
    return new GramAnchors(a, b, length).find(at);
  }

  private int[][] find(Stretch at) {
    int grams = at.aTo() - at.aFrom() - length + 1;
    if (grams <= 0 || at.bTo() - at.bFrom() < length) {
      return new int[][] {{}, {}};
    }
    int size = Integer.highestOneBit(Math.max(4, grams * 2)) << 1;
    int[] inA = new int[size];
    int[] inB = new int[size];
    Arrays.fill(inA, NOWHERE);
    Arrays.fill(inB, NOWHERE);
    for (int i = at.aFrom(); i + length <= at.aTo(); i++) {
      int slot = slot(inA, a, i);
      if (inA[slot] == NOWHERE) {
        inA[slot] = i;
      } else {
        inB[slot] = OFTEN;
      }
    }
    for (int j = at.bFrom(); j + length <= at.bTo(); j++) {
      int slot = slot(inA, b, j);
      if (inA[slot] != NOWHERE) {
        inB[slot] = inB[slot] == NOWHERE ? j : OFTEN;
      }
    }
    return ascending(inA, inB);
  }

  /** The slot in which a sequence of the first stretch is, or would be. */
  private int slot(int[] inA, int[] keys, int at) {
    long hash = 0;
    for (int i = 0; i < length; i++) {
      hash = (hash + keys[at + i] + 1) * MULTIPLIER;
      hash ^= hash >>> 29;
    }
    int slot = (int) (hash >>> 20) & (inA.length - 1);
    while (inA[slot] != NOWHERE
        && !Arrays.equals(a, inA[slot], inA[slot] + length, keys, at, at + length)) {
      slot = (slot + 1) & (inA.length - 1);
    }
    return slot;
  }

  private static int[][] ascending(int[] inA, int[] inB) {
    long[] pairs = new long[inA.length];
    int count = 0;
    for (int slot = 0; slot < inA.length; slot++) {
      if (inA[slot] >= 0 && inB[slot] >= 0) {
        pairs[count++] = ((long) inA[slot] << 32) | inB[slot];
      }
    }
    Arrays.sort(pairs, 0, count);
    int[] ends = new int[count];
    int[] before = new int[count];
    int longest = 0;
    for (int i = 0; i < count; i++) {
      int place = place(pairs, ends, longest, (int) pairs[i]);
      before[i] = place == 0 ? -1 : ends[place - 1];
      ends[place] = i;
      longest = Math.max(longest, place + 1);
    }
    int[][] chain = new int[2][longest];
    int at = longest == 0 ? -1 : ends[longest - 1];
    for (int i = longest - 1; i >= 0; i--) {
      chain[0][i] = (int) (pairs[at] >>> 32);
      chain[1][i] = (int) pairs[at];
      at = before[at];
    }
    return chain;
  }

  /** How many of the ends of chains found so far lie before a place in the second stretch. */
  private static int place(long[] pairs, int[] ends, int count, int inB) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if ((int) pairs[ends[middle]] < inB) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
