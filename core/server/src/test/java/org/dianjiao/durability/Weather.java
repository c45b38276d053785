package org.dianjiao.durability;

import java.util.Random;

/**
 * How bad things are in one run: of how many chances one is taken, 0 for never. Some runs are calm
 * in most ways, so that rare ways of failing are not hidden behind common ones.
 */
record Weather(
    int lostEvents,
    int lostAnswers,
    int slowReads,
    int failingReads,
    int unknownCommits,
    int slowCommits,
    int lostConnections,
    int crashes,
    int takeovers,
    int powerCuts,
    int rightsChanges,
    long longestHop) {

  /** Nothing fails any more. */
  static Weather calm() {
    return new Weather(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Agenda.MILLI);
  }

  /** The weather of a seed. */
  static Weather of(Random random) {
    return new Weather(
        some(random, 12),
        some(random, 25),
        some(random, 8),
        some(random, 12),
        some(random, 8),
        some(random, 6),
        some(random, 6),
        some(random, 5),
        some(random, 5),
        some(random, 6),
        some(random, 5),
        Agenda.MILLI * (1 + random.nextInt(80)));
  }

  private static int some(Random random, int count) {
    return random.nextBoolean() ? 0 : count;
  }
}
