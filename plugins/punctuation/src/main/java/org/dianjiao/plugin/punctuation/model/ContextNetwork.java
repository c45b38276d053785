package org.dianjiao.plugin.punctuation.model;

/**
 * Lets neighbouring gaps speak to one another: from the vectors of the gaps around one gap it
 * computes the scores of the marks there. One hidden layer, and a direct path beside it.
 *
 * <p>The vector of a gap is the sum of its feature rows: first a number for each mark, which are
 * its own scores, then its <i>senses</i>, numbers without a name that the network learned to use.
 * Scores are heard from {@link #REACH} gaps away, senses from {@link #SENSE_REACH}. A gap whose
 * mark is known, and a place outside the line, have a learned vector instead. Parameters are open
 * to the trainer; nobody changes them afterwards.
 */
public final class ContextNetwork {

  /** How many gaps to each side are heard. */
  public static final int REACH = 8;

  /** How many gaps to each side are heard with their senses. */
  public static final int SENSE_REACH = 3;

  /** Number of marks, {@link Mark#NONE} included. */
  public static final int MARKS = Mark.ALL.size();

  /** The vector for a place outside the line; those before it are for known marks. */
  public static final int OUTSIDE = MARKS;

  /** Least logarithm of a probability: nothing is held to be quite impossible. */
  public static final float LEAST = -20.7f;

  private final int senses;
  private final int hidden;
  private final float[] input;
  private final float[] bias;
  private final float[] output;
  private final float[] standIns;

  /** A network whose parameters are all zero. */
  public ContextNetwork(int senses, int hidden) {
    this.senses = senses;
    this.hidden = hidden;
    this.input = new float[inputs() * hidden];
    this.bias = new float[hidden];
    this.output = new float[hidden * MARKS];
    this.standIns = new float[(MARKS + 1) * width()];
  }

  /** Length of the vector of a gap. */
  public int width() {
    return MARKS + senses;
  }

  /** Number of senses. */
  public int senses() {
    return senses;
  }

  /** Number of hidden units. */
  public int hidden() {
    return hidden;
  }

  /** How many numbers the hidden layer hears. */
  public int inputs() {
    return (2 * REACH + 1) * MARKS + (2 * SENSE_REACH + 1) * senses;
  }

  /** How far away a number of a vector is heard. */
  public static int reach(int number) {
    return number < MARKS ? REACH : SENSE_REACH;
  }

  /** Where the hidden layer hears a number of the vector of a gap {@code distance} gaps away. */
  public int heardAt(int number, int distance) {
    return number < MARKS
        ? (distance + REACH) * MARKS + number
        : (2 * REACH + 1) * MARKS + (distance + SENSE_REACH) * senses + number - MARKS;
  }

  /** Weights into the hidden layer, by place in what is heard, then hidden unit. */
  public float[] input() {
    return input;
  }

  /** Bias of each hidden unit. */
  public float[] bias() {
    return bias;
  }

  /** Weights from each hidden unit to each mark. */
  public float[] output() {
    return output;
  }

  /** Vectors of known marks and of the outside. */
  public float[] standIns() {
    return standIns;
  }

  /** All parameters, in the order of the file. */
  public float[][] parameters() {
    return new float[][] {input, bias, output, standIns};
  }

  /**
   * Keeps a number between −1 and 1, so that a very sure neighbour is no louder than a sure one.
   */
  public static float squash(float value) {
    return value / (1 + Math.abs(value));
  }

  /**
   * Collects what is heard in a gap.
   *
   * @param vectors of all gaps, one after the other
   * @param from first gap that may be heard
   * @param to gap after the last that may be heard
   * @param heard filled with {@link #inputs} squashed numbers
   */
  public void listen(float[] vectors, int from, int to, int gap, float[] heard) {
    int at = 0;
    for (int neighbour = gap - REACH; neighbour <= gap + REACH; neighbour++) {
      at = hear(vectors, from, to, neighbour, 0, MARKS, heard, at);
    }
    for (int neighbour = gap - SENSE_REACH; neighbour <= gap + SENSE_REACH; neighbour++) {
      at = hear(vectors, from, to, neighbour, MARKS, width(), heard, at);
    }
  }

