package org.dianjiao.bench;

import java.util.Optional;

/**
 * A load on one document.
 *
 * @param writers who type
 * @param readers who only look
 * @param perSecond characters that each writer types in a second; 0: the next one as soon as the
 *     last one is acknowledged
 * @param beside a plugin that is run on the text all the time
 */
record Scenario(String name, int writers, int readers, int perSecond, Optional<String> beside) {

  static final int UNITS = 20_000;
  static final int WARM_UP_SECONDS = 8;
  static final int MEASURED_SECONDS = 15;

  static Scenario named(String name) {
    int plus = name.indexOf('+');
    Optional<String> beside = plus < 0 ? Optional.empty() : Optional.of(name.substring(plus + 1));
    return switch (plus < 0 ? name : name.substring(0, plus)) {
      case "S1C10" -> new Scenario(name, 10, 10, 5, beside);
      case "S1C50" -> new Scenario(name, 50, 50, 5, beside);
      case "S3" -> new Scenario(name, 10, 0, 0, beside);
      case "S3C100" -> new Scenario(name, 100, 0, 0, beside);
      default -> throw new IllegalArgumentException("no scenario " + name);
    };
  }
}
