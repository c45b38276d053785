package org.dianjiao.plugin.names.lexicon;

import java.util.List;
import org.dianjiao.authority.Folding;

/**
 * Makes spellings of a name meet: either script, regular forms and variants, private-use codes, and
 * the rules of a project.
 *
 * <p>For looking up only, never for output. One UTF-16 unit stays one unit, so an offset in the
 * folded text is the same offset in the text.
 */
public final class Fold {

  private final char[] to;

  /**
   * One of all projects.
   *
   * @param rows pairs of a private-use code and what it was used for
   */
  public Fold(List<List<String>> rows) {
    to = Everybody.TABLE.clone();
    for (List<String> row : rows) {
      if (row.get(0).length() != 1 || row.get(1).length() != 1) {
        throw new IllegalArgumentException(row + " does not map one unit to one");
      }
      to[row.get(0).charAt(0)] = to[row.get(1).charAt(0)];
    }
  }

  /** A text in the form under which it is looked up. */
  public String of(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = to[folded[i]];
    }
    return new String(folded);
  }

  /** Whether it is a character that is more often an ordinary word than a name. */
  boolean isOrdinary(char character) {
    return character >= 0x4E00 && character <= 0x9FFF;
  }

  /** What holds everywhere, computed once. */
  private static final class Everybody {

    private static final char[] TABLE = table();

    private static char[] table() {
      char[] table = new char[Character.MAX_VALUE + 1];
      for (int code = 0; code < table.length; code++) {
        String folded = Character.isIdeographic(code) ? Folding.of(Character.toString(code)) : "";
        table[code] = folded.length() == 1 ? folded.charAt(0) : (char) code;
      }
      return table;
    }
  }
}
