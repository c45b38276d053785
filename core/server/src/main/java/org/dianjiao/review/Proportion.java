package org.dianjiao.review;

/**
 * How often something came true.
 *
 * @param hits so many times
 * @param trials of so many
 */
public record Proportion(int hits, int trials) {

  /** The quantile of the normal distribution for an interval of 95 %. */
  private static final double Z = 1.959963984540054;

  /** Requires no more hits than trials. */
  public Proportion {
    if (hits < 0 || hits > trials) {
      throw new IllegalArgumentException(hits + " of " + trials);
    }
  }

  /** Both together. */
  public Proportion plus(Proportion other) {
    return new Proportion(hits + other.hits, trials + other.trials);
  }

  /** The share of hits; 0 when nothing was tried. */
  public double share() {
    return trials == 0 ? 0 : (double) hits / trials;
  }

  /** The lower end of Wilson's interval of 95 % (Wilson 1927); 0 when there is no hit. */
  public double low() {
    return hits == 0 ? 0 : middle() - reach();
  }

  /** The upper end of Wilson's interval of 95 %; 1 when all are hits. */
  public double high() {
    return hits == trials ? 1 : middle() + reach();
  }

  private double middle() {
    return (share() + Z * Z / (2 * trials)) / (1 + Z * Z / trials);
  }

  private double reach() {
    double spread = share() * (1 - share()) / trials + Z * Z / (4.0 * trials * trials);
    return Z * Math.sqrt(spread) / (1 + Z * Z / trials);
  }
}
