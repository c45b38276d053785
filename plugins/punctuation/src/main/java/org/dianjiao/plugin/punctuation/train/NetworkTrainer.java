package org.dianjiao.plugin.punctuation.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dianjiao.plugin.punctuation.model.ContextNetwork;

/**
 * Computes a {@link ContextNetwork} forward and backward for all gaps of a passage at once, and
 * teaches it. Numbers lie by number of the vector or by hidden unit, then by gap, so that the
 * innermost loops run over gaps. For one thread.
 */
final class NetworkTrainer {

  private static final int MARKS = ContextNetwork.MARKS;
  private static final int EDGE = ContextNetwork.REACH;
  private static final int BLOCK = 4;

  private final ContextNetwork network;
  private final int width;
  private final int hidden;
  private final float[][] gradients;
  private final Adam[] rules;

  private int size;
  private int stride;
  private float[] heard = new float[0];
  private float[] heardSlopes = new float[0];
  private float[] layer = new float[0];
  private float[] layerSlopes = new float[0];
  private float[] slopesByGap = new float[0];

  NetworkTrainer(ContextNetwork network, SplittableRandom random) {
    this.network = network;
    this.width = network.width();
    this.hidden = network.hidden();
    if (hidden % BLOCK != 0) {
      throw new IllegalArgumentException(hidden + " hidden units are no multiple of " + BLOCK);
    }
    float[][] parameters = network.parameters();
    this.gradients = new float[parameters.length][];
    this.rules = new Adam[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      gradients[i] = new float[parameters[i].length];
      rules[i] = new Adam(parameters[i]);
    }
    scatter(network.input(), (float) Math.sqrt(3.0 / network.inputs()), random);
    scatter(network.output(), 0.1f, random);
  }

