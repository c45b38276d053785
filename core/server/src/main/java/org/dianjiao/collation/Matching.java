package org.dianjiao.collation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Finds for each sign of one text its like in another, in the same order.
 *
 * <p>What is equal at both ends of a stretch is matched at once. Short stretches go through a
 * {@link CostTable}. Longer ones are cut at {@link GramAnchors}, long sequences first; where there
 * are none, by a {@link Detour}. What no table, anchor or detour can blow up: time grows with the
 * length of the texts, and little more.
 */
final class Matching {

  /** So many pairs of signs a table may have. */
  private static final long TABLE = 250_000;

  private static final int[] GRAMS = {32, 16, 8, 5, 3, 2};

  private final int[] a;
  private final int[] b;
  private final int[] match;
  private final CostTable table;
  private final Deque<Work> waiting = new ArrayDeque<>();
  private Detour detour;

  /** A stretch, and with which of the lengths of anchors it is tried first. */
  private record Work(Stretch in, int gram) {}

  private Matching(Alike alike) {
    this.a = alike.a();
    this.b = alike.b();
    this.match = new int[a.length];
    this.table = new CostTable(alike);
    Arrays.fill(match, -1);
  }

  /**
   * For each sign of the first text the one of the second that it belongs to, ascending; -1 when
   * there is none.
   *
   * @param stretches what may be matched, in order, not overlapping
   */
  static int[] of(Alike alike, Iterable<Stretch> stretches) {
    Matching matching = new Matching(alike);
    for (Stretch stretch : stretches) {
      matching.waiting.push(new Work(stretch, 0));
      matching.work();
      Islands.dissolve(stretch, matching.match);
    }
    return matching.match;
  }

  private void work() {
    while (!waiting.isEmpty()) {
      Work next = waiting.pop();
      Stretch rest = trimmed(next.in());
      if (rest.isEmpty()) {
        continue;
      }
      if (rest.cells() <= TABLE) {
        table.align(rest, match);
      } else if (!cutAtAnchors(rest, next.gram())) {
        cutAtDetour(rest);
      }
    }
  }

  /** Matches what is equal at both ends; what is left. */
  private Stretch trimmed(Stretch in) {
    int aFrom = in.aFrom();
    int bFrom = in.bFrom();
    int aTo = in.aTo();
    int bTo = in.bTo();
    while (aFrom < aTo && bFrom < bTo && a[aFrom] == b[bFrom]) {
      match[aFrom++] = bFrom++;
    }
    while (aFrom < aTo && bFrom < bTo && a[aTo - 1] == b[bTo - 1]) {
      match[--aTo] = --bTo;
    }
    return new Stretch(aFrom, aTo, bFrom, bTo);
  }

  private boolean cutAtAnchors(Stretch in, int first) {
    for (int gram = first; gram < GRAMS.length; gram++) {
      int[][] chain = GramAnchors.of(a, in, b, GRAMS[gram]);
      if (chain[0].length > 0) {
        cut(in, chain, GRAMS[gram], gram);
        return true;
      }
    }
    return false;
  }

  private void cut(Stretch in, int[][] chain, int length, int gram) {
    int aAt = in.aFrom();
    int bAt = in.bFrom();
    for (int i = 0; i < chain[0].length; i++) {
      int inA = chain[0][i];
      int inB = chain[1][i];
      if (inA - aAt < 0 || inB - bAt < 0) {
        boolean goesOn = inA - aAt == inB - bAt;
        if (!goesOn) {
          continue;
        }
      } else if (inA > aAt || inB > bAt) {
        waiting.push(new Work(new Stretch(aAt, inA, bAt, inB), gram));
      }
      for (int k = Math.max(0, aAt - inA); k < length; k++) {
        match[inA + k] = inB + k;
      }
      aAt = inA + length;
      bAt = inB + length;
    }
    waiting.push(new Work(new Stretch(aAt, in.aTo(), bAt, in.bTo()), gram));
  }

  private void cutAtDetour(Stretch in) {
    if (detour == null) {
      detour = new Detour(a, b);
    }
    int[] at = detour.middle(in);
    waiting.push(new Work(new Stretch(in.aFrom(), at[0], in.bFrom(), at[1]), GRAMS.length));
    waiting.push(new Work(new Stretch(at[0], in.aTo(), at[1], in.bTo()), GRAMS.length));
  }
}
