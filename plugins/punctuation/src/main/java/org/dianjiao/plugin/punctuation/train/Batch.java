package org.dianjiao.plugin.punctuation.train;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dianjiao.plugin.punctuation.model.ContextNetwork;

/**
 * Some passages side by side, so that they are learned in one step: a column for each gap, and
 * between and around the passages as many columns of nothing as a gap hears to each side.
 *
 * @param passages in order
 * @param starts column of the first gap of each passage
 * @param columns number of all columns
 * @param standIns by column what stands in for the vector: {@link ContextNetwork#OUTSIDE} between
 *     passages, the label of a mark that is known, or {@link #LEARNED}
 */
@SuppressWarnings("ArrayRecordComponent") // made and read by the trainer alone
record Batch(List<Passage> passages, int[] starts, int columns, byte[] standIns) {

  /** The gap has a vector of its own. */
  static final byte LEARNED = -1;

  private static final int EDGE = ContextNetwork.REACH;

  /** Lays passages side by side and chooses which of their marks are known. */
  static Batch of(List<Passage> passages, SplittableRandom random) {
    int[] starts = new int[passages.size()];
    int columns = EDGE;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = columns;
      columns += passages.get(i).size() + EDGE;
    }
    byte[] standIns = new byte[columns];
    Arrays.fill(standIns, (byte) ContextNetwork.OUTSIDE);
    for (int i = 0; i < starts.length; i++) {
      Passage passage = passages.get(i);
      boolean[] known = Disclosure.of(passage, random);
      for (int gap = 0; gap < passage.size(); gap++) {
        standIns[starts[i] + gap] = known[gap] ? passage.labels()[gap] : LEARNED;
      }
    }
    return new Batch(passages, starts, columns, standIns);
  }
}
