package org.dianjiao.collation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes back matches that are there by chance: in two stretches that say different things a few
 * signs always agree, and to keep them would make one difference into many that nobody can read.
 *
 * <p>Each run of matches counts for its length, each gap between two runs against it. What is kept
 * are the maximal parts that count for more than chance would give in stretches of that length (W.
 * Ruzzo and M. Tompa, A linear time algorithm for finding all maximal scoring subsequences, 1999;
 * S. Karlin and S. Altschul, Methods for assessing the statistical significance of molecular
 * sequence features, PNAS 87, 1990). Inside those, a run much shorter than both gaps beside it
 * goes, too. What touches either end of the stretches needs no more than itself.
 */
final class Islands {

  /** How much a sign without a like counts against the matches around it. */
  private static final double GAP = 0.5;

  /** Of so many equally frequent signs texts might as well be made, as far as chance goes. */
  private static final double SIGNS = 64;

  private static final double SURER = 1.3;

  /**
   * Between two gaps of more than so many signs, a formula that any two texts share is not enough.
   */
  private static final int WIDE = 250;

  private static final double ALONE = 16;

  private final Stretch in;
  private final int[] match;

  /** First signs of runs and the signs behind them, in the first text, in turn. */
  private int[] runs = new int[16];

  private int count;

  private Islands(Stretch in, int[] match) {
    this.in = in;
    this.match = match;
  }

  /** Takes back, within a stretch, the matches that are there by chance. */
  static void dissolve(Stretch in, int[] match) {
    if (in.isEmpty()) {
      return;
    }
    new Islands(in, match).dissolve();
  }

  private void dissolve() {
    find();
    double least = SURER * Math.log((double) in.cells()) / Math.log(SIGNS);
    List<Part> sure = parts().stream().filter(part -> part.after - part.before >= least).toList();
    boolean[] kept = new boolean[count];
    for (int i = 0; i < sure.size(); i++) {
      if (!isAlone(sure, i)) {
        Arrays.fill(kept, sure.get(i).from, sure.get(i).to, true);
      }
    }
    keepWhatTouchesTheEnds(kept);
    for (int run = 0; run < count; run++) {
      int length = runs[2 * run + 1] - runs[2 * run];
      kept[run] &= 2 * length > Math.min(gapBefore(run), gapBefore(run + 1));
    }
    for (int run = 0; run < count; run++) {
      if (!kept[run]) {
        Arrays.fill(match, runs[2 * run], runs[2 * run + 1], -1);
      }
    }
  }

  private boolean isAlone(List<Part> parts, int at) {
    Part part = parts.get(at);
    int before = at == 0 ? 0 : parts.get(at - 1).to;
    int behind = at + 1 == parts.size() ? count : parts.get(at + 1).from;
    return part.after - part.before < ALONE
        && gap(before, part.from) > WIDE
        && gap(part.to, behind) > WIDE;
  }

  private void find() {
    for (int i = in.aFrom(); i < in.aTo(); i++) {
      if (match[i] < 0) {
        continue;
      }
      int from = i;
      while (i + 1 < in.aTo() && match[i + 1] == match[i] + 1) {
        i++;
      }
      if (2 * count + 2 > runs.length) {
        runs = Arrays.copyOf(runs, 2 * runs.length);
      }
      runs[2 * count] = from;
      runs[2 * count + 1] = i + 1;
      count++;
    }
  }

  /** Signs between a run and the one before it, on the side that has more. */
  private int gapBefore(int run) {
    return gap(run, run);
  }

  /** Signs before a run and behind all before another, on the side that has more. */
  private int gap(int behind, int before) {
    int aBehind = behind == 0 ? in.aFrom() : runs[2 * behind - 1];
    int bBehind = behind == 0 ? in.bFrom() : match[runs[2 * behind - 1] - 1] + 1;
    boolean end = before == count;
    int aBefore = end ? in.aTo() : runs[2 * before];
    int bBefore = end ? in.bTo() : match[runs[2 * before]];
    return Math.max(aBefore - aBehind, bBefore - bBehind);
  }

  /**
   * Some runs in a row, with what all before them count, and what all before their end count.
   *
   * @param lower the last part in the list before which less was counted, or -1
   */
  private record Part(int from, int to, double before, double after, int lower) {}

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    double sum = 0;
    for (int run = 0; run < count; run++) {
      sum -= run == 0 ? 0 : GAP * gapBefore(run);
      double from = sum;
      sum += runs[2 * run + 1] - runs[2 * run];
      join(parts, run, from, sum);
    }
    return parts;
  }

  /** Adds a run, together with those parts that count for more with it than without. */
  private static void join(List<Part> parts, int run, double before, double after) {
    int first = run;
    double start = before;
    int lower = lower(parts, start);
    while (lower >= 0 && parts.get(lower).after < after) {
      Part earlier = parts.get(lower);
      first = earlier.from;
      start = earlier.before;
      parts.subList(lower, parts.size()).clear();
      lower = earlier.lower;
    }
    parts.add(new Part(first, run + 1, start, after, lower));
  }

  /** The last part before which less was counted. */
  private static int lower(List<Part> parts, double before) {
    int at = parts.size() - 1;
    while (at >= 0 && parts.get(at).before >= before) {
      at = parts.get(at).lower;
    }
    return at;
  }

  private void keepWhatTouchesTheEnds(boolean[] kept) {
    if (count > 0 && gapBefore(0) == 0) {
      kept[0] = true;
    }
    if (count > 0 && gapBefore(count) == 0) {
      kept[count - 1] = true;
    }
  }
}
