package org.dianjiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every text of up to three characters, every single replacement in it, every pair of those. */
class SmallModelTest {

  private static final List<String> CHARACTERS = List.of("a", "😀", "\n");
  private static final List<String> INSERTS = List.of("", "a", "😀", "\n");

  @Test
  void everyPairConvergesAndComposesAsStringsDo() {
    int pairs = 0;
    for (Text text : texts()) {
      for (Edit one : edits(text)) {
        ChangeSet a = ChangeSet.of(text.length(), List.of(one));
        Text afterA = a.apply(text);
        assertThat(afterA).hasToString(replaced(text, one));
        assertThat(a.invert(text).apply(afterA)).isEqualTo(text);
        for (Edit other : edits(text)) {
          ChangeSet b = ChangeSet.of(text.length(), List.of(other));
          Text merged = b.map(a, false).apply(afterA);
          assertThat(a.map(b, true).apply(b.apply(text)))
              .as("%s and %s in %s", one, other, text)
              .isEqualTo(merged);
          assertThat(a.compose(b.map(a, false)).apply(text)).isEqualTo(merged);
          pairs++;
        }
        for (Edit next : edits(afterA)) {
          ChangeSet c = ChangeSet.of(afterA.length(), List.of(next));
          assertThat(a.compose(c).apply(text))
              .as("%s then %s in %s", one, next, text)
              .hasToString(replaced(afterA, next));
        }
      }
    }
    assertThat(pairs).isEqualTo(4 * 4 + 3 * 12 * 12 + 9 * 24 * 24 + 27 * 40 * 40);
  }

  private static List<Text> texts() {
    List<String> all = new ArrayList<>(List.of(""));
    for (int shorter = 0; all.get(shorter).codePointCount(0, all.get(shorter).length()) < 3; ) {
      String text = all.get(shorter++);
      CHARACTERS.forEach(character -> all.add(text + character));
    }
    return all.stream().map(Text::of).toList();
  }

  private static List<Edit> edits(Text text) {
    List<Edit> edits = new ArrayList<>();
    for (int from = 0; from <= text.length(); from++) {
      for (int to = from; to <= text.length(); to++) {
        if (CodeUnits.isBoundary(text, from) && CodeUnits.isBoundary(text, to)) {
          for (String insert : INSERTS) {
            edits.add(new Edit(from, to, insert));
          }
        }
      }
    }
    return edits;
  }

  private static String replaced(Text text, Edit edit) {
    return new StringBuilder(text.toString())
        .replace(edit.from(), edit.to(), edit.insert())
        .toString();
  }
}
