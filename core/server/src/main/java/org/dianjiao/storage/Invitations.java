package org.dianjiao.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dianjiao.people.Account;

/** Links that people come in by, each once. Only hashes of their secrets are stored. */
public interface Invitations {

  /**
   * Makes one, now. Whether the inviter may is checked when it is used, too.
   *
   * @throws UnknownAccount when there is no such inviter, or it is suspended
   * @throws UnknownProject when there is no such project
   */
  Invitation create(
      String tokenHash,
      String inviter,
      Optional<Invitation.Seat> seat,
      String note,
      Instant expires);

  /** The invitation of a secret, in whatever state. */
  Optional<Invitation> find(String tokenHash);

  /** The invitation with this id. */
  Optional<Invitation> byId(String id);

  /** Those to a project, the newest first. */
  List<Invitation> to(String project);

  /** Those to the server only, the newest first. */
  List<Invitation> toServer();

  /** How many of somebody can be used at this moment. */
  int open(String inviter, Instant now);

  /** Takes one back that was not used; nothing happens otherwise. */
  void revoke(String id, Instant now);

  /**
   * Uses one up for an account that is there. In its project the account has the role of the
   * invitation then, or the higher one that it had.
   *
   * @throws InvitationRefused when it was used or taken back, is too old, is of nobody, or its
   *     inviter may not invite any more; nothing has changed then
   */
  Invitation use(String tokenHash, String account, Instant now);

  /**
   * As {@link #use}, making the account: both happen or neither.
   *
   * @param passwordHash as the caller computed it, empty for an account that signs in another way
   * @throws NameTaken when there is an account with this name; the invitation is not used up
   */
  Account useByNew(String tokenHash, String name, String passwordHash, Instant now);
}
