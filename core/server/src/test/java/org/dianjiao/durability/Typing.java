package org.dianjiao.durability;

import java.util.List;
import java.util.Random;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Edit;
import org.dianjiao.text.Text;

/** Edits as the test wants them: a mark that no other edit has, anywhere. */
final class Typing {

  private static final int FIRST_MARK = 0xF0000;
  private static final int MARKS_IN_PLANE = 0xFFFE;

  private Typing() {}

  /** The mark with a number: one private-use character outside the basic plane, two units. */
  static String mark(int number) {
    if (number < 0 || number >= 2 * MARKS_IN_PLANE) {
      throw new IllegalArgumentException(
          "mark %d; there are %d".formatted(number, 2 * MARKS_IN_PLANE));
    }
    int plane = number / MARKS_IN_PLANE;
    return Character.toString(FIRST_MARK + plane * 0x10000 + number % MARKS_IN_PLANE);
  }

  /** Puts a mark somewhere, now and then in the place of a character that is no mark. */
  static ChangeSet anywhere(Text text, String mark, Random random) {
    int at = random.nextInt(text.length() + 1);
    if (at < text.length() && Character.isLowSurrogate(text.charAt(at))) {
      at++;
    }
    boolean over =
        at < text.length() && !Character.isSurrogate(text.charAt(at)) && random.nextInt(4) == 0;
    return ChangeSet.of(text.length(), List.of(new Edit(at, over ? at + 1 : at, mark)));
  }
}
