package org.dianjiao.storage;

import java.nio.charset.StandardCharsets;

/** Text that comes back from both engines exactly as it was stored. */
final class StorableText {

  private StorableText() {}

  /**
   * Refuses the null character, which PostgreSQL cannot store, and half characters, which UTF-8
   * cannot express.
   */
  static void require(String name, String value) {
    for (int i = 0; i < value.length(); i++) {
      char unit = value.charAt(i);
      if (unit == 0) {
        throw new IllegalArgumentException(name + " holds the null character at unit " + i);
      }
      if (Character.isSurrogate(unit)) {
        if (i + 1 == value.length() || !Character.isSurrogatePair(unit, value.charAt(i + 1))) {
          throw new IllegalArgumentException(name + " holds half a character at unit " + i);
        }
        i++;
      }
    }
  }

  /** The text with U+FFFD in place of what would be refused: for words about wrong data. */
  static String cleaned(String value) {
    byte[] utf8 = value.replace('\0', '\ufffd').getBytes(StandardCharsets.UTF_8);
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
