package org.dianjiao.plugin.punctuation.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dianjiao.plugin.punctuation.model.ContextNetwork;

/**
 * Computes a {@link ContextNetwork} forward and backward for all columns of a batch at once, and
 * teaches it. For one thread.
 *
 * <p>Forward, the innermost loops run over columns, so what is heard lies by number, then column.
 * Backward, they run over all that one column hears: laid by column, then number, that is one piece
 * of memory. Hidden units at zero and columns that are right already cost nothing there.
 */
final class NetworkTrainer {

  private static final int MARKS = ContextNetwork.MARKS;
  private static final int EDGE = ContextNetwork.REACH;
  private static final int SENSE_EDGE = ContextNetwork.SENSE_REACH;
  private static final int BLOCK = 4;
  private static final float RIGHT_ENOUGH = 0.002f;

  private final ContextNetwork network;
  private final int width;
  private final int senses;
  private final int hidden;
  private final int inputs;
  private final int scoreInputs;
  private final float[][] gradients;
  private final Adam[] rules;
  private final float[] inputByUnit;
  private final float[] inputGradientByUnit;
  private final int[] activeCounts;
  private final int[] activeUnits;
  private final float[] unitSlopes;

  private int columns;
  private float[] heard = new float[0];
  private float[] layer = new float[0];
  private float[] layerByColumn = new float[0];
  private float[] heardScores = new float[0];
  private float[] heardSenses = new float[0];
  private float[] scoreHeardSlopes = new float[0];
  private float[] senseHeardSlopes = new float[0];
  private int[] activeColumns = new int[0];
  private float[] activeSlopes = new float[0];

  NetworkTrainer(ContextNetwork network, SplittableRandom random) {
    if (network.senses() % BLOCK != 0) {
      throw new IllegalArgumentException(network.senses() + " senses are no multiple of " + BLOCK);
    }
    this.network = network;
    this.width = network.width();
    this.senses = network.senses();
    this.hidden = network.hidden();
    this.inputs = network.inputs();
    this.scoreInputs = (2 * EDGE + 1) * MARKS;
    this.inputByUnit = new float[inputs * hidden];
    this.inputGradientByUnit = new float[inputs * hidden];
    this.activeCounts = new int[hidden];
    this.activeUnits = new int[hidden + BLOCK];
    this.unitSlopes = new float[hidden + BLOCK];
    float[][] parameters = network.parameters();
    this.gradients = new float[parameters.length][];
    this.rules = new Adam[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      gradients[i] = new float[parameters[i].length];
      rules[i] = new Adam(parameters[i]);
    }
    scatter(network.input(), (float) Math.sqrt(3.0 / inputs), random);
    scatter(network.output(), 0.1f, random);
  }

