package org.dianjiao.plugin.punctuation.train;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dianjiao.plugin.punctuation.model.Choice;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.Paired;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/**
 * How well a model agrees with the marks of an edition. The last mark of each passage is left out,
 * since it is always the end of a sentence. For one thread.
 */
final class Score {

  private static final double PAIRED_THRESHOLD = 0.5;

  private final double pauseThreshold;
  private final Hits pauses = new Hits();
  private final Map<Mark, Hits> marks = new EnumMap<>(Mark.class);
  private final Map<Paired, Hits> pairs = new EnumMap<>(Paired.class);
  private final Reliability surePauses = new Reliability();
  private final Reliability sureMarks = new Reliability();
  private double loss;
  private long gaps;
  private long characters;

  Score(double pauseThreshold) {
    this.pauseThreshold = pauseThreshold;
    Mark.PAUSES.forEach(mark -> marks.put(mark, new Hits()));
    Stream.of(Paired.values()).forEach(half -> pairs.put(half, new Hits()));
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
    add(passage, model.read(Line.of(passage.codes()), 0, passage.size()), model.choice());
  }

  /** Adds the answers for one passage that was read. */
  void add(Passage passage, PunctuationModel.Reading reading, Choice choice) {
    characters += passage.size();
    for (int gap = 0; gap < passage.size() - 1; gap++) {
      int label = passage.labels()[gap];
      float[] probabilities = reading.probabilities(gap);
      Mark best = choice.best(probabilities);
      boolean proposed = 1 - probabilities[0] >= pauseThreshold;
      pauses.add(label != 0, proposed);
      marks.forEach((mark, hits) -> hits.add(mark.label() == label, proposed && mark == best));
      loss -= StrictMath.log(Math.max(1e-9, probabilities[label]));
      surePauses.add(1 - probabilities[0], label != 0);
      sureMarks.add(probabilities[best.label()], label == best.label());
      gaps++;
      add(passage.pairs(), gap, reading.paired(gap));
    }
  }

  private void add(Pairs known, int gap, float[] probabilities) {
    pairs.forEach(
        (half, hits) -> {
          if (known.isKnown(half)) {
            hits.add(known.stands(half, gap), probabilities[half.label()] >= PAIRED_THRESHOLD);
          }
        });
  }

  long characters() {
    return characters;
  }

  Hits pauses() {
    return pauses;
  }

  Hits mark(Mark mark) {
    return marks.get(mark);
  }

  Hits half(Paired half) {
    return pairs.get(half);
  }

  Reliability surePauses() {
    return surePauses;
  }

  Reliability sureMarks() {
    return sureMarks;
  }

  /** All exact marks counted together. */
  Hits exact() {
    Hits all = new Hits();
    marks.values().forEach(all::add);
    return all;
  }

  /** Mean F1 of the seven marks. */
  double macroF1() {
    return marks.values().stream().mapToDouble(Hits::f1).average().orElse(0);
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
        pauses.precision(),
        pauses.recall(),
        pauses.f1(),
        exact().f1(),
        macroF1(),
        loss(),
        surePauses.error());
  }
}
