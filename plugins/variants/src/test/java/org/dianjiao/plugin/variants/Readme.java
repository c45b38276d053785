package org.dianjiao.plugin.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Tables of the README that tests measure. */
final class Readme {

  private static final Path FILE = Path.of("README.md");

  private Readme() {}

  /** Requires that a table stands there as it was measured, or writes it, when told to. */
  static void hold(String name, String table) throws Exception {
    String begin = "<!-- " + name + " -->\n";
    String end = "<!-- end of " + name + " -->";
    String text = Files.readString(FILE);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(end);
    if (Boolean.getBoolean("dianjiao.write")) {
      Files.writeString(FILE, text.substring(0, from) + table + text.substring(to));
    } else {
      assertThat(text.substring(from, to))
          .as("README.md; -Ddianjiao.write=true writes it")
          .isEqualTo(table);
    }
  }
}
