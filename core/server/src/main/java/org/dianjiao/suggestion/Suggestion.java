package org.dianjiao.suggestion;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.dianjiao.annotation.Anchor;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;

/**
 * A proposal with an identity and a place in a document.
 *
 * @param id unique in its document
 * @param start first unit of its range, at the revision in which it is told
 * @param end unit after the last
 * @param orphaned whether its text is gone
 * @param maker who or what made it
 * @param category as the plugin declares it; {@code proposal} for a person's
 * @param surface the text of the range as its maker saw it
 * @param candidates best first
 * @param explanation one sentence for the reviewer
 * @param evidence links that support it
 * @param fingerprint what makes it "the same again": see {@link Fingerprint}
 */
public record Suggestion(
    String id,
    int start,
    int end,
    boolean orphaned,
    Maker maker,
    String category,
    String surface,
    List<Candidate> candidates,
    String explanation,
    List<URI> evidence,
    String fingerprint) {

  /** Requires everything; copies the lists. */
  public Suggestion {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(maker, "maker");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(surface, "surface");
    candidates = List.copyOf(candidates);
    Objects.requireNonNull(explanation, "explanation");
    evidence = List.copyOf(evidence);
    Objects.requireNonNull(fingerprint, "fingerprint");
  }

  /** A proposal that found its place. The proposal's range counts in the whole document. */
  public static Suggestion of(
      String id, Maker maker, Proposal proposal, String surface, String fingerprint) {
    return new Suggestion(
        id,
        proposal.range().start(),
        proposal.range().end(),
        false,
        maker,
        proposal.category(),
        surface,
        proposal.candidates(),
        proposal.explanation(),
        proposal.evidence(),
        fingerprint);
  }

  /** What a person proposed. */
  public static Suggestion proposed(
      String id,
      Anchor anchor,
      String account,
      String category,
      String surface,
      List<Candidate> candidates,
      String explanation) {
    return new Suggestion(
        id,
        anchor.start(),
        anchor.end(),
        anchor.orphaned(),
        new Maker.ByPerson(account),
        category,
        surface,
        candidates,
        explanation,
        List.of(),
        id);
  }

  /** The same proposal with other content, from a revision on. */
  public Suggestion revised(
      long revision,
      Anchor anchor,
      String newSurface,
      List<Candidate> newCandidates,
      String newExplanation) {
    return new Suggestion(
        id,
        anchor.start(),
        anchor.end(),
        anchor.orphaned(),
        maker,
        category,
        newSurface,
        newCandidates,
        newExplanation,
        evidence,
        id + "." + revision);
  }

  /**
   * What a decision names, so that nobody decides about what they did not see: the id; for a
   * proposal that was revised the id, a point and the revision that revised it.
   */
  public String reference() {
    return maker instanceof Maker.ByPerson ? fingerprint : id;
  }

  /** The id in a reference. */
  public static String idOf(String reference) {
    int point = reference.indexOf('.');
    return point < 0 ? reference : reference.substring(0, point);
  }

  /** Its place. */
  public Anchor anchor() {
    return new Anchor(start, end, orphaned);
  }

  /** The same suggestion at another place. */
  public Suggestion at(Anchor anchor) {
    if (anchor.start() == start && anchor.end() == end && anchor.orphaned() == orphaned) {
      return this;
    }
    return new Suggestion(
        id,
        anchor.start(),
        anchor.end(),
        anchor.orphaned(),
        maker,
        category,
        surface,
        candidates,
        explanation,
        evidence,
        fingerprint);
  }

  /** The proposal behind it, for the plugin that made it; the range counts in the document. */
  public Proposal proposal() {
    return new Proposal(category, new TextRange(start, end), candidates, explanation, evidence);
  }
}
