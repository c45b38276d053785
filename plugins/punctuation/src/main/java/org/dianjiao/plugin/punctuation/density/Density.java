package org.dianjiao.plugin.punctuation.density;

import java.util.Locale;

/** How many marks a text is to have: what the odds of a pause are multiplied by. */
public enum Density {
  /** As many as the marks that stand in the text suggest. */
  AUTO(1),
  /** Few, as in treaties with long clauses. */
  SPARSE(0.4),
  /** As many as the editors of the training texts put. */
  NORMAL(1),
  /** Many. */
  DENSE(2.5);

  private final double factor;

  Density(double factor) {
    this.factor = factor;
  }

  /** The factor of the odds, where the text itself is not asked. */
  public double factor() {
    return factor;
  }

  /**
   * The density of a name, as it stands in the settings.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static Density of(String name) {
    for (Density density : values()) {
      if (density.name().toLowerCase(Locale.ROOT).equals(name)) {
        return density;
      }
    }
    throw new IllegalArgumentException(
        "density \"" + name + "\" is none of auto, sparse, normal, dense");
  }
}
