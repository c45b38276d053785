package org.dianjiao.plugin.punctuation.model;

/**
 * Names what surrounds a gap between two characters: the single characters, pairs and longer runs
 * near it, and repetitions that betray parallel clauses. Each feature is hashed to a row of a
 * table.
 *
 * <p>Gap {@code i} lies behind character {@code i}. Characters outside the visible part of the line
 * count as one padding character. A feature never looks further than {@link #REACH} characters.
 */
public final class GapFeatures {

  /** How many characters to each side of a gap a feature may look at. */
  public static final int REACH = 10;

  /** The most features that one gap can have. */
  public static final int MOST;

  /** Position of the first repetition feature; the features before it are {@link #template}s. */
  public static final int TEMPLATES;

  /** How many of the first features have senses too: the single characters and nearest pairs. */
  public static final int PLAIN = 14;

  private static final int PADDING = 1;
  private static final int LONGEST_PERIOD = 9;

  /** Offsets of the characters in a feature; −1 is the character before the gap, 1 that behind. */
  private static final int[][] OFFSETS = {
    {},
    {-1},
    {-2},
    {-3},
    {-4},
    {-5},
    {1},
    {2},
    {3},
    {4},
    {5},
    {-1, 1},
    {-2, -1},
    {1, 2},
    {-3, -2},
    {2, 3},
    {-4, -3},
    {3, 4},
    {-2, 1},
    {-1, 2},
    {-2, 2},
    {-3, 1},
    {-1, 3},
    {-3, -1},
    {1, 3},
    {-3, -2, -1},
    {-2, -1, 1},
    {-1, 1, 2},
    {1, 2, 3},
    {-4, -3, -2},
    {2, 3, 4},
    {-4, -3, -2, -1},
    {-3, -2, -1, 1},
    {-2, -1, 1, 2},
    {-1, 1, 2, 3},
    {1, 2, 3, 4},
    {-3, -2, -1, 1, 2},
    {-2, -1, 1, 2, 3},
  };

  static {
    TEMPLATES = OFFSETS.length;
    MOST = TEMPLATES + 1 + 4 * (LONGEST_PERIOD - 1);
  }

  private GapFeatures() {}

  /** The offsets of template {@code number}; −1 is the character before the gap, 1 that behind. */
  public static int[] template(int number) {
    return OFFSETS[number].clone();
  }

  /**
   * Writes the rows of all features of a gap.
   *
   * @param codes characters of a line
   * @param from first character that may be seen
   * @param to character after the last that may be seen
   * @param gap the gap, inside {@code from} and {@code to}
   * @param bits log2 of the number of rows
   * @param rows filled from {@code offset} on, templates first, in their order
   * @return how many rows were written
   */
  public static int write(
      int[] codes, int from, int to, int gap, int bits, int[] rows, int offset) {
    int at = offset;
    for (int template = 0; template < OFFSETS.length; template++) {
      long key = template + 1L;
      for (int distance : OFFSETS[template]) {
        int position = distance < 0 ? gap + 1 + distance : gap + distance;
        key = key * 0x9E3779B97F4A7C15L + seen(codes, from, to, position);
      }
      rows[at++] = row(key, bits);
    }
    rows[at++] = row(1000 + sameness(codes, from, to, gap), bits);
    int before = codes[gap];
    int behind = seen(codes, from, to, gap + 1);
    for (int period = 2; period <= LONGEST_PERIOD; period++) {
      if (before == seen(codes, from, to, gap + period)) {
        rows[at++] = row(2000 + period, bits);
      }
      if (before == seen(codes, from, to, gap - period)) {
        rows[at++] = row(3000 + period, bits);
      }
      if (behind == seen(codes, from, to, gap + 1 - period)) {
        rows[at++] = row(4000 + period, bits);
      }
      if (behind == seen(codes, from, to, gap + 1 + period)) {
        rows[at++] = row(5000 + period, bits);
      }
    }
    return at - offset;
  }

  private static int sameness(int[] codes, int from, int to, int gap) {
    int first = seen(codes, from, to, gap - 1);
    int second = codes[gap];
    int third = seen(codes, from, to, gap + 1);
    int fourth = seen(codes, from, to, gap + 2);
    return (second == third ? 1 : 0)
        + (first == third ? 2 : 0)
        + (second == fourth ? 4 : 0)
        + (first == fourth ? 8 : 0);
  }

  private static int seen(int[] codes, int from, int to, int position) {
    return position < from || position >= to ? PADDING : codes[position];
  }

  /** The finisher of SplitMix64 (Steele, Lea, Flood 2014), its upper bits. */
  private static int row(long key, int bits) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 31;
    return (int) (mixed >>> (64 - bits));
  }
}
