package org.dianjiao.plugin;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A file that a plugin's knowledge comes from.
 *
 * @param file path inside the plugin's folder, with slashes
 * @param sha256 of its content, 64 hexadecimal digits
 * @param origin where it was taken from
 * @param license under which it may be used
 */
public record DataSource(String file, String sha256, String origin, String license) {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern STEP = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._ -]*");

  /** Checks that the path stays inside the folder and that nothing is left out. */
  public DataSource {
    Objects.requireNonNull(file, "file");
    for (String step : file.split("/", -1)) {
      if (!STEP.matcher(step).matches()) {
        throw new IllegalArgumentException(
            "source \"" + file + "\" is no path of plain names inside the plugin's folder");
      }
    }
    if (!DIGEST.matcher(Objects.requireNonNull(sha256, "sha256")).matches()) {
      throw new IllegalArgumentException(
          "sha256 of " + file + " is not 64 hexadecimal digits in lower case");
    }
    requireWords(file, "origin", origin);
    requireWords(file, "license", license);
  }

  private static void requireWords(String file, String field, String value) {
    if (Objects.requireNonNull(value, field).isBlank()) {
      throw new IllegalArgumentException("the " + field + " of " + file + " is blank");
    }
  }
}
