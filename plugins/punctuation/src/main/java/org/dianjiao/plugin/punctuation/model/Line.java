package org.dianjiao.plugin.punctuation.model;

/**
 * A line as the model sees it: its characters without marks, which marks are known, and where each
 * character lies in the text that it came from. Arrays are taken over, not copied.
 *
 * <p>What lies far away in the text is not seen, however few characters are between: the answer for
 * a gap is a function of the {@link #SIGHT} + {@link #HEARING} units around it.
 *
 * @param codes simplified characters
 * @param known label of the known {@link Mark} behind each character, 0 where nothing is known
 * @param starts where each character begins, in UTF-16 units
 * @param ends where each character ends; the gap behind it lies there
 */
@SuppressWarnings("ArrayRecordComponent") // read in the innermost loop; equality is never asked for
public record Line(int[] codes, byte[] known, int[] starts, int[] ends) {

  /** How far from its gap a feature sees, in units. */
  public static final int SIGHT = 40;

  /** How far from its gap another gap is heard, in units. */
  public static final int HEARING = 50;

  /** Requires arrays of one length. */
  public Line {
    if (known.length != codes.length
        || starts.length != codes.length
        || ends.length != codes.length) {
      throw new IllegalArgumentException(
          String.format(
              "%d codes, %d marks, %d starts, %d ends",
              codes.length, known.length, starts.length, ends.length));
    }
  }

  /** A line of characters with nothing between them, no mark known. */
  public static Line of(int[] codes) {
    int[] starts = new int[codes.length];
    int[] ends = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      starts[i] = i;
      ends[i] = i + 1;
    }
    return new Line(codes, new byte[codes.length], starts, ends);
  }

  /** Number of characters, which is the number of gaps. */
  public int size() {
    return codes.length;
  }

  int firstSeen(int gap) {
    int first = gap;
    int least = Math.max(0, gap - GapFeatures.REACH);
    while (first > least && starts[first - 1] >= ends[gap] - SIGHT) {
      first--;
    }
    return first;
  }

  int seenUpTo(int gap) {
    int end = gap + 1;
    int most = Math.min(size(), gap + 1 + GapFeatures.REACH);
    while (end < most && ends[end] <= ends[gap] + SIGHT) {
      end++;
    }
    return end;
  }

  int firstHeard(int gap) {
    int first = gap;
    int least = Math.max(0, gap - ContextNetwork.REACH);
    while (first > least && ends[first - 1] >= ends[gap] - HEARING) {
      first--;
    }
    return first;
  }

  int heardUpTo(int gap) {
    int end = gap + 1;
    int most = Math.min(size(), gap + 1 + ContextNetwork.REACH);
    while (end < most && ends[end] <= ends[gap] + HEARING) {
      end++;
    }
    return end;
  }
}
