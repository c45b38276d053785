package org.dianjiao.review;

/**
 * What the second, blind reviews found.
 *
 * @param reviewed approvals that a second reviewer has looked at
 * @param corrected those among them whose passage the second reviewer changed
 */
public record ErrorRate(int reviewed, int corrected) {

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
    return proportion().share();
  }

  /** The lower end of Wilson's interval of 95 %; 0 when nothing was corrected. */
  public double low() {
    return proportion().low();
  }

  /** The upper end of Wilson's interval of 95 %; 1 when everything was corrected. */
  public double high() {
    return proportion().high();
  }

  private Proportion proportion() {
    return new Proportion(corrected, reviewed);
  }
}
