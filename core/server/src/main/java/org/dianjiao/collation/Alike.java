package org.dianjiao.collation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The keys of two texts, numbered from 0, and which of them may stand for each other without being
 * the same. One thread only.
 */
final class Alike {

  private static final int[] NONE = {};

  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final int[] a;
  private final int[] b;
  private final int[][] like;

  /** For each number, the last sign for which it was marked. */
  private final int[] marks;

  private int marked;

  Alike(Likeness likeness, int[] aKeys, int[] bKeys) {
    a = Arrays.stream(aKeys).map(this::number).toArray();
    b = Arrays.stream(bKeys).map(this::number).toArray();
    like = new int[numbers.size()][];
    Arrays.fill(like, NONE);
    marks = new int[numbers.size()];
    numbers.forEach((key, number) -> join(number, likeness.like(key)));
  }

  private int number(int key) {
    return numbers.computeIfAbsent(key, unknown -> numbers.size());
  }

  private void join(int number, int[] others) {
    for (int key : others) {
      Integer other = numbers.get(key);
      if (other != null && other != number && !are(number, other)) {
        like[number] = with(like[number], other);
        like[other] = with(like[other], number);
      }
    }
  }

  private static int[] with(int[] numbers, int more) {
    int[] all = Arrays.copyOf(numbers, numbers.length + 1);
    all[numbers.length] = more;
    return all;
  }

  /** The numbers of the first text's keys; not to be changed. */
  int[] a() {
    return a;
  }

  /** The numbers of the second text's keys; not to be changed. */
  int[] b() {
    return b;
  }

  /** Whether two numbers may stand for each other. */
  boolean are(int one, int other) {
    return Arrays.stream(like[one]).anyMatch(like -> like == other);
  }

  /** Marks all that may stand for a number, and no others. */
  void mark(int number) {
    marked++;
    for (int other : like[number]) {
      marks[other] = marked;
    }
  }

  /** Whether a number was marked last. */
  boolean isMarked(int number) {
    return marks[number] == marked;
  }
}
