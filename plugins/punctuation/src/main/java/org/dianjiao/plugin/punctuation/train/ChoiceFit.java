package org.dianjiao.plugin.punctuation.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.plugin.punctuation.model.Choice;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/**
 * Finds the weights under which the mark that is offered first agrees best with an edition: F1 of
 * all marks together, and a little of the mean over the marks, so that a rare one is not given up
 * for nothing. One weight after the other is moved by small steps while that helps.
 */
final class ChoiceFit {

  private static final double SHARE_OF_MEAN = 0.1;
  private static final double STEP = Math.pow(2, 0.25);
  private static final int MOST_STEPS = 12;
  private static final int ROUNDS = 3;

  private final List<float[]> probabilities = new ArrayList<>();
  private final List<Byte> labels = new ArrayList<>();
  private final long[] missed = new long[Mark.ALL.size()];

  private ChoiceFit() {}

  static Choice of(PunctuationModel model, List<Passage> passages, double pauseThreshold) {
    ChoiceFit fit = new ChoiceFit();
    for (Passage passage : passages) {
      PunctuationModel.Reading reading = model.read(Line.of(passage.codes()), 0, passage.size());
      for (int gap = 0; gap < passage.size() - 1; gap++) {
        fit.add(reading.probabilities(gap), passage.labels()[gap], pauseThreshold);
      }
    }
    return fit.climb();
  }

  private void add(float[] said, byte label, double pauseThreshold) {
    if (1 - said[0] >= pauseThreshold) {
      probabilities.add(said);
      labels.add(label);
    } else {
      missed[label]++;
    }
  }

  private Choice climb() {
    Choice choice = Choice.plain();
    double best = worth(choice);
    for (int round = 0; round < ROUNDS; round++) {
      for (Mark mark : Mark.PAUSES) {
        for (int step = -MOST_STEPS; step <= MOST_STEPS; step++) {
          float[] weights = choice.weights().clone();
          weights[mark.label()] = (float) Math.pow(STEP, step);
          double worth = worth(new Choice(weights));
          if (worth > best) {
            best = worth;
            choice = new Choice(weights);
          }
        }
      }
    }
    return choice;
  }

  private double worth(Choice choice) {
    Map<Mark, Hits> hits = new EnumMap<>(Mark.class);
    Mark.PAUSES.forEach(mark -> hits.put(mark, new Hits()));
    for (int i = 0; i < labels.size(); i++) {
      Mark offered = choice.best(probabilities.get(i));
      int label = labels.get(i);
      hits.get(offered).add(offered.label() == label, true);
      if (label != 0 && label != offered.label()) {
        hits.get(Mark.ALL.get(label)).add(true, false);
      }
    }
    Hits all = new Hits();
    double mean = 0;
    for (Mark mark : Mark.PAUSES) {
      for (long i = 0; i < missed[mark.label()]; i++) {
        hits.get(mark).add(true, false);
      }
      all.add(hits.get(mark));
      mean += hits.get(mark).f1() / Mark.PAUSES.size();
    }
    return all.f1() + SHARE_OF_MEAN * mean;
  }
}
