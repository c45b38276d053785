package org.dianjiao.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Texts that would run a script, or dress the page up, if a page took them for markup: those of
 * {@code hostile/payloads.txt} as they are, behind what ends an attribute, and behind what ends
 * every element that keeps its content raw. Each calls {@code alarm} with its own number.
 */
final class Payloads {

  /** What each of them is put behind. */
  private static final List<String> WAYS_OUT =
      List.of("", "\"'>", "--></textarea></title></style></script></noscript></xmp></select>]]>");

  private static final int LONGEST_NAME = 64;

  private Payloads() {}

  /** All of them; the number of each is its place. */
  static List<String> all() {
    List<String> all = new ArrayList<>();
    for (String way : WAYS_OUT) {
      for (String line : lines()) {
        all.add(way + line.replace("RUN", "alarm(" + all.size() + ")"));
      }
    }
    return all;
  }

  /** A few of different kinds that can be somebody's name. */
  static List<String> names(int most) {
    return some(Payloads::isName, most);
  }

  /** A few of different kinds. */
  static List<String> some(int most) {
    return some(payload -> true, most);
  }

  private static List<String> some(Predicate<String> wanted, int most) {
    List<String> fit = all().stream().filter(wanted).toList();
    return Stream.iterate(0, i -> i + 1)
        .limit(Math.min(most, fit.size()))
        .map(i -> fit.get(i * fit.size() / Math.min(most, fit.size())))
        .toList();
  }

  private static boolean isName(String payload) {
    return payload.length() <= LONGEST_NAME && payload.strip().equals(payload);
  }

  private static List<String> lines() {
    try (InputStream file = Payloads.class.getResourceAsStream("/hostile/payloads.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
