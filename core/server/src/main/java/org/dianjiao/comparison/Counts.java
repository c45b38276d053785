package org.dianjiao.comparison;

/**
 * How many suggestions of two sides are alike.
 *
 * @param same at the same place, of the same category, with the same candidates in the same order
 * @param changed at the same place and of the same category, with others or in another order
 * @param gone made by the first side only
 * @param fresh made by the second side only
 */
public record Counts(long same, long changed, long gone, long fresh) {

  /** Nothing counted yet. */
  public static final Counts NONE = new Counts(0, 0, 0, 0);

  /** Both together. */
  public Counts plus(Counts other) {
    return new Counts(
        same + other.same, changed + other.changed, gone + other.gone, fresh + other.fresh);
  }

  /** Those that differ. */
  public long different() {
    return changed + gone + fresh;
  }

  /** All, those counted once that both sides make. */
  public long all() {
    return same + different();
  }
}
