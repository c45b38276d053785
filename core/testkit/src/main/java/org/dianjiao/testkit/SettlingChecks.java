package org.dianjiao.testkit;

import java.util.List;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Marked;

/** What was accepted is not proposed again. */
final class SettlingChecks {

  /** Proposals that are tried of each text. */
  private static final int TRIES = 10;

  private final Subject subject;

  SettlingChecks(Subject subject) {
    this.subject = subject;
  }

  List<Check> all() {
    return List.of(
        new Check("Settling: what was accepted does not come back", this::doesNotComeBack));
  }

  private void doesNotComeBack() {
    for (Sample sample : subject.samples()) {
      List<Proposal> proposals = subject.answer(sample);
      int step = Math.max(1, proposals.size() / TRIES);
      for (int i = 0; i < proposals.size(); i += step) {
        accept(sample, proposals.get(i));
      }
    }
  }

  private void accept(Sample sample, Proposal proposal) {
    TextRange range = proposal.range();
    if (proposal.best().action() instanceof Replace replace) {
      StringBuilder text = new StringBuilder(sample.text());
      text.replace(range.start(), range.end(), replace.text());
      Sample accepted = new Sample(sample.name(), text.toString());
      TextRange place = new TextRange(range.start(), range.start() + replace.text().length());
      requireGone(proposal, place, subject.running().proposals(accepted), sample);
    } else {
      List<Marked> marked =
          List.of(new Marked(range, ((Annotate) proposal.best().action()).body()));
      List<Proposal> after = subject.running().analyze(sample, sample.all(), marked).proposals();
      requireGone(proposal, range, after, sample);
    }
  }

  private static void requireGone(
      Proposal accepted, TextRange place, List<Proposal> after, Sample sample) {
    Action action = accepted.best().action();
    for (Proposal proposal : after) {
      boolean same =
          place.contains(proposal.range())
              && proposal.category().equals(accepted.category())
              && proposal.best().action().equals(action);
      Check.require(
          !same,
          "%s: %s at %d was accepted and is proposed again at %d"
              .formatted(
                  sample.name(), action, accepted.range().start(), proposal.range().start()));
    }
  }
}
