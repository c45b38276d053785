package org.dianjiao.storage;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Ids that nobody can guess: 128 random bits as 26 digits and lower-case letters. */
final class FreshId {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LETTERS = 26;

  private FreshId() {}

  static String next() {
    String digits = new BigInteger(128, RANDOM).toString(32);
    return "0".repeat(LETTERS - digits.length()) + digits;
  }
}
