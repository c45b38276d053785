package org.dianjiao.storage;

import java.time.Instant;
import java.util.Optional;

/** Who is signed in, and the token of the first set-up. Only hashes of tokens are stored. */
public interface SignIns {

  /**
   * Signs somebody in, now.
   *
   * @throws UnknownAccount when there is no such account
   */
  void create(String tokenHash, String account, Instant expires);

  /**
   * The sign-in of a token that has not expired. Notes the use, at most once a minute, so the
   * answer's {@code lastUsed} is an earlier one; a caller who finds it too long ago revokes.
   */
  Optional<SignIn> find(String tokenHash, Instant now);

  /** Signs out one browser; nothing happens when it is not signed in. */
  void revoke(String tokenHash);

  /** Signs an account out everywhere. */
  void revokeAll(String account);

  /** Drops what has expired; says how many sign-ins that were. */
  int expire(Instant now);

  /** Keeps the hash of a set-up token in place of any earlier one. */
  void storeSetupToken(String tokenHash, Instant expires);

  /** Uses up the set-up token: true once, for the right one, before it expires. */
  boolean useSetupToken(String tokenHash, Instant now);
}
