package org.dianjiao.plugin.punctuation.learn;

import java.util.Arrays;
import org.dianjiao.plugin.punctuation.model.Mark;

/**
 * A gap as a correction sees it: what the model says of it, and the four characters around it. Also
 * the features that are made of these. Arrays are not copied and never changed.
 *
 * @param logs logarithms of the model's probabilities, by label of {@link Mark}
 * @param near the two characters before it and the two behind; {@link #OUTSIDE} beyond the line
 */
@SuppressWarnings("ArrayRecordComponent") // a handful of numbers; equality is never asked for
record Gap(float[] logs, int[] near) {

  static final int MARKS = Mark.ALL.size();

  /** How many characters around it are looked at. */
  static final int NEAR = 4;

  /** In place of a character beyond either end of the line. */
  static final int OUTSIDE = 0;

  /** Numbers that every gap has: one, and how likely the model finds each mark. */
  static final int NUMBERS = MARKS;

  /** Which of the near characters make each feature, counted as in {@link #near}. */
  private static final int[][] STRINGS = {{1}, {2}, {1, 2}, {0, 1}, {2, 3}, {0}, {3}};

  /** How many features of characters a gap has. */
  static final int FEATURES = STRINGS.length;

  private static final float LEAST_PROBABILITY = 1e-7f;
  private static final float MOST_ODDS = 8;
  private static final float SCALE = 4;
  private static final int CODE_BITS = 21;

  /** A gap of a line, from what the model says of it. */
  static Gap of(float[] probabilities, int[] codes, int gap) {
    float[] logs = new float[MARKS];
    for (int mark = 0; mark < MARKS; mark++) {
      logs[mark] = (float) StrictMath.log(Math.max(LEAST_PROBABILITY, probabilities[mark]));
    }
    int[] near = new int[NEAR];
    for (int i = 0; i < near.length; i++) {
      int place = gap - 1 + i;
      near[i] = place >= 0 && place < codes.length ? codes[place] : OUTSIDE;
    }
    return new Gap(logs, near);
  }

  /** The numbers, of about the size of 1. */
  float[] numbers() {
    float[] numbers = new float[NUMBERS];
    numbers[0] = 1;
    for (int mark = 1; mark < MARKS; mark++) {
      float odds = logs[mark] - logs[0];
      numbers[mark] = Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds)) / SCALE;
    }
    return numbers;
  }

  /** Names of its features of characters, each another. */
  long[] features() {
    long[] features = new long[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      int[] places = STRINGS[i];
      long second = places.length == 2 ? near[places[1]] : OUTSIDE;
      features[i] = ((long) i << CODE_BITS | near[places[0]]) << CODE_BITS | second;
    }
    return features;
  }

  /** What the characters of a feature are, by their offsets from the gap; −1 is the one before. */
  static int[] offsets(int feature) {
    return Arrays.stream(STRINGS[feature])
        .map(place -> place < 2 ? place - 2 : place - 1)
        .toArray();
  }

  /** The string that a feature of this gap looks for; ｜ stands for the gap, … for any character. */
  String string(int feature) {
    StringBuilder words = new StringBuilder();
    int[] places = STRINGS[feature];
    int first = Math.min(places[0], 2);
    int last = Math.max(places[places.length - 1], 1);
    for (int place = first; place <= last; place++) {
      words.append(place == 2 ? "｜" : "");
      int wanted = place;
      if (Arrays.stream(places).noneMatch(one -> one == wanted)) {
        words.append('…');
      } else {
        words.append(near[place] == OUTSIDE ? "¶" : Character.toString(near[place]));
      }
    }
    return words.append(last == 1 ? "｜" : "").toString();
  }
}
