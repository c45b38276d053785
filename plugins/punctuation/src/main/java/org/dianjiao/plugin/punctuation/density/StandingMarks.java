package org.dianjiao.plugin.punctuation.density;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.dianjiao.plugin.punctuation.model.Line;

/**
 * Compares, around a place, how many marks stand with how many a model expects that knows of none.
 * Only stretches count in which one mark follows another within {@link #LONGEST_CLAUSE} units: what
 * nobody has punctuated yet says nothing. Nor do marks say much that stand only where the model was
 * sure: so it looks when somebody accepted the surest suggestions, and the others are still to
 * come. Lines are added in their order.
 */
public final class StandingMarks {

  /** How far around a place marks are counted, in units. */
  public static final int SIGHT = 300;

  static final int LONGEST_CLAUSE = 40;

  /** Whole numbers, so that a sum is the same wherever it begins. */
  private static final long UNIT = 1L << 32;

  private static final double DOUBT = 12;
  private static final double STRENGTH = 1.5;
  private static final double UNSURE = 0.5;
  private static final double USUALLY_UNSURE = 0.2;
  private static final double FEWEST = 0.4;
  private static final double MOST = 2.5;

  private int[] places = new int[64];
  private long[] expected = new long[65];
  private int[] standing = new int[65];
  private int[] unsure = new int[65];
  private int size;

  /**
   * Adds the punctuated stretches of a line.
   *
   * @param first first gap that may count
   * @param end gap after the last that may count
   * @param pause how likely a mark is in a gap when none is known; asked only where it counts
   */
  public void add(Line line, int first, int end, IntToDoubleFunction pause) {
    int stretch = first;
    int clauseStart = first > 0 ? line.ends()[first - 1] : line.starts()[0];
    for (int gap = first; gap < end; gap++) {
      if (line.known()[gap] == 0) {
        continue;
      }
      if (line.ends()[gap] - clauseStart <= LONGEST_CLAUSE) {
        for (int counted = stretch; counted <= gap; counted++) {
          add(line.ends()[counted], pause.applyAsDouble(counted), counted == gap ? 1 : 0);
        }
      }
      stretch = gap + 1;
      clauseStart = line.ends()[gap];
    }
  }

  private void add(int place, double pause, int mark) {
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
      expected = Arrays.copyOf(expected, 2 * size + 1);
      standing = Arrays.copyOf(standing, 2 * size + 1);
      unsure = Arrays.copyOf(unsure, 2 * size + 1);
    }
    places[size] = place;
    expected[size + 1] = expected[size] + Math.round(pause * UNIT);
    standing[size + 1] = standing[size] + mark;
    unsure[size + 1] = unsure[size] + (pause < UNSURE ? mark : 0);
    size++;
  }

  /** What the odds of a pause at a place are multiplied by. */
  public double factor(int place) {
    int from = firstFrom(place - SIGHT);
    int to = firstFrom(place + SIGHT + 1);
    int marks = standing[to] - standing[from];
    if (marks == 0) {
      return 1;
    }
    double wanted = (double) (expected[to] - expected[from]) / UNIT;
    double trust = Math.min(1, (unsure[to] - unsure[from]) / (USUALLY_UNSURE * marks));
    double factor = StrictMath.pow((marks + DOUBT) / (wanted + DOUBT), STRENGTH * trust);
    return Math.min(MOST, Math.max(FEWEST, factor));
  }

  private int firstFrom(int place) {
    int found = Arrays.binarySearch(places, 0, size, place);
    return found < 0 ? -found - 1 : found;
  }
}