  private int hear(
      float[] vectors, int from, int to, int gap, int first, int end, float[] heard, int at) {
    boolean inside = gap >= from && gap < to;
    float[] source = inside ? vectors : standIns;
    int start = (inside ? gap : OUTSIDE) * width();
    int next = at;
    for (int number = first; number < end; number++) {
      heard[next++] = squash(source[start + number]);
    }
    return next;
  }

  /** Fills the hidden layer from what was heard; negative sums become zero. */
  public void think(float[] heard, float[] layer) {
    System.arraycopy(bias, 0, layer, 0, hidden);
    int i = 0;
    for (; i + 4 <= heard.length; i += 4) {
      float first = heard[i];
      float second = heard[i + 1];
      float third = heard[i + 2];
      float fourth = heard[i + 3];
      int row = i * hidden;
      for (int unit = 0; unit < hidden; unit++) {
        layer[unit] +=
            first * input[row + unit]
                + second * input[row + hidden + unit]
                + third * input[row + 2 * hidden + unit]
                + fourth * input[row + 3 * hidden + unit];
      }
    }
    for (; i < heard.length; i++) {
      for (int unit = 0; unit < hidden; unit++) {
        layer[unit] += heard[i] * input[i * hidden + unit];
      }
    }
    for (int unit = 0; unit < hidden; unit++) {
      layer[unit] = Math.max(0, layer[unit]);
    }
  }

  /**
   * Fills the scores of the marks from the hidden layer and the gap's own scores.
   *
   * @param own where the own scores begin in {@code vectors}
   */
  public void score(float[] layer, float[] vectors, int own, float[] scores) {
    System.arraycopy(vectors, own, scores, 0, MARKS);
    for (int unit = 0; unit < hidden; unit++) {
      float value = layer[unit];
      if (value != 0) {
        int row = unit * MARKS;
        for (int mark = 0; mark < MARKS; mark++) {
          scores[mark] += value * output[row + mark];
        }
      }
    }
  }

  /**
   * How the score of a mark, less that of none, moves with each number of the gap's own vector.
   *
   * @param heard as filled by {@link #listen}
   * @param layer as filled by {@link #think}
   */
  public float[] slopes(float[] heard, float[] layer, int mark) {
    float[] slopes = new float[width()];
    for (int number = 0; number < slopes.length; number++) {
      int place = heardAt(number, 0);
      float slope = 0;
      for (int unit = 0; unit < hidden; unit++) {
        if (layer[unit] > 0) {
          float difference = output[unit * MARKS + mark] - output[unit * MARKS];
          slope += difference * input[place * hidden + unit];
        }
      }
      float damping = 1 - Math.abs(heard[place]);
      slopes[number] = slope * damping * damping;
    }
    slopes[mark] += 1;
    slopes[0] -= 1;
    return slopes;
  }

  /** Turns scores into logarithms of probabilities, in place; none is below {@link #LEAST}. */
  public static void logarithms(float[] scores, float temperature) {
    float highest = highest(scores);
    double sum = 0;
    for (float score : scores) {
      sum += StrictMath.exp((score - highest) / temperature);
    }
    float all = (float) StrictMath.log(sum);
    for (int mark = 0; mark < scores.length; mark++) {
      scores[mark] = Math.max(LEAST, (scores[mark] - highest) / temperature - all);
    }
  }

  private static float highest(float[] scores) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      highest = Math.max(highest, score);
    }
    return highest;
  }

  /** Turns scores into probabilities, in place. A higher temperature makes them less sure. */
  public static void probabilities(float[] scores, float temperature) {
    float highest = highest(scores);
    float sum = 0;
    for (int mark = 0; mark < scores.length; mark++) {
      scores[mark] = (float) StrictMath.exp((scores[mark] - highest) / temperature);
      sum += scores[mark];
    }
    for (int mark = 0; mark < scores.length; mark++) {
      scores[mark] /= sum;
    }
  }
}
