package org.dianjiao.durability;

import java.util.List;
import java.util.Random;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Edit;
import org.dianjiao.text.Text;

/** Edits as the test wants them: a mark that no other edit has, anywhere. */
final class Typing {

  /** Those of private use, then those in which nothing is assigned. */
  private static final int[] PLANES = {15, 16, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};

  private static final int MARKS_IN_PLANE = 0xFFFE;

  private Typing() {}

  /** The mark with a number: one character outside the basic plane that no text has, two units. */
  static String mark(int number) {
    int most = PLANES.length * MARKS_IN_PLANE;
    if (number < 0 || number >= most) {
      throw new IllegalArgumentException("mark %d; there are %d".formatted(number, most));
    }
    return Character.toString(PLANES[number / MARKS_IN_PLANE] * 0x10000 + number % MARKS_IN_PLANE);
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
