package org.dianjiao.plugin.punctuation.model;

/**
 * What was learned: two tables of feature rows, a network over the sums of rows, and a temperature
 * that makes the probabilities honest. Immutable and free for any number of threads.
 *
 * @param scores rows of all features, a number for each mark
 * @param senses rows of the {@link GapFeatures#PLAIN} first features
 * @param network from the sums of rows to the scores of a gap; not changed any more
 * @param temperature scores are divided by it
 */
public record FeatureModel(
    RowTable scores, RowTable senses, ContextNetwork network, float temperature)
    implements PunctuationModel {

  /** Requires tables that fit the network and a positive temperature. */
  public FeatureModel {
    if (scores.width() != ContextNetwork.MARKS || senses.width() != network.senses()) {
      throw new IllegalArgumentException(
          String.format(
              "rows of %d scores and %d senses for a network of %d and %d",
              scores.width(), senses.width(), ContextNetwork.MARKS, network.senses()));
    }
    if (scores.bits() != senses.bits()) {
      throw new IllegalArgumentException(
          scores.bits() + " bits for scores, " + senses.bits() + " for senses");
    }
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature " + temperature + " is not above 0");
    }
  }

  @Override
  public FeatureReading read(Line line, int first, int end) {
    return new FeatureReading(this, line, first, end);
  }

  @Override
  public Choice choice() {
    return Choice.plain();
  }

  /** Adds the rows of one feature to a vector. */
  void add(int row, int feature, float[] vectors, int offset) {
    scores.add(row, vectors, offset);
    if (feature < GapFeatures.PLAIN) {
      senses.add(row, vectors, offset + ContextNetwork.MARKS);
    }
  }
}
