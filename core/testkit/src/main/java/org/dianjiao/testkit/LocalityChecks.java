package org.dianjiao.testkit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.api.Action;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.plugin.PluginManifest;
import org.dianjiao.suggestion.AnalysisPlan;
import org.dianjiao.suggestion.AnalysisPlan.Window;
import org.dianjiao.text.Text;

/** The declared window is large enough: more context changes no answer. */
final class LocalityChecks {

  private static final int FOCUS = 300;
  private static final int TOLD = 3;

  private final Subject subject;

  LocalityChecks(Subject subject) {
    this.subject = subject;
  }

  List<Check> all() {
    return List.of(
        new Check("Locality: windows give what the whole text gives", this::windowsAreEnough));
  }

  /** A proposal without its confidence, which a little more context may move. */
  private record Said(TextRange range, String category, Action best) {

    static Said of(Proposal proposal) {
      return new Said(proposal.range(), proposal.category(), proposal.best().action());
    }
  }

  private void windowsAreEnough() {
    for (Sample sample : subject.samples()) {
      Text text = Text.of(sample.text());
      AnalysisPlan plan = AnalysisPlan.CLEAN.with(List.of(sample.all()));
      PluginManifest.Window context = subject.manifest().window();
      Optional<Window> next = plan.next(text, context.before(), context.after(), FOCUS);
      while (next.isPresent()) {
        compare(sample, next.get());
        plan = plan.without(next.get().focus());
        next = plan.next(text, context.before(), context.after(), FOCUS);
      }
    }
  }

  private void compare(Sample sample, Window window) {
    TextRange focus = window.focus();
    int start = window.text().start();
    Sample cut = new Sample(sample.name(), window.text().of(sample.text()));
    Set<Said> small = new LinkedHashSet<>();
    for (Proposal proposal :
        subject.running().analyze(cut, focus.shift(-start), List.of()).proposals()) {
      small.add(Said.of(proposal.at(proposal.range().shift(start))));
    }
    Set<Said> large = new LinkedHashSet<>();
    subject
        .running()
        .analyze(sample, focus, List.of())
        .proposals()
        .forEach(proposal -> large.add(Said.of(proposal)));
    List<Said> differences = new ArrayList<>(large);
    differences.removeAll(small);
    small.stream().filter(said -> !large.contains(said)).forEach(differences::add);
    Check.require(
        differences.isEmpty(),
        "%s, focus %d–%d: %d proposals differ between window and whole text, for example %s"
            .formatted(
                sample.name(),
                focus.start(),
                focus.end(),
                differences.size(),
                differences.subList(0, Math.min(TOLD, differences.size()))));
  }
}
