package org.dianjiao.storage;

import java.util.Objects;

/**
 * Who somebody is at an OpenID provider.
 *
 * @param issuer the provider, exactly as it names itself
 * @param subject what it calls this person, for ever
 */
public record ExternalIdentity(String issuer, String subject) {

  /** Requires both. */
  public ExternalIdentity {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(subject, "subject");
  }
}
