package org.dianjiao.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dianjiao.api.Proposal;
import org.dianjiao.bus.PluginMessage.TextAnalyzed;

/** An answer is a function of the question. Skipped for a plugin that says it is not. */
final class FunctionChecks {

  private static final int AT_ONCE = 4;

  private final Subject subject;

  FunctionChecks(Subject subject) {
    this.subject = subject;
  }

  List<Check> all() {
    if (!subject.manifest().deterministic()) {
      return List.of();
    }
    return List.of(
        new Check("Function: the same question twice, the same answer", this::twice),
        new Check("Function: four questions at once, the answers of one by one", this::atOnce),
        new Check("Function: remembers nothing of other texts", this::remembersNothing));
  }

  private void twice() {
    for (Sample sample : subject.samples()) {
      List<Proposal> first = subject.answer(sample);
      requireSame(sample, "the second time", first, subject.running().proposals(sample));
    }
  }

  private void atOnce() {
    for (Sample sample : subject.samples()) {
      List<Proposal> alone = subject.answer(sample);
      for (TextAnalyzed answer :
          subject.running().analyzeAtOnce(Collections.nCopies(AT_ONCE, sample))) {
        requireSame(sample, "when asked four times at once", alone, answer.proposals());
      }
    }
  }

  private void remembersNothing() {
    List<Sample> forwards = subject.samples();
    List<List<Proposal>> answers = new ArrayList<>(forwards.stream().map(subject::answer).toList());
    for (int i = forwards.size() - 1; i >= 0; i--) {
      Sample sample = forwards.get(i);
      List<Proposal> again = subject.running().proposals(sample);
      requireSame(sample, "after other texts", answers.get(i), again);
    }
  }

  /** Fails with the first difference. */
  static void requireSame(
      Sample sample, String when, List<Proposal> expected, List<Proposal> found) {
    if (expected.equals(found)) {
      return;
    }
    Check.require(
        expected.size() == found.size(),
        "%s: %d proposals, but %d %s"
            .formatted(sample.name(), expected.size(), found.size(), when));
    for (int i = 0; i < expected.size(); i++) {
      Check.require(
          expected.get(i).equals(found.get(i)),
          "%s: %s, but %s: %s".formatted(sample.name(), expected.get(i), when, found.get(i)));
    }
  }
}
