package org.dianjiao.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is signed in, and the secrets that work once: the token of the first set-up and the links to
 * a new password. Only hashes of secrets are stored.
 */
public interface SignIns {

  /**
   * Signs somebody in, now.
   *
   * @param browser what it called itself, in words
   * @throws UnknownAccount when there is no such account, or it is suspended
   */
  void create(String tokenHash, String account, Instant expires, String browser);

  /** The sign-in of a token that has not expired. */
  Optional<SignIn> look(String tokenHash, Instant now);

  /** Notes that it is used, at most once a minute; not on a full disk, where it stays as it was. */
  void touch(SignIn signIn, Instant now);

  /** The sign-ins of an account that have not expired, the newest first. */
  List<SignIn> of(String account, Instant now);

  /** Signs out one browser; nothing happens when it is not signed in. */
  void revoke(String tokenHash);

  /** Signs out one browser of this account; says whether it was signed in. */
  boolean revoke(String account, String id);

  /** Signs an account out everywhere. */
  void revokeAll(String account);

  /** Signs an account out everywhere but there; says how many that were. */
  int revokeOthers(String account, String tokenHash);

  /** Drops what has expired; says how many sign-ins that were. */
  int expire(Instant now);

  /** Keeps the hash of a set-up token in place of any earlier one. */
  void storeSetupToken(String tokenHash, Instant expires);

  /** Uses up the set-up token: true once, for the right one, before it expires. */
  boolean useSetupToken(String tokenHash, Instant now);

  /**
   * Keeps the hash of a link to a new password, in place of an earlier one of this account.
   *
   * @throws UnknownAccount when there is no such account
   */
  void storeResetLink(String tokenHash, String account, Instant expires);

  /** Whose password the link sets; it is not used up. */
  Optional<String> resetLink(String tokenHash, Instant now);

  /**
   * Uses a link up: sets the password and ends every sign-in of the account, all or nothing. Gives
   * the account once, for the right link, before it expires.
   */
  Optional<String> useResetLink(String tokenHash, String passwordHash, Instant now);
}
