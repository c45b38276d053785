package org.dianjiao.comparison;

import java.util.List;
import java.util.Optional;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Text;

/**
 * A place at which two sides differ, as it is shown.
 *
 * @param start first unit of the place in the document
 * @param end unit after the last
 * @param category of both
 * @param left a few characters in front of it
 * @param surface the text at the place, its beginning when it is long
 * @param right a few characters behind it
 * @param before labels of the first candidates of the first side, best first; empty when it has
 *     none
 * @param after the same of the second side
 */
public record Difference(
    int start,
    int end,
    String category,
    String left,
    String surface,
    String right,
    List<String> before,
    List<String> after) {

  private static final int CONTEXT = 12;
  private static final int LONGEST_SURFACE = 60;
  private static final int CANDIDATES = 3;

  /** Copies the lists. */
  public Difference {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** A difference in a text. */
  static Difference in(Text text, SideBySide.Pair pair) {
    TextRange range = pair.range();
    Proposal one = pair.before().or(pair::after).orElseThrow();
    return new Difference(
        range.start(),
        range.end(),
        one.category(),
        text.slice(CodeUnits.floor(text, Math.max(0, range.start() - CONTEXT)), range.start()),
        text.slice(
            range.start(),
            CodeUnits.floor(text, Math.min(range.end(), range.start() + LONGEST_SURFACE))),
        text.slice(
            range.end(), CodeUnits.ceiling(text, Math.min(text.length(), range.end() + CONTEXT))),
        labels(pair.before()),
        labels(pair.after()));
  }

  private static List<String> labels(Optional<Proposal> proposal) {
    return proposal.stream()
        .flatMap(one -> one.candidates().stream())
        .limit(CANDIDATES)
        .map(Candidate::label)
        .toList();
  }
}
