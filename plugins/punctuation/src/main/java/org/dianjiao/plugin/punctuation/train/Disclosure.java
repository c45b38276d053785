package org.dianjiao.plugin.punctuation.train;

import java.util.SplittableRandom;

/**
 * Chooses which marks of a passage are shown to the learner: mostly none; sometimes all before a
 * place, some here and there, or all. So the model learns to read a half punctuated text.
 */
final class Disclosure {

  private static final double UP_TO_A_PLACE = 0.12;
  private static final double HERE_AND_THERE = 0.12;
  private static final double ALL = 0.06;

  private Disclosure() {}

  /** For each gap whether its mark is known; never where there is none. */
  static boolean[] of(Passage passage, SplittableRandom random) {
    int size = passage.size();
    boolean[] known = new boolean[size];
    double kind = random.nextDouble();
    if (passage.pausesOnly() || kind >= UP_TO_A_PLACE + HERE_AND_THERE + ALL) {
      return known;
    }
    double rate = 1;
    int end = size;
    if (kind < UP_TO_A_PLACE) {
      end = random.nextInt(size);
    } else if (kind < UP_TO_A_PLACE + HERE_AND_THERE) {
      rate = random.nextDouble();
    }
    for (int gap = 0; gap < end; gap++) {
      known[gap] = passage.labels()[gap] != 0 && random.nextDouble() < rate;
    }
    return known;
  }
}