  private static void scatter(float[] parameters, float reach, SplittableRandom random) {
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) ((2 * random.nextDouble() - 1) * reach);
    }
  }

  /** Computes the hidden layer of every gap from the vectors of all gaps. */
  void forward(float[] vectors, int gaps) {
    size = gaps;
    stride = gaps + 2 * EDGE;
    if (heard.length < width * stride) {
      heard = new float[width * stride];
      heardSlopes = new float[width * stride];
      layer = new float[hidden * gaps];
      layerSlopes = new float[hidden * gaps];
      slopesByGap = new float[hidden * gaps];
    }
    hear(vectors);
    for (int unit = 0; unit < hidden; unit++) {
      Arrays.fill(layer, unit * size, (unit + 1) * size, network.bias()[unit]);
    }
    float[] input = network.input();
    for (int number = 0; number < width; number++) {
      int reach = ContextNetwork.reach(number);
      int step = (network.heardAt(number, 1) - network.heardAt(number, 0)) * hidden;
      for (int distance = -reach; distance <= reach; distance += BLOCK) {
        int from = number * stride + EDGE + distance;
        int weight = network.heardAt(number, distance) * hidden;
        int distances = Math.min(BLOCK, reach + 1 - distance);
        for (int unit = 0; unit < hidden; unit++) {
          slide(input, weight + unit, step, distances, from, unit * size);
        }
      }
    }
    for (int i = 0; i < hidden * size; i++) {
      layer[i] = Math.max(0, layer[i]);
    }
  }

  private void hear(float[] vectors) {
    for (int number = 0; number < width; number++) {
      int row = number * stride;
      float outside =
          ContextNetwork.squash(network.standIns()[ContextNetwork.OUTSIDE * width + number]);
      Arrays.fill(heard, row, row + EDGE, outside);
      Arrays.fill(heard, row + EDGE + size, row + stride, outside);
      for (int gap = 0; gap < size; gap++) {
        heard[row + EDGE + gap] = ContextNetwork.squash(vectors[gap * width + number]);
      }
    }
  }

  /** Adds what one number says at up to four neighbouring distances to one unit of the layer. */
  private void slide(float[] weights, int weight, int step, int distances, int from, int to) {
    float first = weights[weight];
    if (distances < BLOCK) {
      for (int i = 0; i < size; i++) {
        layer[to + i] += first * heard[from + i];
      }
      if (distances > 1) {
        slide(weights, weight + step, step, distances - 1, from + 1, to);
      }
      return;
    }
    float second = weights[weight + step];
    float third = weights[weight + 2 * step];
    float fourth = weights[weight + 3 * step];
    float[] source = heard;
    float[] target = layer;
    for (int i = 0; i < size; i++) {
      target[to + i] +=
          first * source[from + i]
              + second * source[from + i + 1]
              + third * source[from + i + 2]
              + fourth * source[from + i + 3];
    }
  }

  /** The scores of a gap. */
  void score(float[] vectors, int gap, float[] scores) {
    System.arraycopy(vectors, gap * width, scores, 0, MARKS);
    float[] output = network.output();
    for (int unit = 0; unit < hidden; unit++) {
      float value = layer[unit * size + gap];
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
   * @param scoreSlopes by gap, then mark
   * @param slopes of the vectors, added to
   */
  void backward(float[] scoreSlopes, float[] slopes) {
    backToLayer(scoreSlopes);
    Arrays.fill(heardSlopes, 0, width * stride, 0);
    float[] input = network.input();
    float[] inputGradient = gradients[0];
    for (int number = 0; number < width; number++) {
      int reach = ContextNetwork.reach(number);
      for (int distance = -reach; distance <= reach; distance++) {
        int from = number * stride + EDGE + distance;
        int weight = network.heardAt(number, distance) * hidden;
        for (int unit = 0; unit < hidden; unit += BLOCK) {
          gather(input, weight + unit, layerSlopes, unit * size, heardSlopes, from);
        }
        accumulate(from, inputGradient, weight);
      }
    }
    backToVectors(slopes);
  }

  private void backToLayer(float[] scoreSlopes) {
    float[] output = network.output();
    float[] biasGradient = gradients[1];
    float[] outputGradient = gradients[2];
    for (int unit = 0; unit < hidden; unit++) {
      float biasSlope = 0;
      for (int gap = 0; gap < size; gap++) {
        float value = layer[unit * size + gap];
        float slope = 0;
        if (value > 0) {
          for (int mark = 0; mark < MARKS; mark++) {
            float scoreSlope = scoreSlopes[gap * MARKS + mark];
            outputGradient[unit * MARKS + mark] += value * scoreSlope;
            slope += output[unit * MARKS + mark] * scoreSlope;
          }
        }
        layerSlopes[unit * size + gap] = slope;
        slopesByGap[gap * hidden + unit] = slope;
        biasSlope += slope;
      }
      biasGradient[unit] += biasSlope;
    }
  }

  /** Adds four weighted sources that lie one behind the other to one target. */
  private void gather(
      float[] weights, int weight, float[] source, int from, float[] target, int to) {
    float first = weights[weight];
    float second = weights[weight + 1];
    float third = weights[weight + 2];
    float fourth = weights[weight + 3];
    int fromSecond = from + size;
    int fromThird = fromSecond + size;
    int fromFourth = fromThird + size;
    for (int i = 0; i < size; i++) {
      target[to + i] +=
          first * source[from + i]
              + second * source[fromSecond + i]
              + third * source[fromThird + i]
              + fourth * source[fromFourth + i];
    }
  }

  /** Adds the gradient of the weights from one number at one distance to all hidden units. */
  private void accumulate(int from, float[] gradient, int to) {
    float[] values = heard;
    float[] slopes = slopesByGap;
    int gap = 0;
    for (; gap + 8 <= size; gap += 8) {
      int at = from + gap;
      float value0 = values[at];
      float value1 = values[at + 1];
      float value2 = values[at + 2];
      float value3 = values[at + 3];
      float value4 = values[at + 4];
      float value5 = values[at + 5];
      float value6 = values[at + 6];
      float value7 = values[at + 7];
      int row = gap * hidden;
      for (int unit = 0; unit < hidden; unit++) {
        gradient[to + unit] +=
            value0 * slopes[row + unit]
                + value1 * slopes[row + hidden + unit]
                + value2 * slopes[row + 2 * hidden + unit]
                + value3 * slopes[row + 3 * hidden + unit]
                + value4 * slopes[row + 4 * hidden + unit]
                + value5 * slopes[row + 5 * hidden + unit]
                + value6 * slopes[row + 6 * hidden + unit]
                + value7 * slopes[row + 7 * hidden + unit];
      }
    }
    for (; gap < size; gap++) {
      float value = values[from + gap];
      for (int unit = 0; unit < hidden; unit++) {
        gradient[to + unit] += value * slopes[gap * hidden + unit];
      }
    }
  }

  private void backToVectors(float[] slopes) {
    float[] standInGradient = gradients[3];
    for (int number = 0; number < width; number++) {
      int row = number * stride;
      for (int i = 0; i < stride; i++) {
        float damping = 1 - Math.abs(heard[row + i]);
        float slope = heardSlopes[row + i] * damping * damping;
        boolean inside = i >= EDGE && i < EDGE + size;
        if (inside) {
          slopes[(i - EDGE) * width + number] += slope;
        } else {
          standInGradient[ContextNetwork.OUTSIDE * width + number] += slope;
        }
      }
    }
  }

  /** Adds to the gradient of the vector that stands in for a known mark. */
  void learnStandIn(int label, float[] slopes, int offset) {
    for (int number = 0; number < width; number++) {
      gradients[3][label * width + number] += slopes[offset + number];
    }
  }

  /** Moves all parameters by the mean gradient of the passage. */
  void step(float rate) {
    for (int i = 0; i < rules.length; i++) {
      rules[i].step(gradients[i], size, rate);
    }
  }
}
