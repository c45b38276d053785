package org.dianjiao.testkit;

import java.util.Objects;

/**
 * One thing that a plugin has to keep.
 *
 * @param name group and sentence: {@code Ranges: inside the focus}
 * @param body throws an {@link AssertionError} with the numbers when it is not kept
 */
record Check(String name, Body body) {

  /** What looks. Blocks as long as it needs; runs on a plain thread. */
  @FunctionalInterface
  interface Body {
    void run() throws Exception;
  }

  Check {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(body, "body");
  }

  /** Fails the check that runs unless something holds. */
  static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new AssertionError(sentence);
    }
  }
}
