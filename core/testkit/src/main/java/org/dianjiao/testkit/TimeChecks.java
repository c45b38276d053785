package org.dianjiao.testkit;

import java.time.Duration;
import java.util.List;
import org.dianjiao.plugin.PluginLimits;

/** It is quick enough, and stops when it is told to. */
final class TimeChecks {

  private static final int TRIES = 3;
  private static final Duration STOP = Duration.ofSeconds(1);
  private static final PluginLimits IMPATIENT =
      new PluginLimits(
          Subject.LIMITS.start(),
          Duration.ofMillis(1),
          Subject.LIMITS.close(),
          STOP,
          Subject.LIMITS.queue(),
          Subject.LIMITS.failures(),
          Subject.LIMITS.firstPause(),
          Subject.LIMITS.longestPause(),
          Subject.LIMITS.proposals());

  private final Subject subject;

  TimeChecks(Subject subject) {
    this.subject = subject;
  }

  List<Check> all() {
    return List.of(
        new Check("Time: answers about 10,000 units within its budget", this::inBudget),
        new Check("Time: returns within a second of its cancellation", this::stops));
  }

  /** One of a few tries has to be in time: a busy machine is not the plugin's fault. */
  private void inBudget() {
    String id = subject.manifest().id() + "-in-time";
    try (PluginUnderTest plugin = subject.startInTime(id, Subject.LIMITS)) {
      for (int i = 1; i < TRIES; i++) {
        if (inTime(plugin)) {
          return;
        }
      }
      plugin.proposals(Sample.longest());
    }
  }

  private static boolean inTime(PluginUnderTest plugin) {
    Sample sample = Sample.longest();
    return plugin
        .ask(sample, sample.all(), List.of())
        .toCompletionStage()
        .toCompletableFuture()
        .handle((answer, failure) -> failure == null)
        .join();
  }

  /**
   * One of a few tries has to be in time, as above. The host closes a plugin when its threads are
   * back, or gives up on them.
   */
  private void stops() {
    for (int i = 0; i < TRIES; i++) {
      PluginUnderTest plugin =
          subject.startInTime(subject.manifest().id() + "-cancelled", IMPATIENT);
      boolean answered = inTime(plugin);
      long begin = System.nanoTime();
      plugin.close();
      if (answered || System.nanoTime() - begin < STOP.toNanos()) {
        return;
      }
    }
    throw new AssertionError(
        "it did not come back within %d ms of its cancellation".formatted(STOP.toMillis()));
  }
}
