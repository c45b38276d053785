package org.dianjiao.plugin.punctuation.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dianjiao.plugin.punctuation.model.Choice;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;
import org.dianjiao.plugin.punctuation.model.Reason;

/** A model under what was learned in one project; halves of pairs are left as they are. */
record CorrectedModel(PunctuationModel model, Correction correction) implements PunctuationModel {

  @Override
  public Reading read(Line line, int first, int end) {
    return new CorrectedReading(model.read(line, first, end), line, correction);
  }

  @Override
  public Choice choice() {
    return model.choice();
  }

  private record CorrectedReading(Reading reading, Line line, Correction correction)
      implements Reading {

    private Gap gap(int gap) {
      return Gap.of(reading.probabilities(gap), line.codes(), gap);
    }

    @Override
    public float[] probabilities(int gap) {
      return correction.probabilities(gap(gap));
    }

    @Override
    public float[] paired(int gap) {
      return reading.paired(gap);
    }

    @Override
    public List<Reason> reasons(int gap, Mark mark, int most) {
      List<Reason> all = new ArrayList<>(reading.reasons(gap, mark, most));
      all.addAll(correction.reasons(gap(gap), mark));
      all.sort(Comparator.comparingDouble(Reason::share).reversed());
      return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }
  }
}
