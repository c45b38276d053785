package org.dianjiao.people;

/** What a name to sign in with and a password have to be like. */
public final class Credentials {

  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST_PASSWORD = 256;
  private static final int LONGEST_NAME = 64;

  private Credentials() {}

  /**
   * Refuses a name that nobody may have.
   *
   * @throws IllegalArgumentException with the rule
   */
  public static void checkName(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME || !name.strip().equals(name)) {
      throw new IllegalArgumentException(
          "a name has 1 to %d characters and no space at its ends".formatted(LONGEST_NAME));
    }
  }

  /**
   * Refuses a password that is too easily found, or too long to be one.
   *
   * @throws IllegalArgumentException with the rule and the length, never the password
   */
  public static void checkPassword(String password) {
    if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
      throw new IllegalArgumentException(
          "a password has %d to %d characters; this one has %d"
              .formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD, password.length()));
    }
  }
}
