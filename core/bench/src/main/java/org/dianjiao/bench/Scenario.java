package org.dianjiao.bench;

/**
 * A load on one document.
 *
 * @param writers who type
 * @param readers who only look
 * @param perSecond characters that each writer types in a second; 0: the next one as soon as the
 *     last one is acknowledged
 */
record Scenario(String name, int writers, int readers, int perSecond) {

  static final int UNITS = 20_000;
  static final int WARM_UP_SECONDS = 8;
  static final int MEASURED_SECONDS = 15;

  static Scenario named(String name) {
    return switch (name) {
      case "S1C10" -> new Scenario(name, 10, 10, 5);
      case "S1C50" -> new Scenario(name, 50, 50, 5);
      case "S3" -> new Scenario(name, 10, 0, 0);
      case "S3C100" -> new Scenario(name, 100, 0, 0);
      default -> throw new IllegalArgumentException("no scenario " + name);
    };
  }
}
