package org.dianjiao.plugin.punctuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.structure.BareLine;
import org.dianjiao.plugin.punctuation.structure.Numbering;
import org.dianjiao.plugin.punctuation.structure.Sign;

/** Writes the corrections of one gap as proposals, those that lie in the focus. */
final class Corrections {

  static final String CATEGORY = "proofread";

  private static final int MOST_CANDIDATES = 4;
  private static final double LEAST_ALTERNATIVE = 0.01;

  private final String text;
  private final BareLine line;
  private final int gap;
  private final TextRange focus;
  private final List<Proposal> proposals;

  Corrections(String text, BareLine line, int gap, TextRange focus, List<Proposal> proposals) {
    this.text = text;
    this.line = line;
    this.gap = gap;
    this.focus = focus;
    this.proposals = proposals;
  }

  /** The pause marks that stand in the gap; one of ASCII only right behind the character. */
  List<Sign> marks() {
    int place = line.line().ends()[gap];
    return line.signs(text, gap).stream()
        .filter(sign -> sign.mark().isPresent() && (sign.code() >= 0x80 || sign.start() == place))
        .toList();
  }

  boolean isBetweenCharacters() {
    int[] codes = line.line().codes();
    return Character.isIdeographic(codes[gap])
        && (gap + 1 == line.size() || Character.isIdeographic(codes[gap + 1]));
  }

  /**
   * Whether a mark is a colon that announces what follows by itself: the next paragraph, or the
   * text of an article.
   */
  boolean announces(Sign sign) {
    return sign.mark().filter(Mark.COLON::equals).isPresent()
        && (gap + 1 == line.size() || Numbering.endsAt(line, gap));
  }

  /** What a model says that does not know of the mark. */
  String unseen(float[] probabilities, Mark mark) {
    return String.format(
        Locale.ROOT,
        "asked without it, no mark is likely there (%.2f), %s hardly (%.2f)",
        probabilities[0],
        mark.text(),
        probabilities[mark.label()]);
  }

  void superfluous(Sign sign, double probability, String reason) {
    add(
        range(sign),
        List.of(deletion(sign, probability)),
        sign.text() + " " + place() + " is probably superfluous: " + reason);
  }

  void wrong(Sign sign, Mark best, float[] probabilities, Mark mark) {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(candidate(best, probabilities));
    for (Mark other : Mark.PAUSES) {
      if (other != best && other != mark) {
        candidates.add(candidate(other, probabilities));
      }
    }
    candidates.add(deletion(sign, probabilities[0]));
    add(
        range(sign),
        candidates,
        String.format(
            Locale.ROOT,
            "%s %s is probably wrong: asked without it, %s is likely there (%.2f), %s hardly (%.2f)",
            sign.text(),
            place(),
            best.text(),
            probabilities[best.label()],
            mark.text(),
            probabilities[mark.label()]));
  }

  void form(Sign sign, Mark mark, double probability) {
    add(
        range(sign),
        List.of(new Candidate(new Replace(mark.text()), probability, mark.text())),
        sign.text()
            + " "
            + place()
            + " is of another script; between these characters it is "
            + mark.text());
  }

  void missing(Mark best, float[] probabilities) {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(candidate(best, probabilities));
    for (Mark other : Mark.PAUSES) {
      if (other != best) {
        candidates.add(candidate(other, probabilities));
      }
    }
    add(
        TextRange.at(line.line().ends()[gap]),
        candidates,
        String.format(
            Locale.ROOT,
            "A mark %s is probably missing (%.2f), %s first of all (%.2f)",
            place(),
            1 - probabilities[0],
            best.text(),
            probabilities[best.label()]));
  }

  static Candidate deletion(Sign sign, double probability) {
    return new Candidate(new Replace(""), Math.min(1, probability), "delete " + sign.text());
  }

  private static TextRange range(Sign sign) {
    return new TextRange(sign.start(), sign.end());
  }

  private static Candidate candidate(Mark mark, float[] probabilities) {
    return new Candidate(new Replace(mark.text()), probabilities[mark.label()], mark.text());
  }

  private String place() {
    return new Explanation(text, line.line(), gap).place();
  }

  private void add(TextRange range, List<Candidate> candidates, String words) {
    if (!focus.contains(range)) {
      return;
    }
    proposals.add(
        new Proposal(
            CATEGORY,
            range,
            Ranked.falling(
                Ranked.from(candidates.get(0), candidates, LEAST_ALTERNATIVE, MOST_CANDIDATES)),
            words,
            List.of()));
  }
}
