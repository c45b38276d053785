package org.dianjiao.testkit;

import java.util.List;
import org.dianjiao.api.Proposal;
import org.dianjiao.testkit.GoldenText.Place;

/** It proposes what its author says that it proposes; precision and recall are printed. */
final class GoldenChecks {

  private final Subject subject;

  GoldenChecks(Subject subject) {
    this.subject = subject;
  }

  List<Check> all() {
    return subject.golden().stream()
        .map(text -> new Check("Golden: " + text.sample().name(), () -> holds(text)))
        .toList();
  }

  private void holds(GoldenText golden) {
    String text = golden.sample().text();
    List<Proposal> proposals = subject.running().proposals(golden.sample());
    long right = proposals.stream().filter(one -> isAmong(golden.must(), one)).count();
    List<Place> missed =
        golden.must().stream().filter(place -> proposals.stream().noneMatch(place::is)).toList();
    double precision = share(right, proposals.size());
    double recall = share(golden.must().size() - missed.size(), golden.must().size());
    System.out.printf(
        "%s: precision %.3f (%d of %d proposals are expected), recall %.3f (%d of %d are there)%n",
        golden.sample().name(),
        precision,
        right,
        proposals.size(),
        recall,
        golden.must().size() - missed.size(),
        golden.must().size());
    for (Place place : golden.mustNot()) {
      Check.require(
          proposals.stream().noneMatch(place::is),
          "%s must not be proposed".formatted(place.words(text)));
    }
    Check.require(
        recall >= golden.recall(),
        "recall %.3f is below %.3f; missing: %s"
            .formatted(recall, golden.recall(), missed.stream().map(p -> p.words(text)).toList()));
    Check.require(
        precision >= golden.precision(),
        "precision %.3f is below %.3f; not expected: %s"
            .formatted(precision, golden.precision(), unexpected(golden, proposals)));
  }

  private static List<String> unexpected(GoldenText golden, List<Proposal> proposals) {
    return proposals.stream()
        .filter(one -> !isAmong(golden.must(), one))
        .map(
            one ->
                "%s \"%s\" at %d as %s"
                    .formatted(
                        one.category(),
                        one.range().of(golden.sample().text()),
                        one.range().start(),
                        one.best().label()))
        .toList();
  }

  private static boolean isAmong(List<Place> places, Proposal proposal) {
    return places.stream().anyMatch(place -> place.is(proposal));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }
}
