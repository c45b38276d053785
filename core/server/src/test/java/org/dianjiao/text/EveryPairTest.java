package org.dianjiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/**
 * The algebra on everything that is small: every text of a, b and 😀 up to a length, every insert,
 * deletion and replacement of one character by none or one, every pair of those. One character
 * more: {@code -Ddianjiao.characters=5}.
 */
class EveryPairTest {

  private static final int LONGEST = Integer.getInteger("dianjiao.characters", 4);
  private static final List<String> CHARACTERS = List.of("a", "b", "😀");
  private static final List<String> INSERTS = List.of("", "a", "b", "😀");

  /** An edit of a text, and the text after it. */
  private record Done(ChangeSet changes, Text after) {}

  @Test
  void everyPairMakesTheSameTextInBothOrders() {
    LongAdder pairs = new LongAdder();
    texts(LONGEST).parallelStream().forEach(text -> pairs.add(pairs(text)));
    System.out.printf("%d pairs of edits on texts of up to %d%n", pairs.sum(), LONGEST);
    assertThat(pairs.sum()).isEqualTo(expected(LONGEST));
  }

  private static long pairs(Text text) {
    List<Done> edits = edits(text);
    for (Done a : edits) {
      for (Done b : edits) {
        ChangeSet late = b.changes().map(a.changes(), false);
        ChangeSet early = a.changes().map(b.changes(), true);
        Text merged = late.apply(a.after());
        boolean same =
            early.apply(b.after()).equals(merged)
                && a.changes().compose(late).apply(text).equals(merged)
                && b.changes().compose(early).apply(text).equals(merged);
        if (!same) {
          throw new AssertionError("%s and %s on \"%s\" do not converge".formatted(a, b, text));
        }
      }
    }
    return (long) edits.size() * edits.size();
  }

  @Test
  void everyThreeInARowComposeInBothGroupings() {
    LongAdder triples = new LongAdder();
    texts(LONGEST - 2).parallelStream().forEach(text -> triples.add(triples(text)));
    System.out.printf("%d edits in threes on texts of up to %d%n", triples.sum(), LONGEST - 2);
    assertThat(triples.sum()).isPositive();
  }

  private static long triples(Text text) {
    long count = 0;
    for (Done a : edits(text)) {
      for (Done b : edits(a.after())) {
        ChangeSet ab = a.changes().compose(b.changes());
        for (Done c : edits(b.after())) {
          ChangeSet left = ab.compose(c.changes());
          ChangeSet right = a.changes().compose(b.changes().compose(c.changes()));
          boolean same = left.apply(text).equals(c.after()) && right.apply(text).equals(c.after());
          if (!same) {
            throw new AssertionError("%s, %s, %s on \"%s\"".formatted(a, b, c, text));
          }
          count++;
        }
      }
    }
    return count;
  }

  private static List<Text> texts(int longest) {
    List<String> all = new ArrayList<>(List.of(""));
    for (int from = 0, length = 0; length < longest; length++) {
      int to = all.size();
      for (String shorter : List.copyOf(all.subList(from, to))) {
        CHARACTERS.forEach(character -> all.add(shorter + character));
      }
      from = to;
    }
    return all.stream().map(Text::of).toList();
  }

  private static List<Done> edits(Text text) {
    List<Done> edits = new ArrayList<>();
    for (int from = 0; from <= text.length(); from++) {
      for (int to = from; to <= text.length(); to++) {
        if (CodeUnits.isBoundary(text, from) && CodeUnits.isBoundary(text, to)) {
          for (String insert : INSERTS) {
            ChangeSet changes = ChangeSet.of(text.length(), List.of(new Edit(from, to, insert)));
            edits.add(new Done(changes, changes.apply(text)));
          }
        }
      }
    }
    return edits;
  }

  /** 3ⁿ texts of n characters, with (n+1)(n+2)/2 ranges and four inserts each. */
  private static long expected(int longest) {
    long sum = 0;
    long texts = 1;
    for (int n = 0; n <= longest; n++, texts *= CHARACTERS.size()) {
      long edits = (n + 1L) * (n + 2) / 2 * INSERTS.size();
      sum += texts * edits * edits;
    }
    return sum;
  }
}
