package org.dianjiao.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dianjiao.people.Account;

/** Which account somebody signs in to who comes from an OpenID provider. */
public interface ExternalIdentities {

  /** The account of an identity. */
  Optional<String> account(ExternalIdentity identity);

  /** Those that lead to an account, the oldest first. */
  List<ExternalIdentity> of(String account);

  /**
   * Makes an account without a password for an identity that is new here, and uses the invitation
   * up, if there is one: all or nothing.
   *
   * @param name that it gets, with a number behind it when it is taken
   * @param invitation hash of its secret
   * @throws IdentityTaken when the identity is not new
   * @throws InvitationRefused when the invitation cannot be used
   */
  Account create(
      ExternalIdentity identity,
      String name,
      Optional<String> email,
      Optional<String> invitation,
      Instant now);

  /**
   * Lets an identity lead to an account; nothing happens when it does.
   *
   * @throws IdentityTaken when it leads to another one
   * @throws UnknownAccount when there is no such account, or it is suspended
   */
  void link(ExternalIdentity identity, String account, Instant now);

  /** Takes the ways of a provider to an account away; says whether another way in is left. */
  boolean unlink(String issuer, String account);
}
