package org.dianjiao.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * What a block is found by: each character, and each pair of characters that stand next to one
 * another when marks, spaces, line ends, selectors and notes are passed over, or all of that but
 * the notes. A text that holds a phrase, whatever is passed over, has all the grams that the phrase
 * needs; one that has them need not hold it.
 */
final class Grams {

  private static final int BITS = 21;
  private static final int BYTES = 6;
  private static final int MOST_ALTERNATIVES = 256;
  private static final int NONE = -1;

  private Grams() {}

  /** The grams of the first units, each once, ascending. */
  static long[] of(char[] units, int length) {
    Notes notes = Notes.of(units, length);
    long[] grams = new long[3 * length];
    int count = 0;
    int last = NONE;
    int outside = NONE;
    boolean noteBetween = false;
    for (int at = 0; at < length; at = Units.behind(units, length, at)) {
      int codePoint = Character.codePointAt(units, at, length);
      if (!Units.isIndexed(codePoint)) {
        continue;
      }
      boolean inNote = notes.at(at) >= 0;
      grams[count++] = codePoint;
      if (last != NONE) {
        grams[count++] = pair(last, codePoint);
      }
      if (!inNote && noteBetween && outside != NONE) {
        grams[count++] = pair(outside, codePoint);
      }
      last = codePoint;
      outside = inNote ? outside : codePoint;
      noteBetween = inNote;
    }
    return Arrays.stream(grams, 0, count).sorted().distinct().toArray();
  }

  private static long pair(int first, int second) {
    return ((first + 1L) << BITS) + second;
  }

  /** As the index keeps one. */
  static BytesRef term(long gram) {
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      bytes[i] = (byte) (gram >> (8 * (BYTES - 1 - i)));
    }
    return new BytesRef(bytes);
  }

  /** Sets of grams: a block that holds the phrase has at least one of each. */
  static List<long[]> needed(Phrase phrase) {
    List<long[]> needed = new ArrayList<>();
    List<Wanted> wanted = phrase.wanted();
    for (int i = 0; i < wanted.size(); i++) {
      boolean before = i > 0 && isPair(wanted.get(i - 1), wanted.get(i));
      boolean after = i + 1 < wanted.size() && isPair(wanted.get(i), wanted.get(i + 1));
      if (after) {
        needed.add(pairs(wanted.get(i), wanted.get(i + 1)));
      } else if (!before && isIndexed(wanted.get(i))) {
        needed.add(Arrays.stream(wanted.get(i).accepted()).asLongStream().toArray());
      }
    }
    return needed;
  }

  private static boolean isPair(Wanted first, Wanted second) {
    return isIndexed(first)
        && isIndexed(second)
        && first.accepted().length * second.accepted().length <= MOST_ALTERNATIVES;
  }

  private static boolean isIndexed(Wanted wanted) {
    return !wanted.isAny() && Arrays.stream(wanted.accepted()).allMatch(Units::isIndexed);
  }

  private static long[] pairs(Wanted first, Wanted second) {
    long[] pairs = new long[first.accepted().length * second.accepted().length];
    int count = 0;
    for (int one : first.accepted()) {
      for (int other : second.accepted()) {
        pairs[count++] = pair(one, other);
      }
    }
    return pairs;
  }
}
