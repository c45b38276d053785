package org.dianjiao.people;

import java.util.Objects;

/** What a name to sign in with and a password have to be like. */
public final class Credentials {

  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST_PASSWORD = 256;
  private static final int FEWEST_PIECES = 5;
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_EMAIL = 254;

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
    Legible.check("the name", name);
  }

  /**
   * Refuses a name or a password that nobody may have.
   *
   * @throws IllegalArgumentException with the rule
   */
  public static void check(String name, String password) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(password, "password");
    checkName(name);
    checkPassword(password, name);
  }

  /**
   * Refuses what cannot be an address for e-mail; whether it is one, only a message to it tells.
   *
   * @throws IllegalArgumentException with the rule
   */
  public static void checkEmail(String email) {
    boolean plain = email.chars().allMatch(unit -> unit > ' ' && unit != 0x7f);
    int at = email.lastIndexOf('@');
    if (!plain || email.length() > LONGEST_EMAIL || at < 1 || at == email.length() - 1) {
      throw new IllegalArgumentException(
          "an e-mail address has a name, an @ and a place, without spaces, in %d characters at most"
              .formatted(LONGEST_EMAIL));
    }
  }

  /**
   * As {@link #checkPassword(String, String)}, of somebody whose name is not known.
   *
   * @throws IllegalArgumentException with the rule and the length, never the password
   */
  public static void checkPassword(String password) {
    checkPassword(password, "");
  }

  /**
   * Refuses a password that is too easily found, or too long to be one.
   *
   * @param name of whose it is
   * @throws IllegalArgumentException with the rule and the length, never the password
   */
  public static void checkPassword(String password, String name) {
    if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
      throw new IllegalArgumentException(
          "a password has %d to %d characters; this one has %d"
              .formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD, password.length()));
    }
    int pieces = Guesses.pieces(password, name);
    if (pieces < FEWEST_PIECES) {
      throw new IllegalArgumentException(
          "this password is made of what is tried first: common passwords and words, names, years,"
              + " repetitions, rows of keys. It counts as %d, and %d is the least; choose another"
                  .formatted(pieces, FEWEST_PIECES));
    }
  }
}
