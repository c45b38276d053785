package org.dianjiao.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.bus.Refusal;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Text;

/** It hears what people decided, and learns once from what it is told twice. */
final class DecidedChecks {

  private static final Action OTHER = new Annotate(new Body.Note("another reading"));

  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

  private final Subject subject;

  DecidedChecks(Subject subject) {
    this.subject = subject;
  }

  List<Check> all() {
    return List.of(new Check("Decided: what is told twice counts once", this::countsOnce));
  }

  private void countsOnce() {
    try (PluginUnderTest plugin = subject.start(subject.manifest().id() + "-told")) {
      List<Decision> decisions = new ArrayList<>();
      for (Sample sample : subject.shortSamples()) {
        for (Proposal proposal : plugin.proposals(sample)) {
          if (decisions.size() < 2 * OUTCOMES.size()) {
            decisions.add(decision(sample, proposal, decisions.size()));
          }
        }
      }
      tell(plugin, decisions);
      List<List<Proposal>> once = ask(plugin);
      boolean steady = once.equals(ask(plugin));
      tell(plugin, decisions);
      List<List<Proposal>> twice = ask(plugin);
      for (int i = 0; steady && i < once.size(); i++) {
        FunctionChecks.requireSame(
            subject.shortSamples().get(i),
            "after it was told the same decisions again",
            once.get(i),
            twice.get(i));
      }
    }
  }

  /** As the host tells it: with the context that the plugin asks for. */
  private Decision decision(Sample sample, Proposal proposal, int number) {
    Text text = Text.of(sample.text());
    TextRange range = proposal.range();
    int before = subject.manifest().window().before();
    int after = subject.manifest().window().after();
    int start = CodeUnits.floor(text, Math.max(0, range.start() - before));
    int end = CodeUnits.ceiling(text, Math.min(text.length(), range.end() + after));
    Outcome outcome = OUTCOMES.get(number % OUTCOMES.size());
    return new Decision(
        "decision-" + number,
        proposal.at(range.shift(-start)),
        text.slice(start, end),
        outcome,
        outcome == Outcome.ACCEPTED ? 0 : -1,
        outcome == Outcome.CORRECTED ? Optional.of(OTHER) : Optional.empty(),
        PluginUnderTest.PROJECT);
  }

  private static void tell(PluginUnderTest plugin, List<Decision> decisions) {
    try {
      plugin.tell(decisions);
    } catch (Refusal refusal) {
      throw new AssertionError(
          "told of %d decisions: %s".formatted(decisions.size(), refusal.getMessage()), refusal);
    }
  }

  private List<List<Proposal>> ask(PluginUnderTest plugin) {
    return subject.shortSamples().stream().map(plugin::proposals).toList();
  }
}
