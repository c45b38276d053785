package org.dianjiao.web;

/** What the first administrator is made with: printed by the server, used once. */
public final class SetupToken {

  private SetupToken() {}

  /** A token that nobody can guess. */
  public static String fresh() {
    return Identity.secret();
  }

  /** What the storage keeps of it. */
  public static String hash(String token) {
    return Identity.hash(token);
  }
}
