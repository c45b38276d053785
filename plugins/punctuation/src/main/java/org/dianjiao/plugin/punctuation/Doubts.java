package org.dianjiao.plugin.punctuation;

/**
 * How sure proofreading must be to correct a text, as probabilities. Chosen on the development
 * passages, spoilt at random.
 *
 * @param superfluous that nothing belongs where a mark stands
 * @param wrong that of the mark that stands and the best one, the best is right
 * @param better that the best one is right, all others counted
 * @param missing that a mark belongs where none stands
 * @param doubled said of what is wrong by rule
 */
record Doubts(double superfluous, double wrong, double better, double missing, double doubled) {

  static final Doubts USUAL = new Doubts(0.9995, 0.99, 0.5, 0.9, 0.95);
}
