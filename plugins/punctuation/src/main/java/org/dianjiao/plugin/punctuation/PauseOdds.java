package org.dianjiao.plugin.punctuation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.dianjiao.api.TextRange;
import org.dianjiao.plugin.punctuation.density.Density;
import org.dianjiao.plugin.punctuation.density.StandingMarks;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;
import org.dianjiao.plugin.punctuation.structure.BareLine;

/** Moves the odds of a pause to the density that was asked for. */
final class PauseOdds {

  private static final int ROOM = 50;

  private final Density density;
  private final StandingMarks standing;

  private PauseOdds(Density density, StandingMarks standing) {
    this.density = density;
    this.standing = standing;
  }

  /**
   * The odds for a question.
   *
   * @throws CancellationException when nobody waits any more
   */
  static PauseOdds of(Question question, PunctuationModel model, Density density) {
    StandingMarks standing = new StandingMarks();
    if (density == Density.AUTO) {
      TextRange focus = question.request().focus();
      for (BareLine line : question.lines()) {
        int first = line.firstGapFrom(focus.start() - StandingMarks.SIGHT - ROOM);
        int end = line.firstGapFrom(focus.end() + StandingMarks.SIGHT + ROOM);
        if (line.marked() && first < end) {
          Line bare = withoutMarks(line.line());
          LineReading reading = new LineReading(model, bare, question.request().cancellation());
          standing.add(line.line(), first, end, reading::pause);
        }
      }
    }
    return new PauseOdds(density, standing);
  }

  private static Line withoutMarks(Line line) {
    return new Line(line.codes(), new byte[line.size()], line.starts(), line.ends());
  }

  /** What the odds of a pause at a place are multiplied by. */
  double factor(int place) {
    return density == Density.AUTO ? standing.factor(place) : density.factor();
  }

  /** The probabilities of the marks, with the odds of any mark multiplied. */
  static float[] shifted(float[] probabilities, double factor) {
    float[] shifted = probabilities.clone();
    double sum = probabilities[0] + factor * (1 - probabilities[0]);
    for (int mark = 0; mark < shifted.length; mark++) {
      shifted[mark] = (float) (probabilities[mark] * (mark == 0 ? 1 : factor) / sum);
    }
    return shifted;
  }

  /** All that is more or less than usual about a place, in words. */
  static List<String> words(double factor) {
    List<String> words = new ArrayList<>();
    if (factor < 0.8 || factor > 1.25) {
      words.add(factor < 1 ? "marks are sparse here" : "marks are dense here");
    }
    return words;
  }
}
