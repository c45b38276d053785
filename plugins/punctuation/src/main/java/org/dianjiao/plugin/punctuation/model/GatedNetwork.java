package org.dianjiao.plugin.punctuation.model;

/**
 * Reads a passage with gated convolutions (van den Oord and others 2016; Dauphin and others 2017):
 * each place starts as the row of its character and of the pair that it makes with the next one;
 * each layer adds to it what two places further and further away say. So a place is heard from some
 * thirty characters to each side, and never from further. Immutable.
 *
 * <p>Every number is made by the same operations in the same order wherever a reading begins, so
 * that the same surroundings give the same answer, to the last bit.
 *
 * @param characters rows of single characters
 * @param pairs rows of a character and the next one
 * @param known a vector for each mark that may stand
 * @param entry from three places' rows to a vector
 * @param layers from three vectors to what is added to one, and its gates
 * @param distances how far away each layer listens
 * @param exit from a vector to the scores of the marks and of the halves of pairs
 */
@SuppressWarnings("ArrayRecordComponent") // read in the innermost loop; equality is never asked for
record GatedNetwork(
    RowBytes characters,
    RowBytes pairs,
    float[] known,
    Weights entry,
    Weights[] layers,
    int[] distances,
    Weights exit) {

  /** Number of marks, {@link Mark#NONE} included. */
  static final int MARKS = Mark.ALL.size();

  private static final int OUTSIDE = 1;
  private static final int SLACK = 16;

  /**
   * A linear map.
   *
   * @param factors by input, then output
   * @param bias by output
   */
  record Weights(float[][] factors, float[] bias) {

    int inputs() {
      return factors.length;
    }

    int outputs() {
      return bias.length;
    }
  }

  /** Requires parts that fit one another. */
  GatedNetwork {
    int width = entry.outputs();
    fit("entry", entry.inputs(), 3 * (characters.width() + pairs.width()));
    fit("known marks", known.length, MARKS * width);
    fit("distances", distances.length, layers.length);
    for (Weights layer : layers) {
      fit("layer", layer.inputs(), 3 * width);
      fit("layer's results", layer.outputs(), 2 * width);
    }
    fit("exit", exit.inputs(), width);
    fit("exit's results", exit.outputs(), MARKS + Paired.COUNT);
    fit("odd numbers of a row", entry.inputs() / 3 % Listening.AT_ONCE, 0);
    fit("odd units", width % Listening.AT_ONCE, 0);
  }

  private static void fit(String what, int size, int wanted) {
    if (size != wanted) {
      throw new IllegalArgumentException(what + ": " + size + " numbers instead of " + wanted);
    }
  }

  int width() {
    return entry.outputs();
  }

  /** How many characters to each side of a place are heard. */
  int reach() {
    int reach = 2;
    for (int distance : distances) {
      reach += distance;
    }
    return reach;
  }

  /** How many units of text to each side of a place are heard, at most. */
  int reachInUnits() {
    int units = 2 * farthest(1);
    for (int distance : distances) {
      units += farthest(distance);
    }
    return units;
  }

  /** How many units away a place may be that is {@code distance} characters away. */
  private static int farthest(int distance) {
    return 2 * distance + SLACK;
  }

  /**
   * The scores of the marks and of the halves of pairs in some gaps of a line.
   *
   * @param first the first gap
   * @param end gap after the last
   * @return by gap, then mark, behind these the halves of pairs
   */
  float[][] scores(Line line, int first, int end) {
    int from = Math.max(0, first - reach());
    int to = Math.min(line.size(), end + reach());
    int places = to - from;
    float[][] vectors = enter(line, from, places);
    float[][] calm = new float[places][width()];
    float[][] said = new float[places][2 * width()];
    for (int layer = 0; layer < layers.length; layer++) {
      calm(vectors, calm);
      Listening.at(line, from, places, distances[layer], farthest(distances[layer]))
          .apply(layers[layer], calm, said);
      Gates.add(said, vectors);
    }
    calm(vectors, calm);
    float[][] scores = new float[end - first][];
    for (int gap = first; gap < end; gap++) {
      scores[gap - first] = score(calm[gap - from]);
    }
    return scores;
  }

  private float[][] enter(Line line, int from, int places) {
    float[][] rows = new float[places][characters.width() + pairs.width()];
    for (int i = 0; i < places; i++) {
      int place = from + i;
      int code = line.codes()[place];
      boolean paired =
          place + 1 < line.size() && line.ends()[place + 1] - line.ends()[place] <= farthest(1);
      int behind = paired ? line.codes()[place + 1] : OUTSIDE;
      characters.copy(code, rows[i], 0);
      pairs.copy(((long) code << 21) | behind, rows[i], characters.width());
    }
    float[][] vectors = new float[places][width()];
    Listening.at(line, from, places, 1, farthest(1)).apply(entry, rows, vectors);
    for (int i = 0; i < places; i++) {
      int mark = line.known()[from + i];
      for (int unit = 0; mark != 0 && unit < width(); unit++) {
        vectors[i][unit] += known[mark * width() + unit];
      }
    }
    return vectors;
  }

  private float[] score(float[] calm) {
    float[] scores = exit.bias().clone();
    for (int unit = 0; unit < width(); unit++) {
      for (int mark = 0; mark < scores.length; mark++) {
        scores[mark] += calm[unit] * exit.factors()[unit][mark];
      }
    }
    return scores;
  }

  /** Shifts and scales each vector to mean 0 and variance 1 (Ba, Kiros, Hinton 2016). */
  private static void calm(float[][] vectors, float[][] calm) {
    for (int place = 0; place < vectors.length; place++) {
      calm(vectors[place], calm[place]);
    }
  }

  private static void calm(float[] vector, float[] calm) {
    float sum = 0;
    for (float number : vector) {
      sum += number;
    }
    float mean = sum / vector.length;
    float squares = 0;
    for (float number : vector) {
      squares += (number - mean) * (number - mean);
    }
    float scale = (float) (1 / Math.sqrt(squares / vector.length + 1e-3));
    for (int i = 0; i < vector.length; i++) {
      calm[i] = (vector[i] - mean) * scale;
    }
  }
}
