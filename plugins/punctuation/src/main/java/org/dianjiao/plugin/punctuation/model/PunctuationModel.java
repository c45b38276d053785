package org.dianjiao.plugin.punctuation.model;

import java.util.List;

/** Says how likely each mark is in the gaps of a line. Free for any number of threads. */
public interface PunctuationModel {

  /**
   * Reads some gaps of a line.
   *
   * @param first first gap that will be asked for
   * @param end gap after the last
   */
  Reading read(Line line, int first, int end);

  /** Which mark to offer first, from the probabilities that a reading says. */
  Choice choice();

  /** Some gaps of a line, read. For one thread. */
  interface Reading {

    /** Probability of each mark in a gap, by label of {@link Mark}. */
    float[] probabilities(int gap);

    /** Probability of each half of a pair in a gap, by label of {@link Paired}. */
    float[] paired(int gap);

    /** The strings around a gap that speak most for a mark against none, strongest first. */
    List<Reason> reasons(int gap, Mark mark, int most);
  }
}
