package org.dianjiao.exchange;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.json.Json;
import org.dianjiao.json.OrNull;

/**
 * Writes proposals as lines of JSON, one each. The form is a promise: fields may be added, none is
 * taken away or changes its meaning. Places are counted in code points of the file as it was given.
 */
public final class ProposalLines {

  private final GivenText file;

  /** Lines about a file. */
  public ProposalLines(GivenText file) {
    this.file = file;
  }

  /** One line, in the order in which the fields are written, and with their names. */
  @SuppressWarnings("MemberName")
  private record ProposalLine(
      String plugin,
      String category,
      int start,
      int end,
      String surface,
      String action,
      Optional<String> text,
      Optional<Body> body,
      Optional<String> type,
      Optional<OrNull> entity,
      Optional<String> norm,
      Optional<String> iso_start,
      Optional<String> iso_end,
      Optional<Long> jd_start,
      Optional<Long> jd_end,
      Optional<String> julian_start,
      Optional<String> julian_end,
      Optional<Boolean> reference,
      Optional<String> error,
      double confidence,
      String label,
      String explanation,
      List<CandidateLine> candidates,
      List<URI> evidence) {}

  private record CandidateLine(
      String action, Optional<String> text, Optional<Body> body, double confidence, String label) {

    static CandidateLine of(Candidate candidate) {
      Action action = candidate.action();
      Optional<String> text = Optional.empty();
      Optional<Body> body = Optional.empty();
      if (action instanceof Replace replace) {
        text = Optional.of(replace.text());
      } else {
        body = Optional.of(((Annotate) action).body());
      }
      return new CandidateLine(
          text.isPresent() ? "replace" : "annotate",
          text,
          body,
          candidate.confidence(),
          candidate.label());
    }
  }

  /** A proposal whose range counts in the file's text, as JSON without a line end. */
  public String line(String plugin, Proposal proposal) {
    CandidateLine best = CandidateLine.of(proposal.best());
    String surface = file.surface(proposal.range());
    Meaning meaning = Meaning.of(proposal.best().action(), surface);
    return Json.text(
        new ProposalLine(
            plugin,
            proposal.category(),
            file.codePoints(proposal.range().start()),
            file.codePoints(proposal.range().end()),
            surface,
            best.action(),
            best.text(),
            best.body(),
            meaning.type(),
            meaning.entity(),
            meaning.norm(),
            meaning.start(),
            meaning.end(),
            meaning.firstDay(),
            meaning.lastDay(),
            meaning.julianStart(),
            meaning.julianEnd(),
            meaning.reference(),
            meaning.error(),
            best.confidence(),
            best.label(),
            proposal.explanation(),
            proposal.candidates().stream().map(CandidateLine::of).toList(),
            proposal.evidence()));
  }
}
