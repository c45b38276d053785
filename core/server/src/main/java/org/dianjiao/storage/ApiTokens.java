package org.dianjiao.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dianjiao.people.Scope;

/** Tokens of programs. Only hashes of their secrets are stored. */
public interface ApiTokens {

  /**
   * Makes one, now.
   *
   * @throws UnknownAccount when there is no such account, or it is suspended
   * @throws UnknownProject when its only project does not exist
   */
  ApiToken create(String tokenHash, String account, String name, Scope scope, Instant expires);

  /** The token of a secret that has not expired. Notes the use, at most once a minute. */
  Optional<ApiToken> use(String tokenHash, Instant now);

  /** Those of an account that have not expired, the newest first. */
  List<ApiToken> of(String account, Instant now);

  /** Ends one of this account; gives the hash of its secret, so that its sockets can be closed. */
  Optional<String> revoke(String account, String id);

  /** Drops what has expired; says how many. */
  int expire(Instant now);
}
