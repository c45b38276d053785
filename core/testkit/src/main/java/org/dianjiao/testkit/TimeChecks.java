package org.dianjiao.testkit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.plugin.PluginLimits;

/** It is quick enough, and stops when it is told to. */
final class TimeChecks {

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

  private void inBudget() {
    subject.running().proposals(Sample.longest());
  }

  private void stops() throws InterruptedException {
    String id = subject.manifest().id() + "-cancelled";
    try (PluginUnderTest plugin = subject.start(id, IMPATIENT)) {
      Sample sample = Sample.longest();
      for (int i = 0; i < 3; i++) {
        boolean late =
            plugin
                .ask(sample, sample.all(), List.of())
                .toCompletionStage()
                .toCompletableFuture()
                .handle((answer, failure) -> failure != null)
                .join();
        if (!late) {
          return;
        }
        Thread.sleep(STOP.plusMillis(300).toMillis());
        PluginDescribed described = plugin.described();
        Check.require(
            described.state().equals("started"),
            "it is %s: %s".formatted(described.state(), described.reason()));
      }
    } catch (CompletionException fault) {
      throw new AssertionError(fault.getCause().getMessage(), fault);
    }
  }
}
