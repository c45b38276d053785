package org.dianjiao.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.PluginMessage.CommandRan;
import org.dianjiao.bus.Refusal;
import org.dianjiao.plugin.CommandDeclaration;

/**
 * Every command does what it promises, with the parameters that it has when nobody changes them.
 * That proposals lie in the text and a report is plain text, the host sees to by itself.
 */
final class CommandChecks {

  private static final Duration STOP = Duration.ofSeconds(1);

  /** After so many milliseconds a command has begun. */
  private static final int BEGINS = 100;

  private final Subject subject;

  CommandChecks(Subject subject) {
    this.subject = subject;
  }

  List<Check> all() {
    return subject.manifest().commands().isEmpty()
        ? List.of()
        : List.of(
            new Check("Command: answers about all kinds of texts", this::answers),
            new Check("Command: the same command twice, the same answer", this::isRepeatable),
            new Check("Command: returns within a second of its cancellation", this::stops));
  }

  private void answers() {
    for (CommandDeclaration command : subject.manifest().commands()) {
      for (Sample sample : subject.samples()) {
        keepsToCategories(sample, run(command, sample, sample.all()));
        keepsToCategories(sample, run(command, sample, sample.middle()));
      }
    }
  }

  private static void keepsToCategories(Sample sample, CommandRan ran) {
    ran.proposals().forEach(proposal -> CategoryChecks.check(sample, proposal));
  }

  private void isRepeatable() {
    if (!subject.manifest().deterministic()) {
      return;
    }
    for (CommandDeclaration command : subject.manifest().commands()) {
      for (Sample sample : subject.shortSamples()) {
        CommandRan first = run(command, sample, sample.all());
        CommandRan second = run(command, sample, sample.all());
        Check.require(
            first.equals(second),
            "%s on %s: the second time it answers otherwise"
                .formatted(command.name(), sample.name()));
      }
    }
  }

  private CommandRan run(CommandDeclaration command, Sample sample, TextRange selection) {
    try {
      return subject.running().run(command.name(), sample, selection);
    } catch (Refusal refusal) {
      throw new AssertionError(
          "%s on %s: %s".formatted(command.name(), sample.name(), refusal.getMessage()), refusal);
    }
  }

  /** The host closes a plugin when its threads are back, or gives up on them. */
  private void stops() throws InterruptedException {
    List<String> late = new ArrayList<>();
    for (CommandDeclaration command : subject.manifest().commands()) {
      PluginUnderTest plugin = subject.start(subject.manifest().id() + "-stopped");
      Sample sample = Sample.longest();
      plugin.begin(command.name(), sample, sample.all());
      Thread.sleep(BEGINS);
      long begin = System.nanoTime();
      plugin.stop(command.name());
      plugin.close();
      if (System.nanoTime() - begin >= STOP.toNanos()) {
        late.add(command.name());
      }
    }
    Check.require(
        late.isEmpty(),
        "%s did not come back within %d ms of its cancellation".formatted(late, STOP.toMillis()));
  }
}
