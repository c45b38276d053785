package org.dianjiao.plugin.punctuation.structure;

/**
 * A quotation or a title: two marks that belong together.
 *
 * @param open the gap in which it opens, −1 for the beginning of the line
 * @param close the gap in which it closes
 * @param opening the mark at its beginning
 * @param closing the mark at its end
 * @param probability how likely it is that both are right
 * @param opens whether the mark at its beginning stands already
 * @param closes whether the mark at its end stands already
 */
public record Pair(
    int open,
    int close,
    String opening,
    String closing,
    double probability,
    boolean opens,
    boolean closes) {

  /** Whether neither of two pairs can stand beside the other: they cross or share an end. */
  boolean conflicts(Pair other) {
    boolean apart = close < other.open || other.close < open;
    boolean inside = open < other.open && other.close < close;
    boolean around = other.open < open && close < other.close;
    return !apart && !inside && !around;
  }

  /** Whether one of two pairs begins inside the other and ends outside of it. */
  public boolean crosses(Pair other) {
    return (open < other.open && other.open < close && close < other.close)
        || (other.open < open && open < other.close && other.close < close);
  }

  /** Whether another pair lies in it. */
  boolean holds(Pair other) {
    return open < other.open && other.close < close;
  }

  Pair with(String newOpening, String newClosing) {
    return new Pair(open, close, newOpening, newClosing, probability, opens, closes);
  }
}