  private static void scatter(float[] parameters, float reach, SplittableRandom random) {
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) ((2 * random.nextDouble() - 1) * reach);
    }
  }

  /** Computes the hidden layer of every column from the vectors of all columns. */
  void forward(float[] vectors, int batchColumns) {
    columns = batchColumns;
    if (heardScores.length < columns * MARKS) {
      heard = new float[width * columns];
      layer = new float[hidden * columns];
      layerByColumn = new float[hidden * columns];
      heardScores = new float[MARKS * columns];
      heardSenses = new float[senses * columns];
      scoreHeardSlopes = new float[MARKS * columns];
      senseHeardSlopes = new float[senses * columns];
      activeColumns = new int[hidden * columns];
      activeSlopes = new float[hidden * columns];
    }
    hear(vectors);
    for (int unit = 0; unit < hidden; unit++) {
      Arrays.fill(layer, unit * columns, (unit + 1) * columns, network.bias()[unit]);
    }
    for (int unit = 0; unit < hidden; unit++) {
      for (int number = 0; number < width; number += BLOCK) {
        int reach = ContextNetwork.reach(number);
        for (int distance = -reach; distance <= reach; distance++) {
          slide(number, distance, unit);
        }
      }
    }
    for (int unit = 0; unit < hidden; unit++) {
      for (int column = EDGE; column < columns - EDGE; column++) {
        layerByColumn[column * hidden + unit] = Math.max(0, layer[unit * columns + column]);
      }
    }
  }

  private void hear(float[] vectors) {
    for (int column = 0; column < columns; column++) {
      for (int number = 0; number < width; number++) {
        float value = ContextNetwork.squash(vectors[column * width + number]);
        heard[number * columns + column] = value;
        if (number < MARKS) {
          heardScores[column * MARKS + number] = value;
        } else {
          heardSenses[column * senses + number - MARKS] = value;
        }
      }
    }
  }

  /** Adds what four numbers say at one distance to one unit of the layer. */
  private void slide(int number, int distance, int unit) {
    float[] weights = network.input();
    float weight0 = weights[network.heardAt(number, distance) * hidden + unit];
    float weight1 = weights[network.heardAt(number + 1, distance) * hidden + unit];
    float weight2 = weights[network.heardAt(number + 2, distance) * hidden + unit];
    float weight3 = weights[network.heardAt(number + 3, distance) * hidden + unit];
    float[] source = heard;
    float[] target = layer;
    int from0 = number * columns + EDGE + distance;
    int from1 = from0 + columns;
    int from2 = from1 + columns;
    int from3 = from2 + columns;
    int to = unit * columns + EDGE;
    int length = columns - 2 * EDGE;
    for (int i = 0; i < length; i++) {
      target[to + i] +=
          weight0 * source[from0 + i]
              + weight1 * source[from1 + i]
              + weight2 * source[from2 + i]
              + weight3 * source[from3 + i];
    }
  }

  /** The scores of a column. */
  void score(float[] vectors, int column, float[] scores) {
    System.arraycopy(vectors, column * width, scores, 0, MARKS);
    float[] output = network.output();
    for (int unit = 0; unit < hidden; unit++) {
      float value = layerByColumn[column * hidden + unit];
      if (value > 0) {
        for (int mark = 0; mark < MARKS; mark++) {
          scores[mark] += value * output[unit * MARKS + mark];
        }
      }
    }
  }

  /**
   * Carries the slopes of the scores back to the vectors and to the parameters.
   *
   * @param scoreSlopes by column, then mark
   * @param slopes of the vectors, added to
   */
  void backward(float[] scoreSlopes, float[] slopes) {
    Arrays.fill(scoreHeardSlopes, 0, columns * MARKS, 0);
    Arrays.fill(senseHeardSlopes, 0, columns * senses, 0);
    Arrays.fill(activeCounts, 0);
    transpose(network.input(), inputs, hidden, inputByUnit);
    for (int column = EDGE; column < columns - EDGE; column++) {
      if (largest(scoreSlopes, column * MARKS) > RIGHT_ENOUGH) {
        backToHeard(column, backToLayer(scoreSlopes, column));
      }
    }
    for (int unit = 0; unit < hidden; unit++) {
      accumulate(unit);
    }
    backToVectors(slopes);
  }

  private static float largest(float[] slopes, int from) {
    float largest = 0;
    for (int i = from; i < from + MARKS; i++) {
      largest = Math.max(largest, Math.abs(slopes[i]));
    }
    return largest;
  }

  /** Notes the slopes of the hidden units that are not zero in a column; says how many. */
  private int backToLayer(float[] scoreSlopes, int column) {
    float[] output = network.output();
    float[] outputGradient = gradients[2];
    int active = 0;
    for (int unit = 0; unit < hidden; unit++) {
      float value = layerByColumn[column * hidden + unit];
      if (value > 0) {
        float slope = 0;
        for (int mark = 0; mark < MARKS; mark++) {
          float scoreSlope = scoreSlopes[column * MARKS + mark];
          outputGradient[unit * MARKS + mark] += value * scoreSlope;
          slope += output[unit * MARKS + mark] * scoreSlope;
        }
        gradients[1][unit] += slope;
        int at = unit * columns + activeCounts[unit]++;
        activeColumns[at] = column;
        activeSlopes[at] = slope;
        activeUnits[active] = unit;
        unitSlopes[active++] = slope;
      }
    }
    return active;
  }

  /** Carries the slopes of the active units of a column back to all that it heard. */
  private void backToHeard(int column, int active) {
    int paddedActive = active;
    while (paddedActive % BLOCK != 0) {
      activeUnits[paddedActive] = 0;
      unitSlopes[paddedActive++] = 0;
    }
    for (int i = 0; i < paddedActive; i += BLOCK) {
      backToPiece(i, 0, scoreHeardSlopes, (column - EDGE) * MARKS, scoreInputs);
      backToPiece(
          i, scoreInputs, senseHeardSlopes, (column - SENSE_EDGE) * senses, inputs - scoreInputs);
    }
  }

  private void backToPiece(int active, int from, float[] target, int to, int length) {
    float[] weights = inputByUnit;
    float slope0 = unitSlopes[active];
    float slope1 = unitSlopes[active + 1];
    float slope2 = unitSlopes[active + 2];
    float slope3 = unitSlopes[active + 3];
    int from0 = activeUnits[active] * inputs + from;
    int from1 = activeUnits[active + 1] * inputs + from;
    int from2 = activeUnits[active + 2] * inputs + from;
    int from3 = activeUnits[active + 3] * inputs + from;
    for (int i = 0; i < length; i++) {
      target[to + i] +=
          slope0 * weights[from0 + i]
              + slope1 * weights[from1 + i]
              + slope2 * weights[from2 + i]
              + slope3 * weights[from3 + i];
    }
  }

  /** Adds the gradient of all weights into one hidden unit. */
  private void accumulate(int unit) {
    int first = unit * columns;
    int end = first + activeCounts[unit];
    int paddedEnd = end;
    while ((paddedEnd - first) % BLOCK != 0) { // the edges are never active, so there is room
      activeColumns[paddedEnd] = EDGE;
      activeSlopes[paddedEnd++] = 0;
    }
    for (int at = first; at + BLOCK <= paddedEnd; at += BLOCK) {
      accumulate(at, heardScores, EDGE, MARKS, unit * inputs, scoreInputs);
      accumulate(
          at, heardSenses, SENSE_EDGE, senses, unit * inputs + scoreInputs, inputs - scoreInputs);
    }
  }

  private void accumulate(int at, float[] source, int reach, int numbers, int to, int length) {
    float[] gradient = inputGradientByUnit;
    float slope0 = activeSlopes[at];
    float slope1 = activeSlopes[at + 1];
    float slope2 = activeSlopes[at + 2];
    float slope3 = activeSlopes[at + 3];
    int from0 = (activeColumns[at] - reach) * numbers;
    int from1 = (activeColumns[at + 1] - reach) * numbers;
    int from2 = (activeColumns[at + 2] - reach) * numbers;
    int from3 = (activeColumns[at + 3] - reach) * numbers;
    for (int i = 0; i < length; i++) {
      gradient[to + i] +=
          slope0 * source[from0 + i]
              + slope1 * source[from1 + i]
              + slope2 * source[from2 + i]
              + slope3 * source[from3 + i];
    }
  }

  private void backToVectors(float[] slopes) {
    for (int column = 0; column < columns; column++) {
      for (int mark = 0; mark < MARKS; mark++) {
        int at = column * MARKS + mark;
        slopes[column * width + mark] += scoreHeardSlopes[at] * damping(heardScores[at]);
      }
      for (int sense = 0; sense < senses; sense++) {
        int at = column * senses + sense;
        slopes[column * width + MARKS + sense] += senseHeardSlopes[at] * damping(heardSenses[at]);
      }
    }
  }

  /** The derivative of {@link ContextNetwork#squash}, from its value. */
  private static float damping(float squashed) {
    float rest = 1 - Math.abs(squashed);
    return rest * rest;
  }

  private static void transpose(float[] source, int rows, int columns, float[] target) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        target[column * rows + row] = source[row * columns + column];
      }
    }
  }

  /** Adds to the gradient of a vector that stands in for another. */
  void learnStandIn(int standIn, float[] slopes, int offset) {
    for (int number = 0; number < width; number++) {
      gradients[3][standIn * width + number] += slopes[offset + number];
    }
  }

  /** Moves all parameters by the mean gradient of the batch. */
  void step(float rate) {
    transpose(inputGradientByUnit, hidden, inputs, gradients[0]);
    Arrays.fill(inputGradientByUnit, 0);
    for (int i = 0; i < rules.length; i++) {
      rules[i].step(gradients[i], columns, rate);
    }
  }
}
