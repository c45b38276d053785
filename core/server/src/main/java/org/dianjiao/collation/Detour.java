package org.dianjiao.collation;

/**
 * Finds a place at which two stretches may be cut so that what lies on either side can be aligned
 * alone: the middle of a shortest way of deleting and inserting (E. Myers, An O(ND) difference
 * algorithm and its variations, Algorithmica 1, 1986), searched from both ends in linear space.
 *
 * <p>The search gives up after a number of steps that grows with the square root of the length;
 * then the place that was reached farthest is taken. So unlike stretches cost their length times
 * that number and no more.
 */
final class Detour {

  private static final int FEWEST_STEPS = 256;
  private static final int UNREACHED = Integer.MAX_VALUE / 2;

  private final int[] a;
  private final int[] b;

  /** How far the ways from the start, and those from the end, came on each diagonal. */
  private final int[] forward;

  private final int[] backward;
  private final int origin;

  /** For texts of these signs. */
  Detour(int[] a, int[] b) {
    this.a = a;
    this.b = b;
    this.origin = b.length + 2;
    this.forward = new int[a.length + b.length + 5];
    this.backward = new int[a.length + b.length + 5];
  }

  /** The diagonals on which ways have come somewhere, every second one between two. */
  private static final class Fan {

    private int low;
    private int high;

    Fan(int diagonal) {
      low = diagonal;
      high = diagonal;
    }

    /** One step more on either side, as far as the stretch goes. */
    void open(int least, int most, int[] reached, int origin, int unreached) {
      if (low > least) {
        low--;
        reached[origin + low - 1] = unreached;
      } else {
        low++;
      }
      if (high < most) {
        high++;
        reached[origin + high + 1] = unreached;
      } else {
        high--;
      }
    }

    boolean holds(int diagonal) {
      return low <= diagonal && diagonal <= high;
    }
  }

  /**
   * Where to cut a stretch whose first signs differ and whose last signs differ.
   *
   * @return a place in the first and one in the second text
   */
  int[] middle(Stretch in) {
    int least = in.aFrom() - in.bTo();
    int most = in.aTo() - in.bFrom();
    int start = in.aFrom() - in.bFrom();
    int goal = in.aTo() - in.bTo();
    boolean odd = ((start - goal) & 1) != 0;
    int steps = Math.max(FEWEST_STEPS, (int) Math.sqrt((double) most - least));
    Fan there = new Fan(start);
    Fan back = new Fan(goal);
    forward[origin + start] = in.aFrom();
    backward[origin + goal] = in.aTo();
    for (int step = 0; step < steps; step++) {
      there.open(least, most, forward, origin, -1);
      for (int d = there.high; d >= there.low; d -= 2) {
        int x = ahead(d, in);
        if (odd && back.holds(d) && backward[origin + d] <= x) {
          return new int[] {x, x - d};
        }
      }
      back.open(least, most, backward, origin, UNREACHED);
      for (int d = back.high; d >= back.low; d -= 2) {
        int x = back(d, in);
        if (!odd && there.holds(d) && x <= forward[origin + d]) {
          return new int[] {x, x - d};
        }
      }
    }
    return farthest(in, there, back);
  }

  private int ahead(int d, Stretch in) {
    int x = Math.max(forward[origin + d - 1] + 1, forward[origin + d + 1]);
    while (x < in.aTo() && x - d < in.bTo() && a[x] == b[x - d]) {
      x++;
    }
    forward[origin + d] = x;
    return x;
  }

  private int back(int d, Stretch in) {
    int x = Math.min(backward[origin + d - 1], backward[origin + d + 1] - 1);
    while (x > in.aFrom() && x - d > in.bFrom() && a[x - 1] == b[x - 1 - d]) {
      x--;
    }
    backward[origin + d] = x;
    return x;
  }

  /** The place that is farthest from the start or from the end. */
  private int[] farthest(Stretch in, Fan there, Fan back) {
    int[] best = {in.aFrom(), in.bFrom()};
    int most = 0;
    for (int d = there.high; d >= there.low; d -= 2) {
      int x = Math.min(Math.min(forward[origin + d], in.aTo()), in.bTo() + d);
      int way = x - in.aFrom() + x - d - in.bFrom();
      if (way > most) {
        most = way;
        best = new int[] {x, x - d};
      }
    }
    for (int d = back.high; d >= back.low; d -= 2) {
      int x = Math.max(Math.max(backward[origin + d], in.aFrom()), in.bFrom() + d);
      int way = in.aTo() - x + in.bTo() - (x - d);
      if (way > most) {
        most = way;
        best = new int[] {x, x - d};
      }
    }
    return best;
  }
}
