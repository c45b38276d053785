package org.dianjiao.plugin.punctuation.model;

import org.dianjiao.plugin.punctuation.model.GatedNetwork.Weights;

/**
 * For each place of a stretch of a line, the two places that it listens to beside itself. One that
 * is outside the line, or too far away in the text, says nothing.
 */
final class Listening {

  /** The numbers of a vector are taken so many at once; its length is a multiple. */
  static final int AT_ONCE = 4;

  private static final int SILENT = -1;

  /** By place: the one before, itself, the one behind. */
  private final int[] sources;

  private Listening(int[] sources) {
    this.sources = sources;
  }

  static Listening at(Line line, int from, int places, int distance, int farthest) {
    int[] sources = new int[3 * places];
    for (int i = 0; i < places; i++) {
      sources[3 * i] = source(line, from, places, i, i - distance, farthest);
      sources[3 * i + 1] = i;
      sources[3 * i + 2] = source(line, from, places, i, i + distance, farthest);
    }
    return new Listening(sources);
  }

  private static int source(
      Line line, int from, int places, int listener, int source, int farthest) {
    if (source < 0 || source >= places) {
      return SILENT;
    }
    int units = Math.abs(line.ends()[from + source] - line.ends()[from + listener]);
    return units <= farthest ? source : SILENT;
  }

  /**
   * Multiplies what each place hears with the weights.
   *
   * @param vectors by place
   * @param results by place; overwritten
   */
  void apply(Weights weights, float[][] vectors, float[][] results) {
    for (float[] result : results) {
      System.arraycopy(weights.bias(), 0, result, 0, result.length);
    }
    int width = weights.inputs() / 3;
    // A few rows of weights at a time, for all places: they stay in the nearest cache.
    for (int row = 0; row < weights.inputs(); row += AT_ONCE) {
      int side = row / width;
      int input = row % width;
      float[][] factors = weights.factors();
      for (int i = 0; i < results.length; i++) {
        int source = sources[3 * i + side];
        if (source != SILENT) {
          float[] vector = vectors[source];
          add(
              vector[input],
              factors[row],
              vector[input + 1],
              factors[row + 1],
              vector[input + 2],
              factors[row + 2],
              vector[input + 3],
              factors[row + 3],
              results[i]);
        }
      }
    }
  }

  /**
   * Adds four numbers, each times its row of weights. Whole arrays, no offsets: the compiler makes
   * vector instructions of this loop, and of hardly any other form of it.
   */
  private static void add(
      float a,
      float[] as,
      float b,
      float[] bs,
      float c,
      float[] cs,
      float d,
      float[] ds,
      float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += a * as[i] + b * bs[i] + c * cs[i] + d * ds[i];
    }
  }
}
