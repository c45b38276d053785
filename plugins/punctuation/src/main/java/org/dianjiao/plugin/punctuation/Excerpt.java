package org.dianjiao.plugin.punctuation;

import org.dianjiao.plugin.punctuation.model.Line;

/** Characters of a text for the eyes of a reviewer. */
final class Excerpt {

  private static final int UNPRINTABLE = '□';

  private Excerpt() {}

  /** Some characters of a line without what stands between them; □ for what cannot be shown. */
  static String of(String text, Line line, int from, int to) {
    StringBuilder characters = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.substring(line.starts()[i], line.ends()[i])
          .codePoints()
          .map(Excerpt::printable)
          .forEach(characters::appendCodePoint);
    }
    return characters.toString();
  }

  private static int printable(int code) {
    int type = Character.getType(code);
    boolean shown = type != Character.SURROGATE && type != Character.CONTROL;
    return shown ? code : UNPRINTABLE;
  }
}
