package org.dianjiao.plugin.variants;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of entities that are nothing but the code of a character. */
final class Entities {

  private static final Pattern HEXADECIMAL =
      Pattern.compile("(?:#x|U[+-](?:0{0,3}))([0-9A-Fa-f]{4,6})");
  private static final Pattern DECIMAL = Pattern.compile("#([0-9]{4,7})");

  private Entities() {}

  /** The code point of {@code #x20CBD}, {@code U+20CBD} or {@code #134333}; empty for a name. */
  static Optional<Integer> code(String name) {
    Matcher hexadecimal = HEXADECIMAL.matcher(name);
    Matcher decimal = DECIMAL.matcher(name);
    if (hexadecimal.matches()) {
      return Optional.of(Integer.parseInt(hexadecimal.group(1), 16));
    }
    return decimal.matches() ? Optional.of(Integer.parseInt(decimal.group(1))) : Optional.empty();
  }
}
