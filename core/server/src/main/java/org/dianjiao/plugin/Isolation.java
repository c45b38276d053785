package org.dianjiao.plugin;

import java.util.List;
import java.util.Objects;

/**
 * How code that runs elsewhere is held.
 *
 * @param heapMib the most memory for the objects of one process
 * @param answerMib the most that one answer may have, from a process or over HTTP
 * @param allow hosts and addresses, each with its port, that remote plugins may be reached at
 */
public record Isolation(int heapMib, int answerMib, List<String> allow) {

  private static final int MOST_HEAP = 65_536;
  private static final int MOST_ANSWER = 256;

  /** What holds when nothing is set: no remote plugin is reached. */
  public static final Isolation DEFAULTS = new Isolation(256, 8, List.of());

  /** Requires bounds that a machine can have. */
  public Isolation {
    require("heap-mib", heapMib, 16, MOST_HEAP);
    require("answer-mib", answerMib, 1, MOST_ANSWER);
    allow = List.copyOf(Objects.requireNonNull(allow, "allow"));
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s is %d; it may be %d to %d".formatted(name, value, least, most));
    }
  }

  /** With more that may be reached. */
  Isolation allowing(List<String> more) {
    List<String> all = new java.util.ArrayList<>(allow);
    all.addAll(more);
    return new Isolation(heapMib, answerMib, all);
  }
}
