package org.dianjiao.plugin.punctuation;

import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/**
 * Asks a model about marks that stand, each time hiding a part of them: what is said of a mark is
 * said by somebody who sees most of the others but not this one. Which marks are hidden together
 * follows from the characters around them, so it is the same in every window.
 */
final class HiddenMarks {

  private static final int PARTS = 3;

  private final Line line;
  private final LineReading[] readings = new LineReading[PARTS];

  HiddenMarks(PunctuationModel model, Line line, Cancellation cancellation) {
    this.line = line;
    for (int part = 0; part < PARTS; part++) {
      byte[] known = line.known().clone();
      for (int gap = 0; gap < known.length; gap++) {
        if (known[gap] != 0 && part(gap) == part) {
          known[gap] = 0;
        }
      }
      Line hidden = new Line(line.codes(), known, line.starts(), line.ends());
      readings[part] = new LineReading(model, hidden, cancellation);
    }
  }

  /** Reads ahead. */
  void read(int first, int end) {
    for (LineReading reading : readings) {
      reading.read(first, end);
    }
  }

  /** The probabilities of the marks in a gap, the one that stands there not known. */
  float[] probabilities(int gap) {
    return readings[part(gap)].at(gap).probabilities(gap);
  }

  private int part(int gap) {
    int before = line.codes()[gap];
    int behind = gap + 1 < line.size() ? line.codes()[gap + 1] : 0;
    return Math.floorMod(((before * 31 + behind) * 0x9E3779B1) >>> 16, PARTS);
  }
}
