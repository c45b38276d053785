package org.dianjiao.review;

import java.util.Objects;
import org.dianjiao.text.Digest;

/**
 * Which approvals are drawn for a second, blind review: a function of the project's secret seed,
 * the document and what was approved, so that nobody can choose and anybody who knows the seed can
 * check.
 *
 * @param percent of approvals
 * @param seed known to the server only
 */
public record Sampling(int percent, String seed) {

  private static final int DIGITS = 8;
  private static final int HEXADECIMAL = 16;
  private static final int HUNDRED = 100;

  /** Requires a seed. */
  public Sampling {
    Objects.requireNonNull(seed, "seed");
  }

  /**
   * Whether this approval is drawn.
   *
   * @param hash of what was approved
   */
  public boolean draws(String document, String hash) {
    String digest = Digest.of(seed + "\n" + document + "\n" + hash);
    long number = Long.parseLong(digest.substring(0, DIGITS), HEXADECIMAL);
    return number * HUNDRED < (long) percent << Integer.SIZE;
  }
}
