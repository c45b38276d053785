package org.dianjiao.testkit;

import java.util.List;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.text.BareText;
import org.dianjiao.text.CodeUnits;

/**
 * What proposals of the well-known categories may do: {@code mark} changes marks only, {@code
 * variant} puts one character in the place of one, {@code name} leaves the text alone.
 */
final class CategoryChecks {

  private final Subject subject;

  CategoryChecks(Subject subject) {
    this.subject = subject;
  }

  List<Check> all() {
    return List.of(
        new Check("Category: proposals do what their category may", this::keepToTheirCategory));
  }

  private void keepToTheirCategory() {
    for (Sample sample : subject.samples()) {
      subject.answer(sample).forEach(proposal -> check(sample, proposal));
    }
  }

  /** Requires that a proposal does what its category may. */
  static void check(Sample sample, Proposal proposal) {
    for (Candidate candidate : proposal.candidates()) {
      switch (proposal.category()) {
        case "mark" -> checkMark(sample, proposal, candidate.action());
        case "variant" -> checkVariant(sample, proposal, candidate.action());
        case "name" -> checkName(sample, proposal, candidate.action());
        default -> {}
      }
    }
  }

  private static void checkMark(Sample sample, Proposal proposal, Action action) {
    if (action instanceof Replace replace) {
      String before = sample.text();
      String after =
          before.substring(0, proposal.range().start())
              + replace.text()
              + before.substring(proposal.range().end());
      Check.require(
          BareText.of(before).content().equals(BareText.of(after).content()),
          "%s: a mark at %d replaces \"%s\" by \"%s\", which changes more than marks"
              .formatted(
                  sample.name(),
                  proposal.range().start(),
                  proposal.range().of(before),
                  replace.text()));
    }
  }

  private static void checkVariant(Sample sample, Proposal proposal, Action action) {
    String surface = proposal.range().of(sample.text());
    String form = surface;
    if (action instanceof Replace replace) {
      form = replace.text();
    } else if (((Annotate) action).body() instanceof Body.Regularization body) {
      form = body.form();
    }
    Check.require(
        characters(surface) == 1 && characters(form) == 1,
        "%s: a variant at %d puts \"%s\" for \"%s\"; it puts one character for one"
            .formatted(sample.name(), proposal.range().start(), form, surface));
  }

  private static void checkName(Sample sample, Proposal proposal, Action action) {
    Check.require(
        action instanceof Annotate,
        "%s: a name at %d changes the text".formatted(sample.name(), proposal.range().start()));
  }

  private static long characters(String text) {
    return text.codePoints().filter(point -> !CodeUnits.isVariationSelector(point)).count();
  }
}
