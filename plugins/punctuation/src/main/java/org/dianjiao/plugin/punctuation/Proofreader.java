package org.dianjiao.plugin.punctuation;

import java.util.Comparator;
import java.util.List;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.plugin.punctuation.density.Density;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;
import org.dianjiao.plugin.punctuation.structure.BareLine;
import org.dianjiao.plugin.punctuation.structure.Names;
import org.dianjiao.plugin.punctuation.structure.Sign;

/**
 * Proposes corrections in a text that has marks: one that is probably wrong, superfluous or
 * missing. What a model says of a mark is said without knowing it.
 */
final class Proofreader implements Proposer {

  private final PunctuationModel model;
  private final Density density;
  private final Doubts doubts;

  Proofreader(PunctuationModel model, Density density, Doubts doubts) {
    this.model = model;
    this.density = density;
    this.doubts = doubts;
  }

  @Override
  public void propose(Question question, List<Proposal> proposals) {
    TextRange focus = question.request().focus();
    Names names = question.names();
    PauseOdds odds = PauseOdds.of(question, model, density);
    for (BareLine line : question.prose()) {
      if (!line.marked()) {
        continue;
      }
      int first = Question.firstGap(line, focus);
      int end = line.firstGapFrom(focus.end() + 1);
      LineReading seen = new LineReading(model, line.line(), question.request().cancellation());
      HiddenMarks hidden = new HiddenMarks(model, line.line(), question.request().cancellation());
      seen.read(first, end);
      hidden.read(first, end);
      for (int gap = first; gap < end; gap++) {
        Corrections corrections = new Corrections(question.text(), line, gap, focus, proposals);
        double factor = odds.factor(line.line().ends()[gap]);
        if (line.line().known()[gap] != 0) {
          standing(corrections, PauseOdds.shifted(hidden.probabilities(gap), factor));
        } else if (line.open().get(gap) && !names.isInside(line.line().ends()[gap])) {
          missing(corrections, PauseOdds.shifted(seen.at(gap).probabilities(gap), factor));
        }
      }
      UnbalancedQuotes.propose(question, line, first, end, proposals);
    }
  }

  /** A gap in which a mark stands. */
  private void standing(Corrections corrections, float[] probabilities) {
    List<Sign> marks = corrections.marks();
    if (marks.isEmpty() || corrections.announces(marks.get(0))) {
      return;
    } else if (marks.size() > 1) {
      Sign least =
          marks.stream()
              .skip(1)
              .min(Comparator.comparingDouble(one -> probabilities[label(one)]))
              .orElseThrow();
      corrections.superfluous(least, doubts.doubled(), "another mark stands beside it");
      return;
    }
    Sign sign = marks.get(0);
    Mark mark = sign.mark().orElseThrow();
    Mark best = model.choice().best(probabilities);
    double exchanged =
        probabilities[best.label()] / (probabilities[best.label()] + probabilities[mark.label()]);
    if (probabilities[0] >= doubts.superfluous()) {
      corrections.superfluous(sign, probabilities[0], corrections.unseen(probabilities, mark));
    } else if (best != mark
        && exchanged >= doubts.wrong()
        && probabilities[best.label()] >= doubts.better()) {
      corrections.wrong(sign, best, probabilities, mark);
    } else if (!sign.text().equals(mark.text()) && corrections.isBetweenCharacters()) {
      corrections.form(sign, mark, doubts.doubled());
    }
  }

  private static int label(Sign sign) {
    return sign.mark().orElse(Mark.NONE).label();
  }

  /** A gap in which nothing stands. */
  private void missing(Corrections corrections, float[] probabilities) {
    if (1 - probabilities[0] >= doubts.missing()) {
      corrections.missing(model.choice().best(probabilities), probabilities);
    }
  }
}
