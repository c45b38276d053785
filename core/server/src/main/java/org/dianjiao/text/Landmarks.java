package org.dianjiao.text;

/**
 * Where some sections of a change set begin, so that a position in a long change set is found
 * without walking there from the start of the text.
 */
final class Landmarks {

  private static final int STRIDE = 32;
  private static final Landmarks NONE = new Landmarks(new int[1], new int[1]);

  private final int[] oldStarts;
  private final int[] newStarts;

  private Landmarks(int[] oldStarts, int[] newStarts) {
    this.oldStarts = oldStarts;
    this.newStarts = newStarts;
  }

  static Landmarks of(int[] sections) {
    int count = (sections.length + 2 * STRIDE - 1) / (2 * STRIDE);
    if (count <= 1) {
      return NONE;
    }
    int[] oldStarts = new int[count];
    int[] newStarts = new int[count];
    int oldStart = 0;
    int newStart = 0;
    for (int i = 0; i < sections.length; i += 2) {
      if (i % (2 * STRIDE) == 0) {
        oldStarts[i / (2 * STRIDE)] = oldStart;
        newStarts[i / (2 * STRIDE)] = newStart;
      }
      oldStart += sections[i];
      newStart += sections[i + 1] < 0 ? sections[i] : sections[i + 1];
    }
    return new Landmarks(oldStarts, newStarts);
  }

  /** The last landmark that stands before a position, or the first of all. */
  int before(int position) {
    int low = 0;
    int high = oldStarts.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (oldStarts[middle] < position) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Index in the array of sections. */
  int section(int landmark) {
    return landmark * 2 * STRIDE;
  }

  int oldStart(int landmark) {
    return oldStarts[landmark];
  }

  int newStart(int landmark) {
    return newStarts[landmark];
  }
}
