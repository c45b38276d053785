package org.dianjiao.review;

/**
 * What the second, blind reviews found.
 *
 * @param reviewed approvals that a second reviewer has looked at
 * @param corrected those among them whose passage the second reviewer changed
 */
public record ErrorRate(int reviewed, int corrected) {

  /** The quantile of the normal distribution for an interval of 95 %. */
  private static final double Z = 1.959963984540054;

  /** Requires no more corrections than reviews. */
  public ErrorRate {
    if (corrected < 0 || corrected > reviewed) {
      throw new IllegalArgumentException(corrected + " of " + reviewed + " were corrected");
    }
  }

  /** Both together. */
  public ErrorRate plus(ErrorRate other) {
    return new ErrorRate(reviewed + other.reviewed, corrected + other.corrected);
  }

  /** The share that was corrected; 0 when nothing was reviewed. */
  public double rate() {
    return reviewed == 0 ? 0 : (double) corrected / reviewed;
  }

  /** The lower end of Wilson's interval of 95 % (Wilson 1927); 0 when nothing was corrected. */
  public double low() {
    return corrected == 0 ? 0 : middle() - reach();
  }

  /** The upper end of Wilson's interval of 95 %; 1 when everything was corrected. */
  public double high() {
    return corrected == reviewed ? 1 : middle() + reach();
  }

  private double middle() {
    return (rate() + Z * Z / (2 * reviewed)) / (1 + Z * Z / reviewed);
  }

  private double reach() {
    double spread = rate() * (1 - rate()) / reviewed + Z * Z / (4.0 * reviewed * reviewed);
    return Z * Math.sqrt(spread) / (1 + Z * Z / reviewed);
  }
}
