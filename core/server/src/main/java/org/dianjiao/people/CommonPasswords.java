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
 * The passwords that are tried first: of the 20,000 most common ones that come with Django 5.2,
 * those that are long enough to be chosen here, in lower case. Their licence lies beside the list.
 */
final class CommonPasswords {

  private static final String LIST = "common-passwords.txt";
  private static final Set<String> ALL = read();

  private CommonPasswords() {}

  /** Whether a password is one of them, however it is capitalised. */
  static boolean contains(String password) {
    return ALL.contains(password.toLowerCase(Locale.ROOT));
  }

  private static Set<String> read() {
    try (InputStream file = CommonPasswords.class.getResourceAsStream(LIST)) {
      if (file == null) {
        throw new IllegalStateException("this build has no " + LIST);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      return lines.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
