package org.dianjiao.host;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids that nobody can guess and nobody else makes. */
final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 15;

  private Ids() {}

  /** Twenty letters, digits, {@code -} and {@code _}. */
  static String fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
