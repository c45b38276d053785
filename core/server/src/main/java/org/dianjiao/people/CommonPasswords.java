package org.dianjiao.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The passwords that are tried first: the list that comes with Django 5.2 ({@code
 * django/contrib/auth/common-passwords.txt.gz}, unpacked). Most are too short to be chosen here,
 * and count as parts of longer ones. Their licence lies beside the list.
 */
final class CommonPasswords {

  /** Shorter ones are found in every text. */
  static final int SHORTEST = 4;

  private static final String LIST = "common-passwords.txt";
  private static final Set<String> ALL = read();

  /** How long the longest is. */
  static final int LONGEST = ALL.stream().mapToInt(String::length).max().orElse(0);

  private CommonPasswords() {}

  /** Whether a password in lower case is one of them. */
  static boolean contains(String password) {
    return ALL.contains(password);
  }

  private static Set<String> read() {
    try (InputStream file = CommonPasswords.class.getResourceAsStream(LIST)) {
      if (file == null) {
        throw new IllegalStateException("this build has no " + LIST);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      return lines
          .lines()
          .map(line -> line.toLowerCase(Locale.ROOT))
          .filter(line -> line.length() >= SHORTEST)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
