package org.dianjiao.testkit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dianjiao.api.Action;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;

/**
 * Answers to all kinds of texts. That ranges lie in the window and cut no character, that
 * categories are declared and words are whole, the host refuses by itself; its refusal fails the
 * check.
 */
final class AnswerChecks {

  private static final int LABEL = 40;

  private final Subject subject;

  AnswerChecks(Subject subject) {
    this.subject = subject;
  }

  List<Check> all() {
    return List.of(
        new Check("Texts: answers about all kinds of texts", this::answers),
        new Check("Ranges: proposals lie in the focus", this::inFocus),
        new Check("Ranges: the whole focus is covered", this::covers),
        new Check("Sense: labels are short", this::shortLabels),
        new Check("Sense: every candidate is another, and would change something", this::changes));
  }

  private void answers() {
    subject.samples().forEach(subject::answer);
  }

  private void inFocus() {
    for (Sample sample : subject.samples()) {
      TextRange focus = sample.middle();
      for (Proposal proposal : subject.middle(sample).proposals()) {
        Check.require(
            focus.contains(proposal.range()),
            "%s: a proposal at %d–%d, but the focus is %d–%d"
                .formatted(
                    sample.name(),
                    proposal.range().start(),
                    proposal.range().end(),
                    focus.start(),
                    focus.end()));
      }
    }
  }

  private void covers() {
    for (Sample sample : subject.samples()) {
      TextRange focus = sample.middle();
      TextRange covered = subject.middle(sample).covered();
      Check.require(
          covered.contains(focus),
          "%s: only %d–%d of the focus %d–%d is covered, though nobody cancelled"
              .formatted(
                  sample.name(), covered.start(), covered.end(), focus.start(), focus.end()));
    }
  }

  private void shortLabels() {
    for (Sample sample : subject.samples()) {
      for (Proposal proposal : subject.answer(sample)) {
        for (Candidate candidate : proposal.candidates()) {
          int length = candidate.label().codePointCount(0, candidate.label().length());
          Check.require(
              length <= LABEL,
              "%s: the label \"%s\" has %d characters, more than %d"
                  .formatted(sample.name(), candidate.label(), length, LABEL));
        }
      }
    }
  }

  private void changes() {
    for (Sample sample : subject.samples()) {
      for (Proposal proposal : subject.answer(sample)) {
        String surface = proposal.range().of(sample.text());
        Set<Action> seen = new HashSet<>();
        for (Candidate candidate : proposal.candidates()) {
          Check.require(
              seen.add(candidate.action()),
              "%s: two candidates of a proposal say %s"
                  .formatted(sample.name(), candidate.action()));
          Check.require(
              !candidate.action().equals(new Replace(surface)),
              "%s: a candidate at %d replaces \"%s\" by itself"
                  .formatted(sample.name(), proposal.range().start(), surface));
        }
      }
    }
  }
}
