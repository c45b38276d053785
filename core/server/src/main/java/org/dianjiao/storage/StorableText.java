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
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          name + " holds the null character at unit " + value.indexOf('\0'));
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw new IllegalArgumentException(name + " holds half a character");
    }
  }
}
