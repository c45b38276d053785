package org.dianjiao.plugin.punctuation.train;

import java.util.List;
import java.util.Locale;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/**
 * How well a model agrees with the marks of an edition. The last mark of each passage is left out,
 * since it is always the end of a sentence. For one thread.
 */
final class Score {

  private static final int MARKS = Mark.ALL.size();

  private final double pauseThreshold;
  private final long[] right = new long[MARKS];
  private final long[] proposed = new long[MARKS];
  private final long[] wanted = new long[MARKS];
  private final Reliability pauses = new Reliability();
  private final Reliability marks = new Reliability();
  private long rightPauses;
  private double loss;
  private long gaps;

  Score(double pauseThreshold) {
    this.pauseThreshold = pauseThreshold;
  }

  static Score of(PunctuationModel model, List<Passage> passages, double pauseThreshold) {
    Score score = new Score(pauseThreshold);
    for (Passage passage : passages) {
      score.add(passage, model);
    }
    return score;
  }

  /** Adds the answers of a model for one passage. */
  void add(Passage passage, PunctuationModel model) {
    PunctuationModel.Reading reading = model.read(Line.of(passage.codes()), 0, passage.size());
    for (int gap = 0; gap < passage.size() - 1; gap++) {
      int label = passage.labels()[gap];
      float[] probabilities = reading.probabilities(gap);
      int best = best(probabilities);
      int answer = 1 - probabilities[0] >= pauseThreshold ? best : 0;
      wanted[label]++;
      proposed[answer]++;
      if (label == answer) {
        right[label]++;
      }
      if (label != 0 && answer != 0) {
        rightPauses++;
      }
      loss -= StrictMath.log(Math.max(1e-9, probabilities[label]));
      pauses.add(1 - probabilities[0], label != 0);
      marks.add(probabilities[best], label == best);
      gaps++;
    }
  }

  private static int best(float[] probabilities) {
    int best = 1;
    for (int mark = 2; mark < MARKS; mark++) {
      if (probabilities[mark] > probabilities[best]) {
        best = mark;
      }
    }
    return best;
  }

  double pausePrecision() {
    return share(rightPauses, gaps - proposed[0]);
  }

  double pauseRecall() {
    return share(rightPauses, gaps - wanted[0]);
  }

  double pauseF1() {
    return harmonic(pausePrecision(), pauseRecall());
  }

  /** F1 of the exact mark, all marks counted together. */
  double microF1() {
    long exact = 0;
    for (int mark = 1; mark < MARKS; mark++) {
      exact += right[mark];
    }
    return harmonic(share(exact, gaps - proposed[0]), share(exact, gaps - wanted[0]));
  }

  /** Mean F1 of the seven marks. */
  double macroF1() {
    double sum = 0;
    for (int mark = 1; mark < MARKS; mark++) {
      sum += f1(mark);
    }
    return sum / (MARKS - 1);
  }

  double f1(int mark) {
    return harmonic(share(right[mark], proposed[mark]), share(right[mark], wanted[mark]));
  }

  /** Mean loss per gap, in nats. */
  double loss() {
    return loss / Math.max(1, gaps);
  }

  /** The figures on one line. */
  String line() {
    return String.format(
        Locale.ROOT,
        "pause P %.4f R %.4f F1 %.4f, exact mark micro F1 %.4f macro F1 %.4f, loss %.4f, calibration"
            + " error %.4f",
        pausePrecision(),
        pauseRecall(),
        pauseF1(),
        microF1(),
        macroF1(),
        loss(),
        pauses.error());
  }

  /** A table of the marks, one a line. */
  String marks() {
    StringBuilder lines = new StringBuilder();
    for (int mark = 1; mark < MARKS; mark++) {
      lines.append(
          String.format(
              Locale.ROOT,
              "  %s P %.4f R %.4f F1 %.4f of %d%n",
              Mark.ALL.get(mark).text(),
              share(right[mark], proposed[mark]),
              share(right[mark], wanted[mark]),
              f1(mark),
              wanted[mark]));
    }
    return lines.toString();
  }

  /** How far the confidence of pauses and of marks is to be trusted. */
  String trust() {
    long all = gaps - wanted[0];
    return String.format(
        Locale.ROOT,
        "  pauses: %s%n  pauses, sure and right:%s%n  marks: %s%n  marks, sure and right:%s%n",
        pauses.verySure(all),
        pauses.diagram(),
        marks.verySure(all),
        marks.diagram());
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static double harmonic(double first, double second) {
    return first + second == 0 ? 0 : 2 * first * second / (first + second);
  }
}
