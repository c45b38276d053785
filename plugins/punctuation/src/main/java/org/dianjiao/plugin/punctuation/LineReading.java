package org.dianjiao.plugin.punctuation;

import java.util.concurrent.CancellationException;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;
import org.dianjiao.plugin.punctuation.model.PunctuationModel.Reading;

/**
 * What a model says of a line, read piece by piece as far as somebody asks. Whether anybody still
 * waits is looked at before each piece. For one thread.
 */
final class LineReading {

  private static final int AT_ONCE = 512;
  private static final int AHEAD = 64;

  private final PunctuationModel model;
  private final Line line;
  private final Cancellation cancellation;
  private final Reading[] readings;

  LineReading(PunctuationModel model, Line line, Cancellation cancellation) {
    this.model = model;
    this.line = line;
    this.cancellation = cancellation;
    this.readings = new Reading[line.size()];
  }

  /**
   * Reads the gaps that were not read yet.
   *
   * @throws CancellationException when nobody waits any more
   */
  void read(int first, int end) {
    int at = first;
    while (at < end) {
      if (readings[at] != null) {
        at++;
        continue;
      }
      int to = at + 1;
      while (to < end && to - at < AT_ONCE && readings[to] == null) {
        to++;
      }
      if (cancellation.cancelled()) {
        throw new CancellationException();
      }
      Reading reading = model.read(line, at, to);
      for (int gap = at; gap < to; gap++) {
        readings[gap] = reading;
      }
      at = to;
    }
  }

  /** What is said of a gap; the next ones are read with it. */
  Reading at(int gap) {
    if (readings[gap] == null) {
      read(gap, Math.min(line.size(), gap + AHEAD));
    }
    return readings[gap];
  }

  /** How likely any mark is in a gap. */
  double pause(int gap) {
    return 1 - at(gap).probabilities(gap)[0];
  }
}
